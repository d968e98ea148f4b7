using System.Collections.Concurrent;
using EmbeddingService.Contracts;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace ResumeService.Tests.Features;

/// <summary>EmbeddingService as ResumeService sees it: the bus request, the event and the similarity route, each of which can be made to fail.</summary>
public sealed class EmbeddingDouble : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmbeddingDouble(WebApplication app) => _app = app;

    /// <summary>What the double does; changed by tests, which take it back with <see cref="BehaveWell"/>.</summary>
    public sealed class Behaviour
    {
        public const double UsualSimilarity = 0.73156;

        public bool AnswersRequests { get; set; } = true;

        public bool IndexesFromEvents { get; set; } = true;

        public double? Similarity { get; set; } = UsualSimilarity;

        public ConcurrentBag<ResumeParsed> Parsed { get; } = [];

        public ConcurrentBag<ResumeDeleted> Deleted { get; } = [];

        public void BehaveWell()
        {
            AnswersRequests = true;
            IndexesFromEvents = true;
            Similarity = UsualSimilarity;
        }
    }

    public Behaviour Does => _app.Services.GetRequiredService<Behaviour>();

    public string Address => _app.Urls.First();

    public static async Task<EmbeddingDouble> StartAsync(string broker)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Behaviour>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter("embedding-double-" + Guid.NewGuid().ToString("N"), false));
            bus.AddConsumer<IndexResumeConsumer>();
            bus.AddConsumer<ResumeParsedConsumer>();
            bus.AddConsumer<ResumeDeletedConsumer>();
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(broker));
                rabbit.ConfigureEndpoints(context);
            });
        });
        var app = builder.Build();
        app.MapPost("/internal/similarity", (Behaviour does) => does.Similarity is { } similarity
            ? Results.Json(new ResumeSimilarityResponse(similarity, "double"), PlatformJson.Internal)
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        await app.StartAsync();
        await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        return new EmbeddingDouble(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static ResumeIndexed Indexed(long resumeId, long userId, int revision) => new(resumeId, userId, revision, 1, "double", DateTimeOffset.UtcNow);

    internal sealed class IndexResumeConsumer(Behaviour does) : IConsumer<IndexResume>
    {
        public Task Consume(ConsumeContext<IndexResume> context) => does.AnswersRequests
            ? context.RespondAsync(Indexed(context.Message.ResumeId, context.Message.UserId, context.Message.Revision))
            : Task.CompletedTask;
    }

    internal sealed class ResumeParsedConsumer(Behaviour does) : IConsumer<ResumeParsed>
    {
        public Task Consume(ConsumeContext<ResumeParsed> context)
        {
            does.Parsed.Add(context.Message);
            return does.IndexesFromEvents
                ? context.Publish(Indexed(context.Message.ResumeId, context.Message.UserId, context.Message.Revision))
                : Task.CompletedTask;
        }
    }

    internal sealed class ResumeDeletedConsumer(Behaviour does) : IConsumer<ResumeDeleted>
    {
        public Task Consume(ConsumeContext<ResumeDeleted> context)
        {
            does.Deleted.Add(context.Message);
            return Task.CompletedTask;
        }
    }
}
