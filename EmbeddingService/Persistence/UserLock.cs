using Dapper;
using Npgsql;

namespace EmbeddingService.Persistence;

/// <summary>
/// One writer at a time for one user's vectors, also across several transactions and calls of another server. The lock belongs to the connection:
/// a process that dies, or loses it, loses the lock, and can commit nothing on it any more. It excludes the lock of a transaction too.
/// </summary>
internal sealed class UserLock : IAsyncDisposable
{
    private readonly long _userId;

    private UserLock(NpgsqlConnection connection, long userId) => (Connection, _userId) = (connection, userId);

    /// <summary>What is done under the lock is done on this connection.</summary>
    public NpgsqlConnection Connection { get; }

    public long UserId => _userId;

    public static async Task<UserLock> TakeAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@userId)", new { userId }, cancellationToken: cancellationToken));
            return new UserLock(connection, userId);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Null when somebody else has it.</summary>
    public static async Task<UserLock?> TryTakeAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            if (await connection.ExecuteScalarAsync<bool>(
                new CommandDefinition("SELECT pg_try_advisory_lock(@userId)", new { userId }, cancellationToken: cancellationToken)))
            {
                return new UserLock(connection, userId);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A connection that goes back to its pool keeps the lock until somebody uses it next.
            await Connection.ExecuteAsync("SELECT pg_advisory_unlock(@userId)", new { userId = _userId });
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or ObjectDisposedException)
        {
            // A broken connection has lost it already.
        }
        finally
        {
            await Connection.DisposeAsync();
        }
    }
}
