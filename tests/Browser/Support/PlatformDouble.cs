using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Testing.Servers;

namespace Browser.Support;

/// <summary>
/// The pages as the gateway serves them, content security policy and all, in front of an API that answers in the shapes of seed 000 and CONTRACT.md and does what a test
/// asks of it: fails, waits, ends a sign-in. For the states of the page that the real platform shows rarely or slowly; the journey on the real platform stands beside it.
/// </summary>
internal sealed class PlatformDouble : IAsyncDisposable
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private readonly int _port = LocalProcess.FreePort();
    private readonly ConcurrentDictionary<string, (int Id, string Password)> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _accessTokens = [];
    private readonly ConcurrentDictionary<string, string> _refreshTokens = [];
    private readonly ConcurrentDictionary<string, (int Status, string Message)> _failures = [];
    private readonly Lock _gate = new();
    private readonly List<Resume> _resumes = [];
    private WebApplication? _app;
    private int _lastResume;

    private PlatformDouble()
    {
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Method and path of every request to the API.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>What was asked of <c>POST /api/resume_based_questions</c>.</summary>
    public ConcurrentQueue<JsonElement> QuestionsAsked { get; } = [];

    /// <summary>File name and job description of every upload that was read.</summary>
    public ConcurrentQueue<(string Filename, string? JobDescription)> Uploads { get; } = [];

    /// <summary>While set, an upload that has arrived is not answered until it completes.</summary>
    public TaskCompletionSource? Reading { get; set; }

    /// <summary>Pause after each 256 KB that is taken off the wire.</summary>
    public TimeSpan PauseOnTheWire { get; set; }

    /// <summary>Whether a new resume is searchable at once.</summary>
    public bool IndexesAtOnce { get; set; } = true;

    /// <summary>Life of access tokens given out from now on.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    public static async Task<PlatformDouble> StartAsync()
    {
        var platform = new PlatformDouble();
        await platform.ListenAsync();
        return platform;
    }

    /// <summary>Opens the port again after <see cref="StopAsync"/>, with everything as it was.</summary>
    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, _port);
            kestrel.Limits.MaxRequestBodySize = 18 * 1024 * 1024;
        });
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            context.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(context);
        });
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        _app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        _app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        _app.Run(AnswerAsync);
        await _app.StartAsync();
    }

    /// <summary>Closes the port: the browser is refused.</summary>
    public async Task StopAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _app = null;
    }

    public ValueTask DisposeAsync()
    {
        Reading?.TrySetResult();
        return new(StopAsync());
    }

    /// <summary>Answers requests to <paramref name="path"/> with an error from now on; <see cref="Mend"/> ends it.</summary>
    public void Break(string path, int status, string message) => _failures[path] = (status, message);

    public void Mend(string path) => _failures.TryRemove(path, out _);

    /// <summary>Every access token given out so far is expired now, also as the cookie.</summary>
    public void ExpireAccessTokens() => _accessTokens.Clear();

    /// <summary>Every session is over: nothing given out so far is good any more.</summary>
    public void EndSessions()
    {
        _accessTokens.Clear();
        _refreshTokens.Clear();
    }

    /// <summary>The index has caught up.</summary>
    public void FinishIndexing()
    {
        lock (_gate)
            _resumes.ForEach(resume => resume.Indexed = true);
    }

    public int CallsTo(string call) => Calls.Count(each => each == call);

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value!;
        if (!path.StartsWith("/api/", StringComparison.Ordinal))
        {
            // A page of a later issue, for the way back after a sign-in.
            context.Response.StatusCode = path == "/session/7/interview" ? 200 : 404;
            await context.Response.WriteAsync(path == "/session/7/interview" ? "The interview." : "");
            return;
        }

        Calls.Enqueue($"{request.Method} {path}");
        if (_failures.TryGetValue(path, out var failure))
        {
            await DrainAsync(request);
            await ErrorAsync(context, failure.Status, failure.Message);
            return;
        }

        if (path.StartsWith("/api/v1/auth/", StringComparison.Ordinal))
        {
            await SignInAsync(context, path);
            return;
        }

        if (UserOf(request) is not { } email)
        {
            await DrainAsync(request);
            await ErrorAsync(context, 401, "Invalid or expired token");
            return;
        }

        var id = path.StartsWith("/api/resumes/", StringComparison.Ordinal) ? int.Parse(path["/api/resumes/".Length..], System.Globalization.CultureInfo.InvariantCulture) : 0;
        await ((request.Method, path) switch
        {
            ("GET", "/api/v1/users/me") => OkAsync(context, UserBody(email)),
            ("GET", "/api/resumes") => OkAsync(context, new { success = true, resumes = List(email) }),
            ("GET", "/api/resume/analysis") when Current(email) is { } => OkAsync(context, new { success = true, resume_data = SampleResume.Profile }),
            ("GET", "/api/resume/chunks") when Current(email) is { } => OkAsync(context, new { success = true, chunks = SampleResume.Chunks }),
            ("POST", "/api/upload_resume") => UploadAsync(context, email),
            ("POST", "/api/resume/gap-analysis") when Current(email) is { } => CompareAsync(context),
            ("POST", "/api/resume_based_questions") when Current(email) is { } => QuestionsAsync(context),
            ("GET", _) when Find(email, id) is { } resume => OkAsync(context, new { success = true, resume_data = SampleResume.Profile, resume_id = id, filename = resume.Filename }),
            ("DELETE", _) when Find(email, id) is { } resume => DeleteAsync(context, resume),
            _ => ErrorAsync(context, 404, "No resume uploaded"),
        });
    }

    // ---------- Signing in ----------

    private async Task SignInAsync(HttpContext context, string path)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        string? Text(string name) => body.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        var email = Text("email") ?? "";
        switch (path)
        {
            case "/api/v1/auth/register":
                if (!_users.TryAdd(email, (_users.Count + 1, Text("password")!)))
                    await ErrorAsync(context, 409, "Email is already registered");
                else
                    await OkAsync(context, UserBody(email), 201);
                break;
            case "/api/v1/auth/login" when _users.TryGetValue(email, out var user) && user.Password == Text("password"):
                await SignedInAsync(context, email);
                break;
            case "/api/v1/auth/login":
                await ErrorAsync(context, 401, "Invalid email or password");
                break;
            case "/api/v1/auth/refresh" when _refreshTokens.TryRemove(Text("refresh_token") ?? "", out var owner):
                await SignedInAsync(context, owner);
                break;
            case "/api/v1/auth/refresh":
                // A used token ends everything, as at the gateway.
                EndSessions();
                await ErrorAsync(context, 401, "Invalid or expired token");
                break;
            default:
                EndSessions();
                context.Response.Cookies.Delete("token");
                context.Response.StatusCode = 204;
                break;
        }
    }

    private Task SignedInAsync(HttpContext context, string email)
    {
        var now = DateTimeOffset.UtcNow;
        var access = Token(now, AccessTokenLifetime);
        var refresh = Token(now, TimeSpan.FromDays(7));
        _accessTokens[access] = email;
        _refreshTokens[refresh] = email;
        context.Response.Cookies.Append("token", access, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = AccessTokenLifetime });
        return OkAsync(context, new { access_token = access, refresh_token = refresh, token_type = "bearer", user = UserBody(email) });
    }

    // Only the page's own reading of exp and iat matters here, so nothing is signed.
    private static string Token(DateTimeOffset now, TimeSpan lifetime)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { iat = now.ToUnixTimeSeconds(), exp = (now + lifetime).ToUnixTimeSeconds(), jti = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) });
        return $"e30.{Convert.ToBase64String(claims).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.none";
    }

    private string? UserOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : request.Cookies["token"];
        return token is not null && _accessTokens.TryGetValue(token, out var email) ? email : null;
    }

    private object UserBody(string email) => new { id = _users[email].Id, email, username = (string?)null, full_name = (string?)null, created_at = "2026-11-21T18:00:00.000Z" };

    // ---------- Resumes ----------

    private async Task UploadAsync(HttpContext context, string email)
    {
        using var body = new MemoryStream();
        var buffer = new byte[256 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            body.Write(buffer, 0, read);
            if (PauseOnTheWire > TimeSpan.Zero)
                await Task.Delay(PauseOnTheWire, context.RequestAborted);
        }

        body.Position = 0;
        context.Request.Body = body;
        var form = await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = 18 * 1024 * 1024 }, context.RequestAborted);
        var filename = form.Files.GetFile("resume")!.FileName;
        var jobDescription = form.TryGetValue("job_description", out var given) ? given.ToString() : null;
        Uploads.Enqueue((filename, jobDescription));
        if (Reading is { } reading)
            await reading.Task.WaitAsync(TimeSpan.FromSeconds(60), context.RequestAborted);

        Resume resume;
        lock (_gate)
        {
            resume = new Resume(++_lastResume, email, filename, DateTimeOffset.UtcNow) { Indexed = IndexesAtOnce };
            _resumes.Insert(0, resume);
        }

        await OkAsync(context, new
        {
            success = true,
            message = "Resume uploaded and processed successfully",
            parsed_data = SampleResume.Profile,
            faiss_indexed = resume.Indexed,
            chunks_created = SampleResume.Chunks.Length,
            gap_analysis = jobDescription is null ? null : SampleResume.GapTo(jobDescription),
            resume_id = resume.Id,
        });
    }

    private static async Task CompareAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        await OkAsync(context, new { success = true, gap_analysis = SampleResume.GapTo(body.RootElement.GetProperty("job_description").GetString()!) });
    }

    private async Task QuestionsAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        QuestionsAsked.Enqueue(body.RootElement.Clone());
        var seed = body.RootElement.GetProperty("variation_seed").GetString();
        var questions = Enumerable.Range(1, body.RootElement.GetProperty("question_count").GetInt32())
            .Select(number => new { question = $"Question {number} of the variation {seed}: what did Harbour Board teach you?", type = number % 2 == 0 ? "technical" : "project-based" });
        await OkAsync(context, new { success = true, questions, resume_chunks_found = 2 });
    }

    private Task DeleteAsync(HttpContext context, Resume resume)
    {
        lock (_gate)
            _resumes.Remove(resume);
        return OkAsync(context, new { success = true, message = "Resume deleted" });
    }

    private object[] List(string email)
    {
        lock (_gate)
        {
            return [.. _resumes.Where(resume => resume.Owner == email).Select((resume, index) => new
            {
                resume_id = resume.Id,
                filename = resume.Filename,
                uploaded_at = resume.UploadedAt,
                current = index == 0,
                faiss_indexed = resume.Indexed,
            })];
        }
    }

    private Resume? Current(string email)
    {
        lock (_gate)
            return _resumes.Find(resume => resume.Owner == email);
    }

    private Resume? Find(string email, int id)
    {
        lock (_gate)
            return _resumes.Find(resume => resume.Owner == email && resume.Id == id);
    }

    // ---------- Answers ----------

    private static Task OkAsync<T>(HttpContext context, T body, int status = 200)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }

    private static Task ErrorAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal)
            ? context.Response.WriteAsJsonAsync(new { error = message }, context.RequestAborted)
            : context.Response.WriteAsJsonAsync(new { success = false, message }, context.RequestAborted);
    }

    // A browser that is still sending sees a broken connection instead of an answer that comes too early.
    private static Task DrainAsync(HttpRequest request) => request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);

    private sealed record Resume(int Id, string Owner, string Filename, DateTimeOffset UploadedAt)
    {
        public bool Indexed { get; set; }
    }
}
