using System.Security.Claims;
using ChatCvService.Pages.Components;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>GET /cvs/{id}</c>: the conversation beside its paper, where it was left.</summary>
internal static class ShowConversation
{
    public static async Task<IResult> HandleAsync(string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken) =>
        await CvConversation.FindAsync(dataSource, id, user.UserId(), time.GetUtcNow(), cancellationToken) is { } conversation
            ? PlatformPages.Html<ConversationPage>(new { Conversation = conversation })
            : PageAnswers.NoConversation(request);
}
