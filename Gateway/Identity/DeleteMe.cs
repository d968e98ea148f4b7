using System.Security.Claims;
using Dapper;
using Gateway.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

internal sealed class DeleteMe(NpgsqlDataSource database, Outbox outbox, TimeProvider time, ILogger<User> logger)
{
    public static async Task<Results<NoContent, ApiError>> HandleAsync(ClaimsPrincipal principal, HttpContext context, DeleteMe delete, CancellationToken cancellationToken) =>
        await delete.EraseAsync(principal.UserId(), context, cancellationToken) ? TypedResults.NoContent() : new ApiError(StatusCodes.Status401Unauthorized);

    /// <summary>Erases the user and signs the browser out; false when the account was gone already.</summary>
    public async Task<bool> EraseAsync(long id, HttpContext context, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Sessions and refresh tokens go with the user.
        var deleted = await connection.ExecuteAsync(new CommandDefinition("DELETE FROM users WHERE id = @id", new { id }, transaction, cancellationToken: cancellationToken));
        SessionCookie.Clear(context);
        if (deleted == 0)
            return false;

        await Outbox.AddAsync(transaction, new UserDeleted(id, time.GetUtcNow()), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        Log.UserDeleted(logger, id);
        return true;
    }
}
