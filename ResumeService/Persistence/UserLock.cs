using Dapper;
using Npgsql;

namespace ResumeService.Persistence;

/// <summary>One writer at a time for one user's resumes, until the transaction ends.</summary>
internal static class UserLock
{
    public static Task TakeAsync(NpgsqlTransaction transaction, long userId, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_xact_lock(@userId)", new { userId }, transaction, cancellationToken: cancellationToken));
}
