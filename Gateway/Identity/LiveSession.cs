using Microsoft.AspNetCore.Authorization;
using ServiceDefaults.Auth;

namespace Gateway.Identity;

/// <summary>
/// A signature alone lets nobody in: the user must still exist and the session must not be revoked. Part of the gateway's default policy, so of its own routes
/// and of every route to a service.
/// </summary>
internal sealed class LiveSession(Sessions sessions) : AuthorizationHandler<LiveSession.Requirement>
{
    public sealed class Requirement : IAuthorizationRequirement;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        var cancellationToken = (context.Resource as HttpContext)?.RequestAborted ?? CancellationToken.None;
        if (context.User.HasClaim(PlatformTokens.TypeClaim, PlatformTokens.AccessType) && await sessions.IsLiveAsync(context.User, cancellationToken))
            context.Succeed(requirement);
    }
}
