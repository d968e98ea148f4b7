using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Auth;

/// <summary>A valid token of the wrong kind (a refresh token used as access) is 401, not 403: it is no sign-in here.</summary>
internal sealed class WrongKindOfToken : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden ? context.ChallengeAsync() : _usual.HandleAsync(next, context, policy, authorizeResult);
}
