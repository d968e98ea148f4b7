using System.Security.Claims;
using Dapper;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>POST /cvs/{id}/delete</c>: the conversation with everything said in it. A document made from it stays.</summary>
internal static class DeleteConversation
{
    public static async Task<IResult> HandleAsync(string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var sessionId))
            return PageAnswers.NoConversation(request);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var deleted = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM chat_sessions WHERE id = @sessionId AND user_id = @UserId", new { sessionId, UserId = user.UserId() }, cancellationToken: cancellationToken));
        return deleted == 0 ? PageAnswers.NoConversation(request) : PlatformPages.SeeOther(CvPages.List);
    }
}
