namespace Gateway.Home;

/// <summary>The one thing worth doing now.</summary>
/// <param name="Title">What to do, in a few words.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="Action">Words of the button.</param>
public sealed record NextStep(string Title, string Why, string Path, string Action)
{
    private const int MockQuestions = 8;

    /// <summary>
    /// What has a day (practice) comes first, then what everything else rests on (a resume), then what was begun, then what has not been tried. A list that is
    /// not available suggests nothing. Pure.
    /// </summary>
    public static NextStep Of(Belongings belongings)
    {
        ArgumentNullException.ThrowIfNull(belongings);
        if (belongings.Due is { } due)
        {
            return new(
                $"Answer {Count(due.Count, "weak question")}, {due.Minutes} min",
                "They come back on the day when remembering them again helps most.",
                "/interviews/practice",
                "Practise now");
        }

        if (belongings.Resumes is { IsAvailable: true, Items: [] })
            return new("Upload your resume", "Everything here starts from it: the match with a job, the questions, the CV. A PDF or Word file takes a few seconds.", "/resumes", "Upload a resume");
        if (belongings.Sessions.Items.FirstOrDefault(IsOpen) is { } session)
        {
            return new(
                "Finish the interview you began",
                $"{session.AnsweredQuestions} of {session.TotalQuestions} questions are answered. It goes on where you left it.",
                $"/interviews/sessions/{session.SessionId}",
                "Go on");
        }

        if (belongings.Mocks.Items.FirstOrDefault(mock => mock is { Score: null, HasDocuments: true, Answers: < MockQuestions }) is { } open)
            return new($"Finish the mock interview: {NameOf(open)}", $"{open.Answers} of {MockQuestions} questions are answered.", $"/session/{open.Id}/interview", "Go on");
        if (belongings.Chats.Items.FirstOrDefault(chat => chat.Status == "active") is { } conversation)
            return new("Finish your CV", $"{conversation.Progress} % is written. The conversation goes on where you left it.", $"/cvs/{conversation.SessionId}", "Go on");
        if (belongings.Resumes.Items is [var current, ..] && belongings is { JobsCompared: 0, Reports.Items: [], Sessions.Items: [], Mocks.Items: [] })
        {
            return new(
                "Set your resume against a job",
                "Paste the job description and see which skills match, which are missing, and the lines that say so.",
                $"/resumes/{current.ResumeId}#job",
                "Add a job description");
        }

        return new("Practise an interview", "Eight questions about your own work for a job of your choice, with feedback at the end. It takes about twenty minutes.", "/session/create", "Practise an interview");
    }

    internal static bool IsOpen(ListedSession session) => session.Status is "CREATED" or "IN_PROGRESS";

    internal static string NameOf(ListedMock mock) => mock.CompanyName.Length > 0 ? $"{mock.JobTitle} at {mock.CompanyName}" : mock.JobTitle;

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
