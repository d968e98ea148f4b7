using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace ServiceDefaults.Persistence;

/// <summary>Events that leave with the transaction that causes them: both or neither.</summary>
public sealed class Outbox(OutboxSignal signal)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes <paramref name="message"/> in <paramref name="transaction"/>; the relay publishes it after the commit.</summary>
    public static Task AddAsync<T>(NpgsqlTransaction transaction, T message, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO outbox (id, type, body, trace) VALUES (@Id, @Type, @Body::jsonb, @Trace)",
            new
            {
                Id = Guid.CreateVersion7(),
                Type = NameOf(typeof(T)),
                Body = JsonSerializer.Serialize(message, Json),
                Trace = Activity.Current?.Id,
            },
            transaction,
            cancellationToken: cancellationToken));
    }

    /// <summary>Commits and wakes the relay.</summary>
    public async Task CommitAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        await transaction.CommitAsync(cancellationToken);
        signal.Set();
    }

    // Without a version, so that rows written before an upgrade are still read after it.
    private static string NameOf(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";
}
