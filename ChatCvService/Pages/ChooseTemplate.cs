using System.Security.Claims;
using ChatCvService.Documents.Templates;
using ChatCvService.Pages.Components;
using Dapper;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>POST /cvs/{id}/template</c>: how the paper looks, also when the conversation is taken up again.</summary>
internal static class ChooseTemplate
{
    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return PageAnswers.UnreadableForm;
        if (CvTemplate.Find(form["template"].ToString()) is not { } template)
            return Documents.DocumentErrors.UnknownTemplate;
        if (await CvConversation.FindAsync(dataSource, id, user.UserId(), time.GetUtcNow(), cancellationToken) is not { } conversation)
            return PageAnswers.NoConversation(request);

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE chat_sessions SET template_code = @Code WHERE id = @Id AND user_id = @UserId", new { template.Code, conversation.Id, UserId = user.UserId() }, cancellationToken: cancellationToken));
        return request.IsFragmentRequest()
            ? PlatformPages.Html<PaperBar>(new { Conversation = conversation with { Template = template.Code } })
            : PlatformPages.SeeOther(conversation.Path);
    }
}
