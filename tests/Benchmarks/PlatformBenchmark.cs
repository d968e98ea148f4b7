using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Testing;
using Testing.Documents;

namespace Benchmarks;

/// <summary>
/// Upload of a two-page PDF through the gateway, and what the gateway adds to a request, on a platform started for it; with a folder of models, the same with
/// each of them and beside the bare steps of an upload in one process, in turns.
/// </summary>
internal static class PlatformBenchmark
{
    private const int WarmUp = 20;
    private const int Uploads = 80;
    private const int Requests = 600;

    /// <param name="models">Holds model.onnx, model_int8.onnx and vocab.txt; null measures the built-in model alone.</param>
    public static async Task<int> RunAsync(string? models)
    {
        using var chain = models is null ? null : UploadChain.Start(Path.Combine(models, "model.onnx"));
        foreach (var file in models is null ? [null] : (string?[])[null, "model_int8.onnx", "model.onnx"])
        {
            // What ./run hands on to the service.
            Environment.SetEnvironmentVariable("Embedding__ModelPath", file is null ? null : Path.GetFullPath(models!));
            Environment.SetEnvironmentVariable("Embedding__ModelFile", file);
            await using var platform = new PlatformFixture();
            await platform.InitializeAsync();
            using var gateway = platform.CreateClient();
            await SignInAsync(gateway);
            var model = await gateway.GetFromJsonAsync<JsonElement>("/api/embedding/models");
            Console.WriteLine($"model                                  {model.GetProperty("version").GetString()} {model.GetProperty("file").GetString()}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to healthy                       {platform.StartTime.TotalSeconds:F1} s"));
            await MeasureUploadsAsync(gateway, chain);
            if (file is null)
                await MeasureGatewayAsync(platform, gateway);
        }

        return 0;
    }

    private static async Task SignInAsync(HttpClient gateway)
    {
        var account = new { email = $"{Guid.NewGuid():N}@example.org", password = "correct horse battery" };
        (await gateway.PostAsJsonAsync("/api/v1/auth/register", account)).EnsureSuccessStatusCode();
        var login = await (await gateway.PostAsJsonAsync("/api/v1/auth/login", account)).Content.ReadFromJsonAsync<JsonElement>();
        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("access_token").GetString());
    }

    private static async Task MeasureUploadsAsync(HttpClient gateway, UploadChain? chain)
    {
        await UploadAsync(gateway, clients: 2, WarmUp);
        var (uploads, bare) = (new List<double>(), new List<double>());
        for (var i = 0; i < Uploads; i++)
        {
            var pdf = TwoPages();
            if (chain is not null)
                bare.Add(await chain.RunAsync(pdf));
            uploads.Add(await UploadAsync(gateway, pdf, CancellationToken.None));
        }

        var own = new Timings(uploads);
        Console.WriteLine($"upload through the gateway, 1 client   {own}");
        if (chain is not null)
        {
            var peer = new Timings(bare.Skip(WarmUp));
            Console.WriteLine($"bare steps in one process              {peer}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the upload takes {own.Median / peer.Median:F2} x their time at the median"));
        }

        Console.WriteLine($"upload through the gateway, 8 clients  {await UploadAsync(gateway, clients: 8, Uploads)}");
    }

    private static async Task MeasureGatewayAsync(PlatformFixture platform, HttpClient gateway)
    {
        using var service = new HttpClient { BaseAddress = await AddressOfAsync(platform, "resume") };
        service.DefaultRequestHeaders.Authorization = gateway.DefaultRequestHeaders.Authorization;
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
    }

    private static async Task<Timings> UploadAsync(HttpClient client, int clients, int uploads)
    {
        var times = new double[uploads];
        await Parallel.ForAsync(0, uploads, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (i, cancellationToken) =>
            times[i] = await UploadAsync(client, TwoPages(), cancellationToken));
        return new Timings(times);
    }

    private static async Task<double> UploadAsync(HttpClient client, byte[] pdf, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(pdf), "resume", "resume.pdf" } };
        using var response = await client.PostAsync("/api/upload_resume", form, cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var taken = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"An upload ended with {response.StatusCode}.");
        // On a machine that is busy enough the index comes after the answer, which then says less than it should about the time.
        if (!body.GetProperty("faiss_indexed").GetBoolean())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  an upload was answered without its index after {taken:F0} ms"));
        return taken;
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

    /// <summary>The bare steps of an upload (Peers/upload-chain.mjs).</summary>
    private sealed class UploadChain(Process node) : IDisposable
    {
        public static UploadChain Start(string model) =>
            new(Process.Start(new ProcessStartInfo("node", [Path.Combine(PlatformFixture.Checkout, "tests", "Benchmarks", "Peers", "upload-chain.mjs"), model])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!);

        public async Task<double> RunAsync(byte[] pdf)
        {
            await node.StandardInput.WriteLineAsync(Convert.ToBase64String(pdf));
            await node.StandardInput.FlushAsync();
            var answer = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare steps did not run; eng/setup --tests installs what they need.");
            return double.Parse(answer.Split(' ')[0], CultureInfo.InvariantCulture);
        }

        public void Dispose()
        {
            node.StandardInput.Close();
            node.WaitForExit();
            node.Dispose();
        }
    }
}
