using Dapper;
using Npgsql;

namespace InterviewService.Persistence;

/// <summary>One writer at a time for what a user owns, until the transaction ends.</summary>
internal static class UserLock
{
    /// <summary>False for a user whose data was erased: nothing may be stored for them any more.</summary>
    public static async Task<bool> TakeAsync(NpgsqlTransaction transaction, long userId, CancellationToken cancellationToken)
    {
        await transaction.Connection!.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_xact_lock(@userId)", new { userId }, transaction, cancellationToken: cancellationToken));
        return !await transaction.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM erased_users WHERE user_id = @userId)", new { userId }, transaction, cancellationToken: cancellationToken));
    }
}
