using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

internal static class GetMe
{
    public static async Task<Results<Ok<User>, ApiError>> HandleAsync(ClaimsPrincipal principal, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        // Deleted since the check at the door.
        await FindAsync(database, principal.UserId(), cancellationToken) is { } user ? TypedResults.Ok(user) : new ApiError(StatusCodes.Status401Unauthorized);

    /// <summary>The user; null when there is none.</summary>
    public static async Task<User?> FindAsync(NpgsqlDataSource database, long id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<User>(new CommandDefinition($"SELECT {User.Columns} FROM users WHERE id = @id", new { id }, cancellationToken: cancellationToken));
    }
}
