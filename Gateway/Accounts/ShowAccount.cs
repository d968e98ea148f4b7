using System.Security.Claims;
using Gateway.Accounts.Pages;
using Gateway.Identity;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace Gateway.Accounts;

/// <summary><c>GET /account</c>: who is signed in and where, the way to all their data, and the way out.</summary>
internal static class ShowAccount
{
    public static Task<IResult> HandleAsync(string? done, ClaimsPrincipal principal, NpgsqlDataSource database, Sessions sessions, CancellationToken cancellationToken) =>
        PageAsync(new AccountNotes { Done = done }, StatusCodes.Status200OK, principal, database, sessions, cancellationToken);

    internal static async Task<IResult> PageAsync(
        AccountNotes notes, int status, ClaimsPrincipal principal, NpgsqlDataSource database, Sessions sessions, CancellationToken cancellationToken) =>
        await GetMe.FindAsync(database, principal.UserId(), cancellationToken) is { } user
            ? PlatformPages.Html<AccountPage>(new { User = user, Sessions = await sessions.ListAsync(principal, cancellationToken), Notes = notes }, status)
            : new ApiError(StatusCodes.Status401Unauthorized);
}

/// <summary>What the page says beside what is there.</summary>
public sealed record AccountNotes
{
    /// <summary>What was just done: <c>session</c> or <c>others</c>.</summary>
    public string? Done { get; init; }

    /// <summary>What was typed to confirm the deletion, when it was not the e-mail.</summary>
    public string? Typed { get; init; }

    /// <summary>Why the data could not be exported.</summary>
    public string? ExportError { get; init; }
}
