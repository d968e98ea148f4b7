using Dapper;
using Npgsql;

namespace ChatCvService.Persistence;

/// <summary>One writer at a time for one user's new rows, until the transaction ends; knows whether the user was erased.</summary>
internal static class UserLock
{
    /// <summary>False when the user's account was deleted: nothing may be stored any more.</summary>
    public static async Task<bool> TakeAsync(NpgsqlTransaction transaction, long userId, CancellationToken cancellationToken)
    {
        await transaction.Connection!.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_xact_lock(@userId)", new { userId }, transaction, cancellationToken: cancellationToken));
        return !await transaction.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM erased_users WHERE user_id = @userId)", new { userId }, transaction, cancellationToken: cancellationToken));
    }
}
