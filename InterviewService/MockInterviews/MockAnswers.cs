using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary>Outcomes that several routes of the mock interview share.</summary>
internal static class MockAnswers
{
    public static readonly ApiError NoSuchSession = new(StatusCodes.Status404NotFound);

    public static readonly ApiError SomebodyElses = new(StatusCodes.Status403Forbidden);

    public static readonly ApiError Unavailable = new(
        StatusCodes.Status503ServiceUnavailable, "This step is not available right now. Nothing you wrote is lost: please send it again in a moment.");

    /// <summary>Seed 004: "AI service error".</summary>
    public static readonly ApiError ModelFailed = new(
        StatusCodes.Status500InternalServerError, "The AI service could not do this step. Nothing you wrote is lost: please send it again in a moment.");

    /// <summary>Null when the interview is there and the user's own.</summary>
    public static ApiError? Refuse(MockInterview? interview, long userId) =>
        interview is null ? NoSuchSession : interview.UserId == userId ? null : SomebodyElses;

    public static ApiError BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    /// <summary>303: the browser opens the page instead of sending the form again.</summary>
    public static IResult See(string path) => PlatformPages.SeeOther(path);

    /// <summary>Whether a browser sent the form as a page of its own, not htmx and not a program.</summary>
    public static bool IsNavigation(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] == "navigate";
}
