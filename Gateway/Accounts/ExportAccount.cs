using System.Globalization;
using System.IO.Compression;
using System.Security.Claims;
using System.Text.Json;
using Gateway.Identity;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Json;
using ServiceDefaults.Problems;

namespace Gateway.Accounts;

/// <summary>
/// <c>GET /account/export</c>: a zip of everything that any service keeps about the user. It is whole or it is not answered: with a service down the page says so,
/// because a part would look like all.
/// </summary>
internal sealed class ExportAccount(
    NpgsqlDataSource database,
    Sessions sessions,
    ResumeExport resumes,
    EmbeddingExport embedding,
    InterviewExport interviews,
    ChatCvExport cvs,
    TimeProvider time,
    ILogger<ExportAccount> logger)
{
    private const string ReadMe = """
        Everything the Interview Platform keeps about you, as it was when you asked for it. Times are UTC.

        account.json       your account and the places where you are signed in; your password is stored as a hash that cannot be read back, and is not here
        resumes.json       your resumes: their text and what was read from it
        resumes/           the files as you uploaded them
        search-index.json  which resumes are searchable; the index holds pieces of their text as numbers
        interviews.json    preparation reports, interviews with your answers and their scores, mock interviews
        cvs.json           CV conversations and finished documents with all versions
        """;

    // Names that no file system takes in a name.
    private static readonly char[] Unsafe = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

    public static async Task<IResult> HandleAsync(ClaimsPrincipal principal, ExportAccount export, HttpContext context, CancellationToken cancellationToken)
    {
        var userId = principal.UserId();
        if (await GetMe.FindAsync(export.Database, userId, cancellationToken) is not { } user)
            return new ApiError(StatusCodes.Status401Unauthorized);
        // On disk, not in memory: the files of a user can have any size. It goes away with the answer.
        var zip = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        context.Response.RegisterForDisposeAsync(zip);
        try
        {
            await export.WriteAsync(zip, user, principal, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            Log.ExportFailed(export.Logger, userId, exception.GetType().Name);
            return await ShowAccount.PageAsync(
                new AccountNotes { ExportError = "Not everything could be collected, because one part of the platform is not available right now. Try again in a few minutes; nothing is lost." },
                StatusCodes.Status503ServiceUnavailable, principal, export.Database, export.Sessions, cancellationToken);
        }

        zip.Position = 0;
        var day = export.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return TypedResults.File(zip, "application/zip", $"interview-platform-{day}.zip");
    }

    private NpgsqlDataSource Database => database;

    private Sessions Sessions => sessions;

    private TimeProvider Time => time;

    private ILogger Logger => logger;

    private async Task WriteAsync(Stream output, User user, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var open = await sessions.ListAsync(principal, cancellationToken);
        var files = new List<(long Id, string Filename)>();
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await AddAsync("README.txt", stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(ReadMe), cancellationToken).AsTask());
        var account = new
        {
            user.Id,
            user.Email,
            user.Username,
            user.FullName,
            user.CreatedAt,
            Sessions = open.Select(session => new { session.Device, session.CreatedAt, session.LastUsedAt }),
        };
        await AddAsync("account.json", stream => JsonSerializer.SerializeAsync(stream, account, PlatformJson.Internal, cancellationToken));
        await AddJsonAsync("resumes.json", resumes, data =>
        {
            foreach (var resume in data.RootElement.GetProperty("resumes").EnumerateArray())
                files.Add((resume.GetProperty("id").GetInt64(), resume.GetProperty("filename").GetString() ?? ""));
        });
        foreach (var (id, filename) in files)
        {
            await using var content = await resumes.FileAsync(user.Id, id, cancellationToken);
            // Deleted since the list was made.
            if (content is not null)
                await AddAsync($"resumes/{id}-{Safe(filename)}", stream => content.CopyToAsync(stream, cancellationToken));
        }

        await AddJsonAsync("search-index.json", embedding);
        await AddJsonAsync("interviews.json", interviews);
        await AddJsonAsync("cvs.json", cvs);

        async Task AddAsync(string name, Func<Stream, Task> write)
        {
            await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
            await write(entry);
        }

        async Task AddJsonAsync(string name, OwnData service, Action<JsonDocument>? look = null)
        {
            using var data = await service.ReadAsync(user.Id, cancellationToken);
            look?.Invoke(data);
            await AddAsync(name, async stream =>
            {
                await using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = PlatformJson.Internal.Encoder });
                data.WriteTo(writer);
            });
        }
    }

    private static string Safe(string filename) => string.Concat(filename.Select(character => Array.IndexOf(Unsafe, character) >= 0 || char.IsControl(character) ? '_' : character));
}

/// <summary>What one service keeps about a user: <c>GET /internal/users/{userId}/export</c>, which a service alone may ask for.</summary>
internal abstract class OwnData(HttpClient http)
{
    protected HttpClient Http => http;

    /// <exception cref="HttpRequestException">The service is down, too slow, or refuses.</exception>
    public async Task<JsonDocument> ReadAsync(long userId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"/internal/users/{userId}/export", UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
    }
}

internal sealed class ResumeExport(HttpClient http) : OwnData(http)
{
    /// <summary>The uploaded file; null when it is gone.</summary>
    /// <exception cref="HttpRequestException">The service is down, too slow, or refuses.</exception>
    public async Task<Stream?> FileAsync(long userId, long resumeId, CancellationToken cancellationToken)
    {
        using var response = await Http.GetAsync(new Uri($"/internal/users/{userId}/resumes/{resumeId}/file", UriKind.Relative), cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        // Read whole already, as every file is at most 16 MB.
        return new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}

internal sealed class EmbeddingExport(HttpClient http) : OwnData(http);

internal sealed class InterviewExport(HttpClient http) : OwnData(http);

internal sealed class ChatCvExport(HttpClient http) : OwnData(http);
