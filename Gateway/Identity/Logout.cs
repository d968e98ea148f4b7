using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

internal sealed record LogoutRequest(string? RefreshToken);

internal static class Logout
{
    // Signing out twice, or with a token that is no longer good, is no error: what the caller wants is so.
    public static async Task<Results<NoContent, ApiError>> HandleAsync(LogoutRequest? request, HttpContext context, Sessions sessions, CancellationToken cancellationToken)
    {
        SessionCookie.Clear(context);
        var signedIn = context.User.Identity?.IsAuthenticated == true;
        if (string.IsNullOrEmpty(request?.RefreshToken) && !signedIn)
            return new ApiError(StatusCodes.Status401Unauthorized);

        if (request?.RefreshToken is { Length: > 0 } refreshToken)
            await sessions.EndAsync(refreshToken, cancellationToken);
        if (signedIn)
            await sessions.EndAsync(context.User, cancellationToken);
        return TypedResults.NoContent();
    }
}
