using InterviewService.Questions;
using InterviewService.Questions.Selection;
using ServiceDefaults.Ai;

namespace InterviewService.Engine.Model;

/// <summary>Words the planned questions for this person. Subject, order, reference answer and key points stay the plan's: answers are measured by them.</summary>
internal static class WordQuestions
{
    private const string Instructions = """
        You are an experienced interviewer. "questions" is the plan of an interview with the person of "resume"; each has its subject, what it is meant to find out and the
        key points of a good answer. Word each one anew so that it fits this person: short, spoken, one thing at a time, tied to a line of the resume where "line" gives one.
        Ask for the same thing as the planned wording, at the same level, and give none of the key points away. "intention" says in one sentence what the interviewer
        learns. "followUp" asks for the part that answers most often leave out.
        Use no name and no number that the data does not have. Write in the language that "language" names. Return every number of the plan exactly once.
        """;

    private static readonly AnswerSchema Schema = new("interview_questions", """
        {
          "type": "object",
          "properties": {
            "questions": {
              "type": "array",
              "minItems": 1,
              "maxItems": 24,
              "items": {
                "type": "object",
                "properties": {
                  "number": { "type": "integer", "minimum": 1, "maximum": 24 },
                  "question": { "type": "string", "minLength": 10, "maxLength": 600 },
                  "intention": { "type": "string", "minLength": 5, "maxLength": 400 },
                  "followUp": { "type": "string", "minLength": 5, "maxLength": 400 }
                },
                "required": ["number", "question", "intention", "followUp"],
                "additionalProperties": false
              }
            }
          },
          "required": ["questions"],
          "additionalProperties": false
        }
        """);

    internal sealed record Answer(IReadOnlyList<Worded> Questions);

    internal sealed record Worded(int Number, string Question, string Intention, string FollowUp);

    public static AiTask<Answer> Task(Interviewee person, IReadOnlyList<InterviewQuestion> planned, int maxDocument)
    {
        var resume = Documents.Cut(person.Text, maxDocument);
        string?[] everywhere = [resume, person.Resume.JobTitle, .. person.Resume.Requirements.Select(required => required.Name)];
        return new AiTask<Answer>
        {
            Name = "interview.questions",
            Instructions = Instructions,
            Data = new
            {
                language = Documents.NameOf(person.Language),
                level = person.Level.ToString(),
                jobTitle = person.Resume.JobTitle,
                jobSkills = person.Resume.Requirements.Select(required => required.Name),
                resume,
                questions = planned.Select((question, place) => new
                {
                    number = place + 1, question.Kind, subject = question.Type, question = question.Text, question.Intention, question.Why, question.Line, question.KeyPoints, question.FollowUp,
                }),
            },
            Schema = Schema,
            ProblemsOf = answer => ProblemsOf(answer, planned, everywhere, person.Language),
        };
    }

    public static IReadOnlyList<InterviewQuestion> Apply(IReadOnlyList<InterviewQuestion> planned, Answer answer)
    {
        var worded = answer.Questions.ToDictionary(question => question.Number);
        return [.. planned.Select((question, place) => question with
        {
            Text = worded[place + 1].Question.Trim(),
            Intention = worded[place + 1].Intention.Trim(),
            FollowUp = question.FollowUp is null ? null : worded[place + 1].FollowUp.Trim(),
        })];
    }

    private static IEnumerable<string> ProblemsOf(Answer answer, IReadOnlyList<InterviewQuestion> planned, string?[] everywhere, string language)
    {
        var numbers = Documents.NumberProblems("questions", answer.Questions.Select(question => question.Number), planned.Count).ToList();
        if (numbers.Count > 0)
            return numbers;
        var problems = new List<string>();
        if (answer.Questions.Select(question => Text.Comparable(question.Question)).Distinct(StringComparer.Ordinal).Count() < planned.Count)
            problems.Add("questions must all differ");
        foreach (var worded in answer.Questions)
        {
            var source = planned[worded.Number - 1];
            var check = PlainWords.Check([.. everywhere, source.Text, source.Intention, source.Why, source.Line, source.FollowUp, source.ReferenceAnswer, source.Type, .. source.KeyPoints]);
            var place = $"question {worded.Number}";
            problems.AddRange(check.ProblemsOf(place, worded.Question));
            problems.AddRange(check.ProblemsOf($"{place} intention", worded.Intention));
            problems.AddRange(check.ProblemsOf($"{place} followUp", worded.FollowUp));
            problems.AddRange(Documents.LanguageProblems(place, worded.Question, language));
        }

        return problems;
    }
}
