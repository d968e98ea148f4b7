using ChatCvService.Pages.Components;
using ChatCvService.Sessions;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary>Outcomes that several pages share.</summary>
internal static class PageAnswers
{
    public static ApiError UnreadableForm { get; } = Answers.BadRequest("The form could not be read. Load the page again and repeat.");

    /// <summary>No such conversation, or not any more, or not of this person: a page that leads on, and for htmx the seed's words at the form.</summary>
    public static IResult NoConversation(HttpRequest request) => request.IsFragmentRequest()
        ? Answers.NoSession
        : PlatformPages.Html<GonePage>(new { IsDocument = false }, StatusCodes.Status404NotFound);

    /// <inheritdoc cref="NoConversation"/>
    public static IResult NoDocument { get; } = PlatformPages.Html<GonePage>(new { IsDocument = true }, StatusCodes.Status404NotFound);
}
