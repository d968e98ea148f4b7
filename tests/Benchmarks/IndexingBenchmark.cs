using System.Diagnostics;
using System.Globalization;
using EmbeddingService.Contracts;
using EmbeddingService.Models;
using MassTransit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Testing;
using Testing.Doubles;

namespace Benchmarks;

/// <summary>From the request on the bus to its answer: chunks over HTTP, vectors from the model, both into Postgres, one resume after the other.</summary>
internal static class IndexingBenchmark
{
    private const int Chunks = 12;
    private const int WarmUp = 50;
    private const int Resumes = 300;

    private static readonly string[] Sentences =
    [
        "Ran Kubernetes clusters on AWS for forty services in Python and Go, with Prometheus, Grafana and an on-call rota that people can live with. ",
        "Moved the deployment to Terraform and GitHub Actions, from hours to minutes, and wrote the runbooks that the support team uses every day. ",
        "Designed the PostgreSQL schema of the billing system, tuned its slow queries and migrated four terabytes without an outage. ",
        "Led a team of six engineers, hired three of them, and introduced code review and pairing where there had been neither. ",
    ];

    public static async Task<int> RunAsync()
    {
        await using var postgres = new PostgresServer();
        await postgres.InitializeAsync();
        await using var rabbit = new RabbitMqServer();
        await rabbit.InitializeAsync();
        await using var resumes = new HttpDouble(AnswerAsync);
        await resumes.StartAsync();
        await using var host = new ServiceHost<EmbeddingService.ServiceMarker>(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:embeddingdb"] = await postgres.CreateDatabaseAsync("embedding"),
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            ["services:resume:http:0"] = resumes.Address.ToString(),
        });
        host.StartServer();
        var model = host.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        var client = host.Services.GetRequiredService<IBus>().CreateRequestClient<IndexResume>(TimeSpan.FromSeconds(30));

        var (whole, embedding) = (new List<double>(), new List<double>());
        for (var resume = 1; resume <= WarmUp + Resumes; resume++)
        {
            var start = Stopwatch.GetTimestamp();
            var indexed = await client.GetResponse<ResumeIndexed>(new IndexResume(resume, UserId: resume, Revision: 1));
            var taken = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (indexed.Message.ChunkCount != Chunks)
                throw new InvalidOperationException("The resume was not indexed.");

            start = Stopwatch.GetTimestamp();
            await model.EmbedAsync(Texts(resume), default);
            if (resume <= WarmUp)
                continue;
            whole.Add(taken);
            embedding.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine($"model {model.ModelVersion}, resumes of {Chunks} chunks");
        Console.WriteLine($"request to answer          {new Timings(whole)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of that the model alone    {new Timings(embedding)}"));
        return 0;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var resume = long.Parse(context.Request.Path.Value!.Split('/')[3], CultureInfo.InvariantCulture);
        var chunks = Texts(resume).Select((text, number) => new ResumeChunk(number, text));
        return context.Response.WriteAsJsonAsync(new ResumeChunks(resume, resume, 1, [.. chunks]), PlatformJson.Internal);
    }

    // About the length of a chunk of 500 characters, each another text.
    private static string[] Texts(long resume) =>
        [.. Enumerable.Range(0, Chunks).Select(number => $"{resume} {number} " + string.Concat(Enumerable.Range(0, 4).Select(part => Sentences[(number + part) % Sentences.Length])))];
}
