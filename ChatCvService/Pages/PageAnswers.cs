using ChatCvService.Pages.Components;
using ChatCvService.Sessions;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary>Outcomes that several pages share.</summary>
internal static class PageAnswers
{
    public static ApiError UnreadableForm { get; } = Answers.BadRequest("The form could not be read. Load the page again and repeat.");

    /// <summary>An error in words for the form that was sent: the API's own, else what to do.</summary>
    public static string WordsOf(ApiError error) => error.Message ?? (error.Status >= StatusCodes.Status500InternalServerError
        ? "The assistant did not answer. What you wrote is kept: send it again in a moment."
        : "This could not be done. Load the page again and repeat.");

    /// <summary>No such conversation, or not any more, or not of this person: a page that leads on, and for htmx the seed's words at the form.</summary>
    public static IResult NoConversation(HttpRequest request) => request.IsFragmentRequest()
        ? Answers.NoSession
        : PlatformPages.Html<GonePage>(new { IsDocument = false }, StatusCodes.Status404NotFound);

    /// <inheritdoc cref="NoConversation"/>
    public static IResult NoDocument { get; } = PlatformPages.Html<GonePage>(new { IsDocument = true }, StatusCodes.Status404NotFound);
}
