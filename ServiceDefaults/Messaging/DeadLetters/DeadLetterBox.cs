using System.Text;
using System.Text.Json;
using MassTransit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace ServiceDefaults.Messaging.DeadLetters;

/// <summary>Shows the messages of this service that failed for good, and sends them back to their queue once the reason is mended.</summary>
internal sealed class DeadLetterBox(ReceiveQueues queues, Func<Task<IConnection>> connect)
{
    /// <summary>Messages of one error queue that are described.</summary>
    public const int MostShown = 20;

    /// <summary>Messages that one replay moves.</summary>
    public const int MostMoved = 1_000;

    /// <summary>Error queues that hold something, by name.</summary>
    public async Task<IReadOnlyList<FailedMessages>> ReadAsync(CancellationToken cancellationToken)
    {
        var connection = await connect();
        var found = new List<FailedMessages>();
        foreach (var queue in queues.Names)
        {
            if (await ReadAsync(connection, queue, cancellationToken) is { } held)
                found.Add(held);
        }

        return found;
    }

    /// <summary>
    /// Moves what the error queue holds now back to its queue. A message leaves the error queue only after the broker has confirmed it in the other:
    /// a crash between the two leaves it in both, which idempotent consumers settle.
    /// </summary>
    /// <returns>Null when this service has no such queue.</returns>
    public async Task<Replay?> ReplayAsync(string queue, CancellationToken cancellationToken)
    {
        if (!queues.Has(queue))
            return null;
        var connection = await connect();
        if (await CountAsync(connection, queue, cancellationToken) is not (> 0 and var held))
            return new Replay(queue, 0);

        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        var moved = 0;
        while (moved < Math.Min(held, MostMoved) && await channel.BasicGetAsync(ErrorQueueOf(queue), autoAck: false, cancellationToken) is { } message)
        {
            var properties = new BasicProperties(message.BasicProperties);
            foreach (var fault in properties.Headers?.Keys.Where(name => name.StartsWith("MT-Fault-", StringComparison.Ordinal)).ToArray() ?? [])
                properties.Headers!.Remove(fault);
            await channel.BasicPublishAsync(exchange: "", queue, mandatory: true, properties, message.Body, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            moved++;
        }

        return new Replay(queue, moved);
    }

    private static async Task<FailedMessages?> ReadAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        if (await CountAsync(connection, queue, cancellationToken) is not (> 0 and var count))
            return null;

        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var messages = new List<DeadLetter>();
        ulong last = 0;
        while (messages.Count < MostShown && await channel.BasicGetAsync(ErrorQueueOf(queue), autoAck: false, cancellationToken) is { } message)
        {
            messages.Add(Describe(message));
            last = message.DeliveryTag;
        }

        // Looking takes nothing away: all go back to their place, and the question after it is answered once they have.
        if (last > 0)
            await channel.BasicNackAsync(last, multiple: true, requeue: true, cancellationToken);
        await channel.MessageCountAsync(ErrorQueueOf(queue), cancellationToken);
        return new FailedMessages(queue, count, messages);
    }

    // Null when nothing of this queue has ever failed: the error queue is made with the first failure. Asking for a queue that is not there closes the channel.
    private static async Task<long?> CountAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return await channel.MessageCountAsync(ErrorQueueOf(queue), cancellationToken);
        }
        catch (OperationInterruptedException)
        {
            return null;
        }
    }

    private static DeadLetter Describe(BasicGetResult message)
    {
        var headers = message.BasicProperties.Headers;
        return new DeadLetter(
            message.BasicProperties.MessageId,
            TypeOf(message.Body),
            Header(headers, MessageHeaders.FaultExceptionType),
            DateTimeOffset.TryParse(Header(headers, MessageHeaders.FaultTimestamp), System.Globalization.CultureInfo.InvariantCulture, out var at) ? at.ToUniversalTime() : null);
    }

    private static string? Header(IDictionary<string, object?>? headers, string name) => headers?.TryGetValue(name, out var value) == true
        ? value switch { byte[] bytes => Encoding.UTF8.GetString(bytes), { } other => other.ToString(), null => null }
        : null;

    // The envelope's first message type, without "urn:message:" (docs/events.md).
    private static string? TypeOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return envelope.RootElement.TryGetProperty("messageType", out var types) && types is { ValueKind: JsonValueKind.Array } && types.GetArrayLength() > 0
                ? types[0].GetString()?.Replace("urn:message:", "", StringComparison.Ordinal)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string ErrorQueueOf(string queue) => queue + "_error";
}
