using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChatCvService;
using Testing;

namespace Benchmarks;

/// <summary>
/// The CV conversation and its exports at the service, over HTTP on a real database and broker: turns of the built-in engine with 1 client and with 8, each beside a
/// plain read of the same session; then one document in every format.
/// </summary>
internal static class ChatBenchmark
{
    private const int Conversations = 48;
    private const int Exports = 40;

    // A whole CV in eleven messages, of the length people write.
    private static readonly string[] Messages =
    [
        "ana.carvalho@example.org, +351 912 345 678, I live in Porto, Portugal",
        "I work at Douro Payments as a Backend Engineer since March 2021. I built the settlement service in Python and PostgreSQL, cut its nightly run from 50 to 8 minutes and mentor two juniors.",
        "Before that I was a junior developer at Ribeira Labs in Braga from 06/2019 to 02/2021, where I wrote REST APIs in Flask",
        "I have an MSc in Computer Science from the University of Porto, graduated in May 2019",
        "Python, Django, PostgreSQL, Redis, Docker, AWS, code review and technical writing",
        "I speak Portuguese natively, English fluently and a little Spanish",
        "I'm an AWS Certified Developer",
        "I built a tide table for surfers called Tidepool using React and Django",
        "Actually I started at Douro Payments in April 2021",
        "what is missing?",
        "I got the Engineer of the Year award in 2023",
    ];

    public static async Task<int> RunChatAsync()
    {
        await using var postgres = new PostgresServer();
        await using var rabbit = new RabbitMqServer();
        await using var host = await HostAsync(postgres, rabbit);
        using var user = SignedIn(host);
        await HoldAsync(user, clients: 2, conversations: 6);
        foreach (var clients in (int[])[1, 8])
        {
            var (turns, reads) = await HoldAsync(user, clients, Conversations);
            Console.WriteLine($"a turn of the conversation      {clients} {(clients == 1 ? "client " : "clients")}  {turns}");
            Console.WriteLine($"GET of the same session         {clients} {(clients == 1 ? "client " : "clients")}  {reads}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a turn takes {turns.Median / reads.Median:F2} x a read at the median"));
        }

        return 0;
    }

    public static async Task<int> RunExportAsync()
    {
        await using var postgres = new PostgresServer();
        await using var rabbit = new RabbitMqServer();
        await using var host = await HostAsync(postgres, rabbit);
        using var user = SignedIn(host);
        var session = await StartAsync(user, CancellationToken.None);
        foreach (var message in Messages)
            await SayAsync(user, session, message, CancellationToken.None);
        var document = await SendAsync(user, $"/api/v1/chat/session/{session}/finalize", new { template_code = "professional" }, CancellationToken.None);
        var path = $"/api/v1/documents/{document.GetProperty("document").GetProperty("id").GetString()}/export?format=";

        foreach (var clients in (int[])[1, 8])
        {
            var markdown = double.NaN;
            foreach (var format in (string[])["md", "json", "docx", "pdf"])
            {
                await ExportAsync(user, path + format, clients, 8);
                var timings = await ExportAsync(user, path + format, clients, Exports);
                markdown = format == "md" ? timings.Median : markdown;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"export as {format,-5} {clients} {(clients == 1 ? "client " : "clients")}  {timings}   {timings.Median / markdown:F2} x Markdown"));
            }
        }

        return 0;
    }

    private static async Task<ServiceHost<ServiceMarker>> HostAsync(PostgresServer postgres, RabbitMqServer rabbit)
    {
        await postgres.InitializeAsync();
        await rabbit.InitializeAsync();
        var host = new ServiceHost<ServiceMarker>(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:chatcvdb"] = await postgres.CreateDatabaseAsync("chatcv"),
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        host.StartServer();
        return host;
    }

    private static HttpClient SignedIn(ServiceHost<ServiceMarker> host)
    {
        var user = host.CreateClient();
        user.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.Access(1, TimeSpan.FromHours(6)));
        return user;
    }

    private static async Task<(Timings Turns, Timings Reads)> HoldAsync(HttpClient user, int clients, int conversations)
    {
        var (turns, reads) = (new List<double>(), new List<double>());
        await Parallel.ForAsync(0, conversations, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (_, stop) =>
        {
            var session = await StartAsync(user, stop);
            foreach (var message in Messages)
            {
                // In turns, so that whatever else the machine does meets both.
                await TimeAsync(turns, () => SayAsync(user, session, message, stop));
                await TimeAsync(reads, () => user.GetByteArrayAsync(new Uri($"/api/v1/chat/session/{session}", UriKind.Relative), stop));
            }
        });
        return (new Timings(turns), new Timings(reads));
    }

    private static async Task<Timings> ExportAsync(HttpClient user, string path, int clients, int count)
    {
        var times = new List<double>();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (_, stop) => await TimeAsync(times, () => user.GetByteArrayAsync(new Uri(path, UriKind.Relative), stop)));
        return new Timings(times);
    }

    private static async Task TimeAsync(List<double> times, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        lock (times)
            times.Add(took);
    }

    private static async Task<string> StartAsync(HttpClient user, CancellationToken cancellationToken) =>
        (await SendAsync(user, "/api/v1/chat/start", new { initial_message = "Hi! I am Ana Carvalho, a backend engineer", doc_type = "cv" }, cancellationToken)).GetProperty("session_id").GetString()!;

    private static Task<JsonElement> SayAsync(HttpClient user, string session, string message, CancellationToken cancellationToken) =>
        SendAsync(user, "/api/v1/chat/message", new { session_id = session, message }, cancellationToken);

    private static async Task<JsonElement> SendAsync(HttpClient user, string path, object body, CancellationToken cancellationToken)
    {
        using var response = await user.PostAsJsonAsync(path, body, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
