using EmbeddingService.Contracts;
using MassTransit;
using ResumeService.Contracts;

namespace EmbeddingService.Messaging;

/// <summary>Says that a resume was given up, when the last attempt at its event has failed in this service.</summary>
internal sealed class ResumeParsedFaultConsumer(IEndpointNameFormatter names, TimeProvider time, ILogger<ResumeParsedFaultConsumer> logger) : IConsumer<Fault<ResumeParsed>>
{
    public async Task Consume(ConsumeContext<Fault<ResumeParsed>> context)
    {
        // Other services hear ResumeParsed too, and their failures are announced under the same name.
        if (context.SourceAddress?.Segments[^1] != names.Consumer<ResumeParsedConsumer>())
            return;

        var parsed = context.Message.Message;
        var reason = ReasonOf(context.Message.Exceptions.LastOrDefault());
        Log.IndexingGivenUp(logger, parsed.ResumeId, parsed.Revision, reason);
        await context.Publish(new ResumeIndexingFailed(parsed.ResumeId, parsed.UserId, parsed.Revision, reason, time.GetUtcNow()), context.CancellationToken);
    }

    private static string ReasonOf(ExceptionInfo? failure) => failure?.ExceptionType switch
    {
        "System.Net.Http.HttpRequestException" or "System.Text.Json.JsonException" => "chunks_unavailable",
        { } type when type.StartsWith("Polly.", StringComparison.Ordinal) => "chunks_unavailable",
        "System.TimeoutException" or "Grpc.Core.RpcException" => "store_unavailable",
        { } type when type.StartsWith("Npgsql.", StringComparison.Ordinal) => "store_unavailable",
        _ => "internal",
    };
}
