using InterviewService.Questions;
using InterviewService.Questions.Selection;

namespace InterviewService.Reports;

/// <summary>Writes the report of seed 1 with the built-in engine. The same person, job and answer of the text comparison give the same report.</summary>
internal sealed class ReportWriter(KnowledgeQuestions knowledge, OwnWorkQuestions ownWork, PreparationPlans plans, TextLikeness likeness)
{
    private const int TechnicalQuestions = 8;
    private const int OnGaps = 3;
    private const int OnOwnWork = 2;
    private const int BehavioralQuestions = 5;
    private const int OnOwnStories = 2;

    public async Task<ReportContent> WriteAsync(Interviewee person, string jobDescription, CancellationToken cancellationToken)
    {
        var similarity = await likeness.CompareAsync(jobDescription, person.Text, cancellationToken);
        var match = MatchScore.Of(person.Resume, similarity);
        var gaps = SkillGaps.Of(person.Resume);

        var seed = string.Join('\n', knowledge.Version, person.Text, jobDescription);
        var random = new SeededRandom(seed);
        var own = ownWork.Write(person, seed, sets: 1);
        var onGaps = knowledge.OnGaps(person, random).Take(OnGaps).ToList();
        var projects = own.Where(question => question.Kind == QuestionType.ProjectBased && question.IsOwn).Take(OnOwnWork).ToList();
        var onSkills = knowledge.OnSkills(person, random).Take(TechnicalQuestions - onGaps.Count - projects.Count).ToList();
        List<InterviewQuestion> technical = [.. onSkills, .. projects];
        technical.AddRange(own.Where(question => question.Kind == QuestionType.Technical).Take(TechnicalQuestions - onGaps.Count - technical.Count));
        var stories = own.Where(question => question.Kind == QuestionType.Behavioral && question.Line is not null).Take(OnOwnStories).ToList();
        List<InterviewQuestion> behavioural = [.. knowledge.OnCompetencies(person, random).Take(BehavioralQuestions - stories.Count), .. stories];
        behavioural.AddRange(own.Where(question => question.Kind == QuestionType.Behavioral && !stories.Contains(question)).Take(BehavioralQuestions - behavioural.Count));

        var answers = new ModelAnswers(person);
        return new ReportContent
        {
            Match = match,
            TechnicalQuestions =
            [
                .. technical.Select(question => Written(question, answers.OnSkill(question))),
                .. onGaps.Select(question => Written(question, person.Resume.Requirements.FirstOrDefault(required => required.Name.Equals(question.Type, StringComparison.OrdinalIgnoreCase)) is { } required
                    ? answers.OnGap(question, required)
                    : question.ReferenceAnswer)),
            ],
            BehavioralQuestions = [.. behavioural.Select((question, place) => Written(question, answers.OnStory(question, place)))],
            SkillGaps = gaps,
            PreparationPlan = plans.Write(person, person.Resume.JobTitle ?? "this position", gaps, technical, behavioural),
            Notes = [.. Notes(match)],
        };
    }

    private static ReportQuestion Written(InterviewQuestion question, string answer) =>
        new(question.Text, question.Intention, answer, question.Why) { FollowUp = question.FollowUp };

    private static IEnumerable<string> Notes(MatchScore match)
    {
        if (match.Similarity is null)
            yield return "The likeness of the two texts could not be computed; the match score rests on skills and experience alone.";
        if (match.Coverage is null)
            yield return "The job description names no skill that is known here; the match score rests on what else it says.";
    }
}
