using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Testing;
using Testing.Documents;

namespace Benchmarks;

/// <summary>Upload of a two-page PDF through the gateway, and what the gateway adds to a request, on a platform started for it.</summary>
internal static class PlatformBenchmark
{
    private const int WarmUp = 20;
    private const int Uploads = 120;
    private const int Requests = 600;

    public static async Task<int> RunAsync()
    {
        await using var platform = new PlatformFixture();
        await platform.InitializeAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to healthy                     {platform.StartTime.TotalSeconds:F1} s"));

        using var gateway = platform.CreateClient();
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = new { email, password = "correct horse battery" };
        (await gateway.PostAsJsonAsync("/api/v1/auth/register", account)).EnsureSuccessStatusCode();
        var login = await (await gateway.PostAsJsonAsync("/api/v1/auth/login", account)).Content.ReadFromJsonAsync<JsonElement>();
        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("access_token").GetString());
        using var service = new HttpClient { BaseAddress = await AddressOfAsync(platform, "resume") };
        service.DefaultRequestHeaders.Authorization = gateway.DefaultRequestHeaders.Authorization;

        await UploadAsync(gateway, clients: 2, WarmUp);
        Console.WriteLine($"upload through the gateway, 1 client   {await UploadAsync(gateway, clients: 1, Uploads)}");
        Console.WriteLine($"upload through the gateway, 8 clients  {await UploadAsync(gateway, clients: 8, Uploads)}");

        var direct = new List<double>();
        var through = new List<double>();
        for (var i = 0; i < Requests + WarmUp; i++)
        {
            // In turns, so that whatever else the machine does meets both.
            var first = await GetAsync(service);
            var second = await GetAsync(gateway);
            if (i >= WarmUp)
            {
                direct.Add(first);
                through.Add(second);
            }
        }

        var (d, g) = (new Timings(direct), new Timings(through));
        Console.WriteLine($"GET /api/resume/analysis, service      {d}");
        Console.WriteLine($"GET /api/resume/analysis, gateway      {g}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the gateway adds {g.Median - d.Median:F2} ms at the median ({g.Median / d.Median:F2} x), {g.P95 - d.P95:F2} ms at p95"));
        return 0;
    }

    private static async Task<Timings> UploadAsync(HttpClient client, int clients, int uploads)
    {
        var times = new double[uploads];
        await Parallel.ForAsync(0, uploads, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (i, cancellationToken) =>
        {
            var pdf = TwoPages();
            var start = Stopwatch.GetTimestamp();
            using var form = new MultipartFormDataContent { { new ByteArrayContent(pdf), "resume", "resume.pdf" } };
            using var response = await client.PostAsync("/api/upload_resume", form, cancellationToken);
            var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (!response.IsSuccessStatusCode || !body.GetProperty("faiss_indexed").GetBoolean())
                throw new InvalidOperationException($"An upload ended with {response.StatusCode} or without its index.");
        });
        return new Timings(times);
    }

    private static async Task<double> GetAsync(HttpClient client)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync("/api/resume/analysis");
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<Uri> AddressOfAsync(PlatformFixture platform, string service)
    {
        using var client = new HttpClient { BaseAddress = platform.Dashboard };
        var resources = await client.GetFromJsonAsync<JsonElement>("/resources.json");
        var resource = resources.GetProperty("resources").EnumerateArray().First(resource => resource.GetProperty("resource").GetString() == service);
        return new Uri(resource.GetProperty("endpoints")[0].GetProperty("url").GetString()!);
    }

    // Another document each time: the same bytes again would be answered from the earlier upload.
    private static byte[] TwoPages()
    {
        string[] first =
        [
            "Ines Carvalho", "Platform Engineer", "ines.carvalho@example.org | +351 21 123 4567 | Porto", "EXPERIENCE",
            .. Enumerable.Range(0, 6).SelectMany(job => new[]
            {
                $"Platform Engineer, Company {(char)('A' + job)}", $"Jan {2012 + (job * 2)} - Dec {2013 + (job * 2)}",
                "- Ran Kubernetes clusters on AWS for forty services in Python and Go", "- Moved the deployment to Terraform and GitHub Actions, from hours to minutes",
                "- Introduced Prometheus and Grafana, and an on-call rota that people can live with",
            }),
        ];
        string[] second =
        [
            "PROJECTS", "Harbour Watch", "- Django application on PostgreSQL that shows ship positions, Redis cache", "EDUCATION",
            "MSc Informatics, University of Porto, 2009 - 2011", "SKILLS", "Python, Go, Kubernetes, Docker, AWS, Terraform, PostgreSQL, Redis, Linux, Git", Guid.NewGuid().ToString("N"),
        ];
        return new PdfBuilder().Page(page => page.Lines(72, 770, first)).Page(page => page.Lines(72, 770, second)).Build();
    }
}
