using System.Net.Http.Headers;
using System.Text.Json;
using Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(RabbitMqServer))]

namespace ResumeService.Tests.Features;

/// <summary>ResumeService on a real database and broker, beside a double of EmbeddingService.</summary>
public sealed class ResumeServiceFixture(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private static long _lastUser = 1000;
    private ServiceHost<global::ResumeService.Extraction.DocumentText> _host = null!;

    public EmbeddingDouble Embedding { get; private set; } = null!;

    public string Database { get; private set; } = null!;

    public IServiceProvider Services => _host.Services;

    public async ValueTask InitializeAsync()
    {
        Embedding = await EmbeddingDouble.StartAsync(rabbit.ConnectionString);
        Database = await postgres.CreateDatabaseAsync("resumedb");
        _host = new ServiceHost<global::ResumeService.Extraction.DocumentText>(new Dictionary<string, string?>
        {
            ["ConnectionStrings:resumedb"] = Database,
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            ["services:embedding:http:0"] = Embedding.Address,
            ["Indexing:RequestTimeout"] = "00:00:01.5",
            ["Indexing:CatchUpInterval"] = "00:00:00.5",
            ["Indexing:CatchUpDelay"] = "00:00:02",
        });
        _host.CreateClient().Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Embedding.DisposeAsync();
    }

    /// <summary>A client signed in as a user nobody else is.</summary>
    public HttpClient NewUser() => NewUser(out _);

    public HttpClient NewUser(out long userId)
    {
        userId = Interlocked.Increment(ref _lastUser);
        return _host.CreateClient().AsUser(userId);
    }

    public HttpClient Anonymous() => _host.CreateClient();

    public HttpClient AsService() => _host.CreateClient().AsService();

    internal static MultipartFormDataContent Form(byte[] file, string filename = "resume.pdf", string? jobDescription = null, string field = "resume")
    {
        var form = new MultipartFormDataContent();
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, field, filename);
        if (jobDescription is not null)
            form.Add(new StringContent(jobDescription), "job_description");
        return form;
    }
}

/// <summary>One service for all: two on one broker would take each other's messages, as replicas do.</summary>
[CollectionDefinition(nameof(ResumeServiceFixture))]
public sealed class ResumeServiceGroup : ICollectionFixture<ResumeServiceFixture>;

internal static class JsonAnswers
{
    /// <summary>Sends and reads the JSON answer with its status.</summary>
    public static async Task<(int Status, JsonElement Body)> ReadAsync(this Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var document = await JsonDocument.ParseAsync(stream);
        return ((int)response.StatusCode, document.RootElement.Clone());
    }

    public static string[] Strings(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    public static string[] Names(this JsonElement body) => [.. body.EnumerateObject().Select(property => property.Name)];
}
