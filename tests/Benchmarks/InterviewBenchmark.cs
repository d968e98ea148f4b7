using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Testing;

namespace Benchmarks;

/// <summary>
/// Interviews on a platform started for it, through the gateway and with the limit on new sessions lifted: making a session of 10 questions, answering one, from its end
/// to its report, a report of a resume and a job, and both PDFs; with 1 client and with 8.
/// </summary>
internal static class InterviewBenchmark
{
    private const int Questions = 10;
    private const int Rounds = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // The questions differ from person to person: the answers are of the length and the kind that people give, not right ones.
    private static readonly string[] Answers =
    [
        "At Douro Payments I measured each step first, because guessing had cost us a week before. Two queries lacked an index and rows were written one by one, so I added the indexes and "
            + "wrote in batches of 1,000. The nightly settlement went from 50 to 8 minutes, and since then we look at the plan of a query before we release it.",
        "I would start with what the users notice, then look at the logs and metrics of the last release. A rollback comes first when it is safe, the cause second. Afterwards I write down what "
            + "happened, what we changed, and which alarm would have told us earlier.",
        "It depends on how often the data changes. An index speeds up reads but each write has to keep it up to date, and it takes space. For a table that is mostly written I keep only the ones "
            + "that the important queries need.",
    ];

    private const string Resume = """
        Ines Carvalho
        Backend Engineer
        ines.carvalho@example.org | Porto, Portugal
        EXPERIENCE
        Backend Engineer, Douro Payments
        Mar 2021 - Present
        - Built a Django service on PostgreSQL that settles 40,000 payments a day
        - Cut the time of the nightly settlement from 50 to 8 minutes with indexes and batch writes
        - Moved deployments to Docker on AWS and wrote the runbooks
        Junior Developer, Ribeira Labs
        Jun 2019 - Feb 2021
        - Wrote REST APIs in Flask with Redis as the cache
        PROJECTS
        Tidepool
        - Web application in React and Django that shows tides for surfers, 1,200 users a month
        SKILLS
        Python, Django, Flask, PostgreSQL, Redis, Docker, AWS, React, Git, Scrum
        """;

    private const string Job = """
        Senior Backend Engineer
        We are looking for a backend engineer with 5+ years of experience.
        You build services in Python on PostgreSQL and run them with Docker and Kubernetes on AWS.
        You know Kafka and event-driven systems. Terraform is nice to have.
        """;

    public static async Task<int> RunAsync()
    {
        // Services inherit their settings from this process.
        Environment.SetEnvironmentVariable("RateLimits__InterviewSessions__PerClient", "0");
        Environment.SetEnvironmentVariable("RateLimits__InterviewSessions__InAll", "0");
        await using var platform = new PlatformFixture();
        await platform.InitializeAsync();
        using var user = platform.CreateClient();
        var account = new { email = $"{Guid.NewGuid():N}@example.org", password = "correct horse battery" };
        (await user.PostAsJsonAsync("/api/v1/auth/register", account)).EnsureSuccessStatusCode();
        var login = await (await user.PostAsJsonAsync("/api/v1/auth/login", account)).Content.ReadFromJsonAsync<JsonElement>();
        user.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("access_token").GetString());

        await MeasureAsync(user, clients: 2, rounds: 4);
        foreach (var clients in (int[])[1, 8])
        {
            foreach (var (what, timings) in await MeasureAsync(user, clients, Rounds))
                Console.WriteLine($"{what,-38} {clients} {(clients == 1 ? "client " : "clients")}  {timings}");
        }

        return 0;
    }

    private static async Task<IReadOnlyList<(string What, Timings Timings)>> MeasureAsync(HttpClient user, int clients, int rounds)
    {
        var times = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        await Parallel.ForAsync(0, rounds, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (_, stop) =>
        {
            var session = await TimeAsync("make a session of 10 questions", () => SendAsync(user, HttpMethod.Post, "/api/interview/sessions",
                new { resumeText = Resume, questionCount = Questions, resumeId = Guid.NewGuid().ToString("N") }, stop));
            var path = "/api/interview/sessions/" + session.GetProperty("data").GetProperty("sessionId").GetString();
            for (var index = 0; ; index++)
            {
                var answered = await TimeAsync("answer a question", () => SendAsync(user, HttpMethod.Post, path + "/answers", new { questionIndex = index, answer = Answers[index % Answers.Length] }, stop));
                if (!answered.GetProperty("data").GetProperty("hasNextQuestion").GetBoolean())
                    break;
            }

            await TimeAsync("from the last answer to the report", () => ReportAsync(user, path, stop));
            await TimeAsync("session report as PDF", () => FileAsync(user, HttpMethod.Get, path + "/export", stop));
            var report = await TimeAsync("report of a resume and a job", () => SendAsync(user, HttpMethod.Post, "/api/interview/", new { jobDescription = Job, selfDescription = Resume }, stop));
            var id = report.GetProperty("interviewReport").GetProperty("_id").GetString();
            await TimeAsync("one-page CV as PDF", () => FileAsync(user, HttpMethod.Post, "/api/interview/resume/pdf/" + id, stop));
        });
        return [.. times.Select(entry => (entry.Key, new Timings(entry.Value)))];

        async Task<T> TimeAsync<T>(string what, Func<Task<T>> work)
        {
            var start = Stopwatch.GetTimestamp();
            var result = await work();
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            lock (times)
            {
                if (!times.TryGetValue(what, out var list))
                    times[what] = list = [];
                list.Add(took);
            }

            return result;
        }
    }

    private static async Task<JsonElement> SendAsync(HttpClient user, HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await user.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private static async Task<bool> ReportAsync(HttpClient user, string path, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            using var response = await user.GetAsync(path + "/report", cancellationToken);
            if (response.StatusCode == System.Net.HttpStatusCode.OK)
                return true;
            await Task.Delay(5, cancellationToken);
        }

        throw new TimeoutException("An interview was not evaluated.");
    }

    private static async Task<long> FileAsync(HttpClient user, HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await user.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsByteArrayAsync(cancellationToken)).LongLength;
    }
}
