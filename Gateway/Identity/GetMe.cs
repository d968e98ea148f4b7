using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

internal static class GetMe
{
    public static async Task<Results<Ok<User>, ApiError>> HandleAsync(ClaimsPrincipal principal, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var user = await connection.QuerySingleOrDefaultAsync<User>(new CommandDefinition(
            $"SELECT {User.Columns} FROM users WHERE id = @Id", new { Id = principal.UserId() }, cancellationToken: cancellationToken));
        // Deleted since the check at the door.
        return user is null ? new ApiError(StatusCodes.Status401Unauthorized) : TypedResults.Ok(user);
    }
}
