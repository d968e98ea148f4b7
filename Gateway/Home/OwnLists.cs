using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Proxy;

namespace Gateway.Home;

/// <summary>
/// A user's lists, from the services that keep them, each asked for with the user's own token and all at once. A service that is down or slow leaves its list
/// unavailable; the page is shown without it.
/// </summary>
internal sealed class OwnLists(IHttpClientFactory clients, ServiceAddresses addresses, ILogger<OwnLists> logger)
{
    /// <summary>Name of the HTTP client, whose time limit is that of a page somebody waits for.</summary>
    public const string Client = "own-lists";

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public async Task<Belongings> ReadAsync(string accessToken, CancellationToken cancellationToken)
    {
        var resumes = ReadAsync<ResumeList, ResumeList>(ServiceAddresses.Resume, "/api/resumes", SnakeCase, list => list.Resumes is null ? null : [list], accessToken, cancellationToken);
        var reports = ReadAsync<ReportList, ListedReport>(ServiceAddresses.Interview, "/api/interview/", CamelCase, list => list.InterviewReports, accessToken, cancellationToken);
        var sessions = ReadAsync<SessionList, ListedSession>(ServiceAddresses.Interview, "/api/interview/sessions", CamelCase, list => list.Data, accessToken, cancellationToken);
        var mocks = ReadAsync<MockList, ListedMock>(ServiceAddresses.Interview, "/api/mock-interviews", CamelCase, list => list.MockInterviews, accessToken, cancellationToken);
        var due = ReadAsync<DueList, DuePractice>(
            ServiceAddresses.Interview, "/api/interview/practice/due", CamelCase, list => [new DuePractice(list.Count, list.Minutes)], accessToken, cancellationToken);
        var documents = ReadAsync<DocumentList, ListedDocument>(ServiceAddresses.ChatCv, "/api/v1/documents", SnakeCase, list => list.Documents, accessToken, cancellationToken);
        var chats = ReadAsync<ChatList, ListedChat>(ServiceAddresses.ChatCv, "/api/v1/chat/sessions", SnakeCase, list => list.Sessions, accessToken, cancellationToken);
        var owned = await resumes is { Items: [var list] } ? list : null;
        return new Belongings
        {
            Resumes = owned is null ? Listed<ListedResume>.Unavailable : new Listed<ListedResume>(owned.Resumes!),
            JobsCompared = owned?.JobDescriptions ?? 0,
            Reports = await reports,
            Sessions = await sessions,
            Mocks = await mocks,
            Documents = await documents,
            Chats = await chats,
            // Practice that cannot be read is only a hint less.
            Due = await due is { Items: [var practice] } && practice.Count > 0 ? practice : null,
        };
    }

    private async Task<Listed<TItem>> ReadAsync<TList, TItem>(
        string service, string path, JsonSerializerOptions json, Func<TList, IReadOnlyList<TItem>?> items, string accessToken, CancellationToken cancellationToken)
    {
        try
        {
            using var http = clients.CreateClient(Client);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(addresses.Of(service)[0], path));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
            using var response = await http.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync<TList>(body, json, cancellationToken) is { } list && items(list) is { } read
                ? new Listed<TItem>(read)
                : Listed<TItem>.Unavailable;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.ListUnavailable(logger, service, path, exception.GetType().Name);
            return Listed<TItem>.Unavailable;
        }
    }

    private sealed record ResumeList(IReadOnlyList<ListedResume>? Resumes, int JobDescriptions);

    private sealed record ReportList(IReadOnlyList<ListedReport> InterviewReports);

    private sealed record SessionList(IReadOnlyList<ListedSession> Data);

    private sealed record MockList(IReadOnlyList<ListedMock> MockInterviews);

    private sealed record DueList(int Count, int Minutes);

    private sealed record DocumentList(IReadOnlyList<ListedDocument> Documents);

    private sealed record ChatList(IReadOnlyList<ListedChat> Sessions);
}

/// <summary>Everything of a user that the dashboard shows; lists are newest first.</summary>
public sealed record Belongings
{
    public required Listed<ListedResume> Resumes { get; init; }

    /// <summary>How many job descriptions a resume was set against.</summary>
    public int JobsCompared { get; init; }

    public required Listed<ListedReport> Reports { get; init; }

    public required Listed<ListedSession> Sessions { get; init; }

    public required Listed<ListedMock> Mocks { get; init; }

    public required Listed<ListedDocument> Documents { get; init; }

    public required Listed<ListedChat> Chats { get; init; }

    /// <summary>Weak questions whose day has come; null when there are none.</summary>
    public DuePractice? Due { get; init; }
}

/// <summary>A list that a service keeps, or that it could not be asked for.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items)
{
    public static readonly Listed<T> Unavailable = new([]) { IsAvailable = false };

    public bool IsAvailable { get; private init; } = true;
}

public sealed record ListedResume(long ResumeId, string Filename, DateTimeOffset UploadedAt, bool Current, bool FaissIndexed);

public sealed record ListedReport([property: JsonPropertyName("_id")] string Id, string Title, int MatchScore, DateTimeOffset CreatedAt);

/// <param name="Status">CREATED, IN_PROGRESS, COMPLETED or EVALUATED.</param>
public sealed record ListedSession(Guid SessionId, string Status, int TotalQuestions, int AnsweredQuestions, int? OverallScore, DateTimeOffset CreatedAt);

/// <param name="Answers">Given so far, of eight.</param>
/// <param name="Score">1 to 10; null before there is feedback.</param>
public sealed record ListedMock(Guid Id, string JobTitle, string CompanyName, bool HasDocuments, int Answers, int? Score, DateTimeOffset CreatedAt);

public sealed record ListedDocument(string Id, string DocType, string Title, int CurrentVersion, DateTimeOffset UpdatedAt);

/// <param name="Status">active or completed.</param>
/// <param name="Progress">0 to 100.</param>
public sealed record ListedChat(Guid SessionId, string DocType, string Status, int Progress, DateTimeOffset UpdatedAt);

/// <param name="Count">Weak questions that are due.</param>
/// <param name="Minutes">What answering them takes.</param>
public sealed record DuePractice(int Count, int Minutes);
