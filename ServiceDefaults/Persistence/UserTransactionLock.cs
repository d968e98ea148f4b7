using Dapper;
using Npgsql;

namespace ServiceDefaults.Persistence;

/// <summary>One writer at a time for what one user owns in a service's database, until the transaction ends; knows whether the user was erased.</summary>
public static class UserTransactionLock
{
    /// <summary>Waits for the lock. False for a user whose account was deleted: nothing may be stored for them any more.</summary>
    public static async Task<bool> TakeAsync(NpgsqlTransaction transaction, long userId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        await transaction.Connection!.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_xact_lock(@userId)", new { userId }, transaction, cancellationToken: cancellationToken));
        return !await transaction.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM erased_users WHERE user_id = @userId)", new { userId }, transaction, cancellationToken: cancellationToken));
    }
}
