using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Testing;
using Testing.Documents;

namespace Benchmarks;

/// <summary>Server time of every page of the app for a user who has something on each, through the gateway, beside <c>/health</c> in the same run.</summary>
internal static class PagesBenchmark
{
    private const int WarmUp = 30;
    private const int Requests = 200;
    private const string Job = "Senior Backend Engineer. 5+ years of experience with Python, PostgreSQL and AWS. Kubernetes in production; Terraform is a plus.";

    public static async Task<int> RunAsync()
    {
        await using var platform = new PlatformFixture();
        await platform.InitializeAsync();
        // As a browser: cookies, and pages instead of errors.
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = platform.BaseAddress };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var pages = new List<string> { "/health", "/", "/sign-in", "/register" };
        var visitors = pages.Count;
        pages.AddRange(await PrepareAsync(platform, browser));

        var times = pages.ToDictionary(page => page, _ => new List<double>(), StringComparer.Ordinal);
        using var visitor = platform.CreateClient();
        for (var round = 0; round < Requests + WarmUp; round++)
        {
            // In turns, so that whatever else the machine does meets all.
            foreach (var (place, page) in pages.Index())
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await (place < visitors ? visitor : browser).GetAsync(page);
                await response.Content.ReadAsByteArrayAsync();
                if (response.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException($"{page} was answered {response.StatusCode}.");
                if (round >= WarmUp)
                    times[page].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var health = new Timings(times["/health"]);
        foreach (var page in pages)
        {
            var timings = new Timings(times[page]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page,-60} {timings}  {timings.Median / health.Median:F2} x /health"));
        }

        return 0;
    }

    private static async Task<IEnumerable<string>> PrepareAsync(PlatformFixture platform, HttpClient browser)
    {
        var account = new { email = $"{Guid.NewGuid():N}@example.org", password = "correct horse battery" };
        (await browser.PostAsJsonAsync("/api/v1/auth/register", account)).EnsureSuccessStatusCode();
        var login = await (await browser.PostAsJsonAsync("/api/v1/auth/login", account)).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        using var program = platform.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", login.GetProperty("access_token").GetString());
        using var file = new MultipartFormDataContent
        {
            {
                new ByteArrayContent(PdfBuilder.OfLines(
                    [
                        "Ines Carvalho", "Platform Engineer", "EXPERIENCE", "Platform Engineer, Harbour Systems", "Jan 2020 - Dec 2023",
                        "- Ran services in Python on PostgreSQL and AWS", "SKILLS", "Python, Go, Docker, AWS, PostgreSQL, Redis, Git",
                    ])), "resume", "resume.pdf"
            },
        };
        var stored = await (await program.PostAsync("/api/upload_resume", file)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        var resume = $"/resumes/{stored.GetProperty("resume_id").GetInt64()}";
        foreach (var job in (string[])[Job, Job + " Kafka.", "Web developer: React, TypeScript, Node.js."])
        {
            // A program that signs with Authorization needs no token of a form.
            using var form = new FormUrlEncodedContent([new("job_description", job)]);
            using var response = await program.PostAsync(resume + "/jobs", form);
            if (response.StatusCode != HttpStatusCode.SeeOther)
                throw new InvalidOperationException($"A job was answered {response.StatusCode}.");
        }

        return ["/dashboard", "/resumes", resume, resume + "/compare", "/interviews", "/session/create", "/cvs", "/account"];
    }
}
