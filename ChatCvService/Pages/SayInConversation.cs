using System.Globalization;
using System.Security.Claims;
using ChatCvService.Pages.Components;
using ChatCvService.Persistence;
using ChatCvService.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary>
/// <c>POST /cvs/{id}/message</c>: what was typed, or the button of a missing part. htmx gets the new messages, and out of band the progress, the next form and the
/// address of the paper; a plain form is led back to the page. A form that is sent twice makes one turn.
/// </summary>
internal static class SayInConversation
{
    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ClaimsPrincipal user, SendMessage send, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return PageAnswers.UnreadableForm;
        var userId = user.UserId();
        var typed = form["message"].ToString();
        var asked = CvPart.AskOf(form["part"]);
        var key = form["key"].ToString();
        var answer = await send.RunAsync(
            new SendMessage.Request { SessionId = id, Message = asked ?? typed.ReplaceLineEndings("\n") },
            key.Length is > 0 and <= SentBefore.MaxKey ? key : null,
            userId,
            cancellationToken);

        var conversation = await CvConversation.FindAsync(dataSource, id, userId, time.GetUtcNow(), cancellationToken);
        if (conversation is null)
            return PageAnswers.NoConversation(request);
        // What stands in the field while a button is pressed is not sent, and not lost.
        var draft = asked is null ? "" : typed;
        if (answer.Result is not Ok<SendMessage.Response>)
            return Refuse((ApiError)answer.Result, conversation, typed, request);
        if (!request.IsFragmentRequest())
            return draft.Length == 0 ? PlatformPages.SeeOther(conversation.Path) : PlatformPages.Html<ConversationPage>(new { Conversation = conversation, Draft = draft });

        var shown = int.TryParse(form["shown"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : conversation.Lines.Count - 2;
        return PlatformPages.Html<TurnFragment>(new { Conversation = conversation, Added = (IReadOnlyList<CvLine>)[.. conversation.Lines.Where(line => line.Number > shown)], Draft = draft });
    }

    private static IResult Refuse(ApiError error, CvConversation conversation, string typed, HttpRequest request)
    {
        if (!request.IsFragmentRequest())
        {
            // The page that is shown again has a new key: after a conflict the text can be sent as it stands.
            return PlatformPages.Html<ConversationPage>(new { Conversation = conversation, Draft = typed, Error = PageAnswers.WordsOf(error) }, error.Status);
        }

        return new ApiError(error.Status, error.Status == StatusCodes.Status409Conflict
            ? "Your message before this one had arrived after all. Load the page again to see the answer to it; what you typed now is kept."
            : PageAnswers.WordsOf(error));
    }
}
