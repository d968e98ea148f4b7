using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Testing;
using Testing.Doubles;
using Xunit;

namespace InterviewService.Tests.Running;

/// <summary>
/// The service with the real EmbeddingService beside it. Of ResumeService the stored resumes are played by the tests; documents that come with a request are read by the real one.
/// </summary>
public sealed class RunningInterviewService(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<long, ResumeAnalysis> _analyses = [];
    private readonly ConcurrentDictionary<long, ResumeChunks> _chunks = [];
    private readonly ConcurrentDictionary<long, (string Filename, string Text)> _stored = [];
    private readonly List<ServiceHost<ServiceMarker>> _hosts = [];
    private HttpDouble? _resumes;
    private ServiceHost<EmbeddingService.ServiceMarker>? _embedding;
    private ServiceHost<ResumeService.Extraction.DocumentText>? _reader;
    private HttpClient? _reading;
    private long _ids = 5000;

    public ServiceHost<ServiceMarker> Host => _hosts[0];

    public string Database { get; private set; } = "";

    /// <summary>Job descriptions that ResumeService was asked about, by user.</summary>
    public ConcurrentDictionary<long, string?> Asked { get; } = [];

    public async ValueTask InitializeAsync()
    {
        _resumes = new HttpDouble(AnswerAsync);
        await _resumes.StartAsync();
        _embedding = new ServiceHost<EmbeddingService.ServiceMarker>(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:embeddingdb"] = await postgres.CreateDatabaseAsync("embedding"),
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            ["services:resume:http:0"] = _resumes.Address.ToString(),
        });
        _embedding.StartServer();
        _reader = new ServiceHost<ResumeService.Extraction.DocumentText>(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:resumedb"] = await postgres.CreateDatabaseAsync("resume"),
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            ["services:embedding:http:0"] = _embedding.ClientOptions.BaseAddress.ToString(),
        });
        _reader.StartServer();
        _reading = _reader.CreateClient().AsService();
        Database = await postgres.CreateDatabaseAsync("interview");
        With(_resumes.Address, _embedding.ClientOptions.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        _reading?.Dispose();
        if (_reader is not null)
            await _reader.DisposeAsync();
        if (_embedding is not null)
            await _embedding.DisposeAsync();
        if (_resumes is not null)
            await _resumes.DisposeAsync();
    }

    /// <summary>Another replica, with other neighbours; null for the usual one.</summary>
    public ServiceHost<ServiceMarker> With(Uri? resume = null, Uri? embedding = null) => Start(Settings(resume, embedding), logs: null);

    /// <summary>A platform of its own, database and queues included: what one interview leaves behind is done by no replica with other settings.</summary>
    public async Task<ServiceHost<ServiceMarker>> ApartAsync(IEnumerable<KeyValuePair<string, string?>> settings, CollectedLogs logs)
    {
        var all = Settings();
        all["ConnectionStrings:interviewdb"] = await postgres.CreateDatabaseAsync("interview");
        all["ConnectionStrings:messaging"] = await rabbit.CreateVirtualHostAsync($"apart-{Interlocked.Increment(ref _ids)}");
        foreach (var (name, value) in settings)
            all[name] = value;
        return Start(all, logs);
    }

    private Dictionary<string, string?> Settings(Uri? resume = null, Uri? embedding = null) => new(StringComparer.Ordinal)
    {
        ["Evaluation:RetryDelay"] = "00:00:00.5",
        ["Evaluation:Patience"] = "00:00:05",
        ["Evaluation:SweepInterval"] = "00:00:00.5",
        ["ConnectionStrings:interviewdb"] = Database,
        ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
        ["services:resume:http:0"] = (resume ?? _resumes!.Address).ToString(),
        ["services:embedding:http:0"] = (embedding ?? _embedding!.ClientOptions.BaseAddress).ToString(),
    };

    private ServiceHost<ServiceMarker> Start(Dictionary<string, string?> settings, CollectedLogs? logs)
    {
        var host = new ServiceHost<ServiceMarker>(settings, logs is null ? null : services => services.AddLogging(logging => logging.AddProvider(logs).AddFilter<CollectedLogs>(category: null, LogLevel.Trace)));
        host.StartServer();
        _hosts.Add(host);
        return host;
    }

    /// <summary>A new user with this resume; null for a user without one.</summary>
    public long NewUser(ResumeAnalysis? resume, ResumeChunks? chunks = null)
    {
        var user = Interlocked.Increment(ref _ids);
        if (resume is not null)
        {
            // A resume belongs to one user.
            _analyses[user] = resume with { ResumeId = user };
            _chunks[user] = new ResumeChunks(user, user, resume.Revision, chunks?.Chunks ?? []);
        }

        return user;
    }

    /// <summary>A new user who keeps one resume, whose id is the user's; the real ResumeService reads its text.</summary>
    public long NewUserWith(string filename, string text)
    {
        var user = NewUser(resume: null);
        _stored[user] = (filename, text);
        return user;
    }

    public static async Task<(int Status, JsonNode Body)> AskAsync(ServiceHost<ServiceMarker> host, long user, object? body)
    {
        using var client = host.CreateClient().AsUser(user);
        using var response = await client.PostAsJsonAsync("/api/resume_based_questions", body);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value is "/internal/analyse" or "/internal/pages")
        {
            await ReadDocumentAsync(context);
            return;
        }

        var parts = context.Request.Path.Value!.Split('/');
        var id = long.Parse(parts[3], CultureInfo.InvariantCulture);
        object? answer = null;
        if (parts is [_, "internal", "users", _, "analysis"])
        {
            var request = await context.Request.ReadFromJsonAsync<ResumeAnalysisRequest>(PlatformJson.Internal);
            Asked[id] = request!.JobDescription;
            var known = _analyses.GetValueOrDefault(id);
            answer = string.IsNullOrWhiteSpace(request.JobDescription) && known is not null
                ? known with { MatchingSkills = [], MissingSkills = [], ExperienceRequired = 0 }
                : known;
        }
        else if (parts is [_, "internal", "users", _, "resumes"])
        {
            answer = new UploadedResumes(_stored.TryGetValue(id, out var listed) ? [new UploadedResume(id, listed.Filename, new DateTimeOffset(2026, 11, 3, 18, 0, 0, TimeSpan.Zero))] : []);
        }
        else if (parts is [_, "internal", "users", _, "resumes", var resume, "analysis"] && resume == parts[3] && _stored.TryGetValue(id, out var kept))
        {
            var request = await context.Request.ReadFromJsonAsync<StoredAnalysisRequest>(PlatformJson.Internal);
            using var form = new MultipartFormDataContent
            {
                { new StringContent(string.IsNullOrWhiteSpace(request!.Text) ? kept.Text : kept.Text + "\n\n" + request.Text), "text" },
                { new StringContent(request.JobDescription ?? ""), "jobDescription" },
            };
            await RelayAsync(context, form);
            return;
        }
        else if (parts is [_, "internal", "resumes", _, "chunks"])
        {
            answer = _chunks.GetValueOrDefault(id);
        }

        if (answer is null)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await context.Response.WriteAsJsonAsync(answer, answer.GetType(), PlatformJson.Internal);
    }

    private async Task ReadDocumentAsync(HttpContext context)
    {
        using var body = new StreamContent(context.Request.Body);
        body.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        await RelayAsync(context, body, context.Request.Path.Value!);
    }

    private async Task RelayAsync(HttpContext context, HttpContent body, string path = "/internal/analyse")
    {
        using var answer = await _reading!.PostAsync(new Uri(path, UriKind.Relative), body);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}

[CollectionDefinition(nameof(RunningInterviewService))]
public sealed class RunningInterviewServiceTests : ICollectionFixture<RunningInterviewService>;
