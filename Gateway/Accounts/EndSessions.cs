using System.Security.Claims;
using Gateway.Identity;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace Gateway.Accounts;

/// <summary><c>POST /account/sessions/{id}/end</c> and <c>POST /account/sessions/end-others</c>. A session that is gone already, or somebody else's, is no error: the user has none.</summary>
internal static class EndSessions
{
    public static async Task<IResult> OneAsync(Guid id, ClaimsPrincipal user, Sessions sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(user.UserId(), id, cancellationToken);
        return PlatformPages.SeeOther(AccountPages.Path + "?done=session");
    }

    public static async Task<IResult> OthersAsync(ClaimsPrincipal user, Sessions sessions, CancellationToken cancellationToken)
    {
        await sessions.EndOthersAsync(user, cancellationToken);
        return PlatformPages.SeeOther(AccountPages.Path + "?done=others");
    }
}
