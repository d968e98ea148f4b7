using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

internal sealed record RefreshRequest(string? RefreshToken);

internal static class Refresh
{
    public static async Task<Results<Ok<SignedIn>, ApiError>> HandleAsync(
        RefreshRequest request, HttpContext context, Sessions sessions, SessionCookie cookie, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.RefreshToken))
            return new ApiError(StatusCodes.Status400BadRequest, "refresh_token is required");
        if (await sessions.RotateAsync(request.RefreshToken, cancellationToken) is not { } signedIn)
            return new ApiError(StatusCodes.Status401Unauthorized);

        cookie.Set(context, signedIn);
        return TypedResults.Ok(signedIn);
    }
}
