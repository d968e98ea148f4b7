using System.Globalization;
using System.Security.Claims;
using ChatCvService.Pages.Components;
using ChatCvService.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>POST /cvs/{id}/finalize</c>: the document, or its next version, and on to its page.</summary>
internal static class FinishCv
{
    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return PageAnswers.UnreadableForm;
        if (await CvConversation.FindAsync(dataSource, id, user.UserId(), time.GetUtcNow(), cancellationToken) is not { } conversation)
            return PageAnswers.NoConversation(request);
        var title = form["title"].ToString();
        // The page says which version it saw: the second post of one form finds the version that the first has made.
        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : conversation.Finished?.Version ?? 0;
        if (conversation.Finished is { } finished && finished.Version > seen)
            return PlatformPages.SeeOther(CvPages.OfDocument(finished.Id));

        var answer = await FinalizeSession.HandleAsync(
            id, new FinalizeSession.Request { Title = title, TemplateCode = conversation.Template }, user, dataSource, outbox, time, cancellationToken);
        if (answer.Result is Ok<FinalizeSession.Response> { Value: { } response })
            return PlatformPages.SeeOther($"{CvPages.List}/documents/{response.Document.Id}?saved={response.Document.CurrentVersion}");

        var error = (ApiError)answer.Result;
        if (error.Status == StatusCodes.Status404NotFound)
            return PageAnswers.NoConversation(request);
        return request.IsFragmentRequest()
            ? error
            : PlatformPages.Html<ConversationPage>(new { Conversation = conversation with { Title = title }, FinishError = PageAnswers.WordsOf(error) }, error.Status);
    }
}
