using InterviewService.Questions;
using ServiceDefaults.Ai;

namespace InterviewService.Engine.Model;

/// <summary>Words the follow-up to an answer; whether there is one, and what it must bring, is decided before.</summary>
internal static class WordFollowUp
{
    private const string Instructions = """
        You are an experienced interviewer. "answer" is what the person said to "question"; "open" are points that are missing in it or wrong. Ask one short follow-up
        question, spoken to the person, that takes up something of the answer and leads to the open points without saying them. Without open points, ask
        for the part of the story that is missing: the situation, what the person did, or what came of it.
        Use no name and no number that the data does not have. Write in the language that "language" names.
        """;

    private static readonly AnswerSchema Schema = new("follow_up", """
        {
          "type": "object",
          "properties": { "question": { "type": "string", "minLength": 10, "maxLength": 500 } },
          "required": ["question"],
          "additionalProperties": false
        }
        """);

    internal sealed record Answer(string Question);

    public static AiTask<Answer> Task(InterviewQuestion question, InterviewQuestion planned, string answer, string language)
    {
        var check = PlainWords.Check([answer, question.Text, question.Intention, question.FollowUp, question.ReferenceAnswer, question.Line, planned.Text, .. question.KeyPoints]);
        return new AiTask<Answer>
        {
            Name = "interview.follow_up",
            Instructions = Instructions,
            Data = new { language = Documents.NameOf(language), question = question.Text, answer, open = question.ForExaminer(language).KeyPoints.Count == 0 ? [] : planned.KeyPoints, planned = planned.Text },
            Schema = Schema,
            ProblemsOf = followUp =>
            [
                .. check.ProblemsOf("question", followUp.Question),
                .. Documents.LanguageProblems("question", followUp.Question, language),
                .. Text.Comparable(followUp.Question) == Text.Comparable(question.Text) ? (string[])["question must differ from the one that was asked"] : [],
            ],
        };
    }
}
