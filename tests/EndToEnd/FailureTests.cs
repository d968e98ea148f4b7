using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Shouldly;
using Testing;
using Testing.Servers;
using Xunit;

namespace EndToEnd;

public sealed class FailureTests(PlatformFixture platform)
{
    [Theory]
    [InlineData("resume")]
    [InlineData("embedding")]
    [InlineData("interview")]
    [InlineData("chatcv")]
    public async Task Killing_a_service_while_uploading_loses_nothing_and_it_is_restarted(string service)
    {
        using var candidate = await Candidate.RegisterAsync(platform);
        var before = await ProcessOfAsync(service);
        var uploads = Enumerable.Range(0, 6).Select(number => UploadAsync(candidate, number)).ToList();
        await Task.Delay(150);
        await LocalProcess.RunAsync("kill", "-KILL", before.ToString(CultureInfo.InvariantCulture));

        var accepted = (await Task.WhenAll(uploads)).Count(status => status == 200);
        if (service != "resume")
            accepted.ShouldBe(6, "the service is not needed to keep a resume");

        await platform.UntilHealthyAsync(TimeSpan.FromSeconds(60));
        (await ProcessOfAsync(service)).ShouldNotBe(before);
        var resumes = await ResumesAsync(candidate);
        resumes.Count.ShouldBeGreaterThanOrEqualTo(accepted, "what was answered with 200 is there");
        await EventuallyAsync(async () => (await ResumesAsync(candidate)).All(resume => resume.GetProperty("faiss_indexed").GetBoolean()), "every resume is searchable in the end");
        (await candidate.UploadAsync(Documents.Pdf(), "after.pdf")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Data_survives_a_restart_and_a_second_start_says_that_one_runs()
    {
        using var candidate = await Candidate.RegisterAsync(platform);
        var upload = (await candidate.UploadAsync(Documents.Pdf(), "kept.pdf")).Body;

        await using (var second = platform.Start())
        {
            await second.WaitForExitAsync(TimeSpan.FromSeconds(30));
            second.Output.ShouldContain("Already running");
        }

        await platform.StopAsync();
        await platform.RestartAsync();
        using var back = await Candidate.SignInAsync(platform.CreateClient(), candidate.Email);
        (await back.GetAsync("/api/resume/analysis")).Body.GetProperty("resume_data").GetRawText().ShouldBe(upload.GetProperty("parsed_data").GetRawText());
        (await back.GetAsync("/api/resumes")).Body.GetProperty("resumes")[0].GetProperty("faiss_indexed").GetBoolean().ShouldBeTrue();
    }

    private static async Task<int> UploadAsync(Candidate candidate, int number)
    {
        try
        {
            var (status, body) = await candidate.UploadAsync(Documents.Pdf(), $"resume-{number}.pdf");
            // Whatever happens to the service, the answer is a whole one in the seed's shape.
            body.GetProperty("success").GetBoolean().ShouldBe(status == 200);
            return status;
        }
        catch (HttpRequestException)
        {
            // The connection broke while the answer was on its way.
            return 0;
        }
    }

    private static async Task<List<JsonElement>> ResumesAsync(Candidate candidate) =>
        [.. (await candidate.GetAsync("/api/resumes")).Body.GetProperty("resumes").EnumerateArray()];

    private async Task<int> ProcessOfAsync(string service)
    {
        using var client = new HttpClient { BaseAddress = platform.Dashboard };
        using var document = JsonDocument.Parse(await client.GetStringAsync("/resources.json"));
        var resource = document.RootElement.GetProperty("resources").EnumerateArray().First(resource => resource.GetProperty("name").GetString()!.StartsWith(service, StringComparison.Ordinal));
        return resource.GetProperty("pid").GetInt32();
    }

    private static async Task EventuallyAsync(Func<Task<bool>> happened, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await happened())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), what);
            await Task.Delay(250);
        }
    }
}
