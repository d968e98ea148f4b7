using InterviewService.Engine;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using ServiceDefaults.Ai;

namespace InterviewService.MockInterviews;

/// <summary>
/// Asks the next question of a mock interview by what was said before, what CV and job hold, and how many questions are left (seed 4, "Adaptive Questions"):
/// an answer that leaves something open is followed up, a skill named in an answer is taken up, and the last questions go to what has not come up yet.
/// The same conversation gets the same questions.
/// </summary>
internal sealed class MockInterviewer(EngineChoice<IInterviewEngine> engines)
{
    // More than are asked, so that there is something to choose from.
    private const int Planned = 16;
    private const int MaxFollowUps = 3;

    /// <summary>What could be asked of this person for this job, none of it asked in an earlier mock interview while there is something else.</summary>
    /// <exception cref="AiException">A language model failed.</exception>
    public Task<IReadOnlyList<InterviewQuestion>> PlanAsync(Interviewee person, IReadOnlySet<string> askedBefore, CancellationToken cancellationToken) =>
        engines.RunAsync("interview.questions", engine => engine.AskAsync(person, Planned, askedBefore, cancellationToken));

    /// <summary>The question that begins the interview: about the person's own work, seen from the job.</summary>
    public static InterviewQuestion First(MockInterview interview, Interviewee person, IReadOnlyList<InterviewQuestion> planned)
    {
        var ownWork = planned.FirstOrDefault(candidate => candidate.Kind == QuestionType.ProjectBased) ?? planned.FirstOrDefault(candidate => candidate is { IsStory: true, Line: not null });
        var greeting = person.Language == Interviewee.Chinese
            ? $"感谢你参加{At(interview, "的")}{interview.JobTitle}岗位的面试。{(ownWork is null ? "" : "我们从你自己的工作开始。")}"
            : $"Thank you for coming to this interview for {interview.JobTitle}{At(interview, " at ")}. {(ownWork is null ? "" : "Let us begin with your own work. ")}";
        return (ownWork ?? planned[0]) with { Opening = greeting };
    }

    /// <summary>The question after the newest answer; null when all eight were asked.</summary>
    public async Task<InterviewQuestion?> NextAsync(MockInterview interview, Interviewee person, string answer, CancellationToken cancellationToken)
    {
        var asked = interview.Asked;
        var left = MockInterview.MaxQuestions - asked.Count;
        if (left <= 0)
            return null;

        var last = asked[^1];
        var followUps = asked.Count(question => IsFollowUp(question.Key));
        if (!IsFollowUp(last.Key) && followUps < MaxFollowUps && left > Kinds(interview, asked).Count
            && await FollowUpAsync(last, answer, person.Language, cancellationToken) is { } followUp)
        {
            return followUp;
        }

        var candidates = interview.Planned.Where(candidate => asked.All(question => KeyOf(question) != candidate.Key)).ToList();
        if (candidates.Count == 0)
            return null;

        // With as many questions left as kinds that have not come up, each kind gets its turn.
        var due = Kinds(interview, asked);
        if (left <= due.Count && candidates.Find(candidate => candidate.Kind == due[0]) is { } required)
            return required;
        if (TakenUp(candidates, person, answer) is { } named)
            return named;
        return candidates.Find(candidate => candidate.Kind != last.Kind) ?? candidates[0];
    }

    private async Task<InterviewQuestion?> FollowUpAsync(InterviewQuestion question, string answer, string language, CancellationToken cancellationToken)
    {
        try
        {
            return await engines.RunAsync("interview.follow_up", engine => engine.FollowUpAsync(question, answer, language, cancellationToken));
        }
        catch (AiException)
        {
            // An answer is not lost for want of a follow-up: the plan has a question.
            return null;
        }
    }

    // The kinds of question that the plan holds and the interview has not touched, in the order in which they should come.
    private static List<string> Kinds(MockInterview interview, IReadOnlyList<InterviewQuestion> asked)
    {
        string[] order = [QuestionType.Technical, QuestionType.Situational, QuestionType.Behavioral];
        return [.. order.Where(kind => asked.All(question => question.Kind != kind) && interview.Planned.Any(question => question.Kind == kind))];
    }

    // A skill of the person or the job that the answer names and a planned question is about.
    private static InterviewQuestion? TakenUp(IReadOnlyList<InterviewQuestion> candidates, Interviewee person, string answer)
    {
        var named = candidates.FirstOrDefault(candidate => candidate.Kind == QuestionType.Technical && !candidate.IsStory && Phrases.Names(answer, candidate.Type));
        if (named is null)
            return null;
        var skill = person.Resume.Skills.Select(shown => shown.Name).Concat(person.Resume.MatchingSkills)
            .FirstOrDefault(name => name.Equals(named.Type, StringComparison.OrdinalIgnoreCase)) ?? named.Type;
        var start = person.Language == Interviewee.Chinese ? $"你刚才提到了{skill}。" : $"You mentioned {skill}. ";
        return named with { Opening = start };
    }

    public static bool IsFollowUp(string key) => key.EndsWith('+');

    private static string KeyOf(InterviewQuestion question) => question.Key.TrimEnd('+');

    private static string At(MockInterview interview, string preposition) =>
        interview.CompanyName.Length == 0 ? "" : preposition == "的" ? interview.CompanyName + preposition : preposition + interview.CompanyName;
}
