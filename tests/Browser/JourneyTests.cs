using System.Text.Json;
using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Testing;
using Testing.Documents;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>The whole way of a candidate on the real platform, in a real browser.</summary>
public sealed class JourneyTests(Chromium chromium, PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string JobDescription = """
        Senior Backend Engineer
        Requirements: 5+ years of experience with Python, PostgreSQL and AWS.
        Kubernetes in production. Terraform is a plus.
        """;

    private static readonly string[] Resume =
    [
        "Tomas Oyelaran",
        "Backend Engineer",
        "tomas.oyelaran@example.org | +44 20 7946 0018 | Leeds",
        "EXPERIENCE",
        "Backend Engineer, Harbour Freight Systems",
        "March 2020 - February 2024",
        "- Built order services in Python and Flask on PostgreSQL",
        "- Moved them to Docker on AWS and cut the deployment time from 40 to 6 minutes",
        "PROJECTS",
        "Tide Tables",
        "- Django application that predicts tides for 300 harbours, Redis cache",
        "EDUCATION",
        "BSc Mathematics, University of Leeds, 2016 - 2019",
        "SKILLS",
        "Python, Flask, Django, PostgreSQL, Redis, Docker, AWS, Git",
    ];

    [Fact]
    public async Task A_candidate_registers_uploads_reads_the_evidence_practises_and_signs_out()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        await visit.RegisterAsync($"{Guid.NewGuid():N}@example.org");
        await Expect(visit.Page.Locator("#workspace")).ToBeVisibleAsync();
        await visit.AnalyseAsync(PdfBuilder.OfLines(Resume), JobDescription, "Tomas Oyelaran.pdf");

        var result = visit.Page.Locator("#result");
        await Expect(result.Locator(".dial")).ToBeVisibleAsync();
        await Expect(result).ToContainTextAsync("Tomas Oyelaran");
        await Expect(result).ToContainTextAsync("What matches");
        await Expect(result).ToContainTextAsync("What is missing");

        var python = visit.Skill("Python").First;
        await python.ClickAsync();
        await Expect(python).ToHaveAttributeAsync("aria-expanded", "true");
        var evidence = visit.Page.Locator($"#{await python.GetAttributeAsync("aria-controls")}");
        await Expect(evidence).ToContainTextAsync("order services in Python and Flask");
        await Expect(evidence).ToContainTextAsync("5+ years of experience with Python");
        await Expect(evidence.Locator("mark").First).ToHaveTextAsync("Python");

        var kubernetes = visit.Skill("Kubernetes").First;
        await kubernetes.ClickAsync();
        await Expect(visit.Page.Locator($"#{await kubernetes.GetAttributeAsync("aria-controls")}")).ToContainTextAsync("Kubernetes in production");
        await Expect(visit.Page.Locator("#search-tag")).ToHaveTextAsync("Searchable", new() { Timeout = 60_000 });

        await visit.Page.GetByLabel("How many").FillAsync("4");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Write questions" }).ClickAsync();
        await Expect(visit.Page.Locator("#questions li")).ToHaveCountAsync(4);

        await visit.JobDescription.FillAsync("We need Django and Redis.");
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.ResultTitle).ToHaveTextAsync("All 2 skills this job names are in your resume");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visit.Page.Locator("#visitor")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_document_is_refused_at_its_field()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        await visit.RegisterAsync($"{Guid.NewGuid():N}@example.org");
        await Expect(visit.Page.Locator("#workspace")).ToBeVisibleAsync();
        await visit.ChooseAsync("just some text"u8.ToArray());
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.FileError).ToContainTextAsync("neither a PDF nor a Word file");

        await visit.ChooseAsync(new PdfBuilder().Page(page => page.Text(72, 770, "Secret")).ProtectedBy("secret").Build());
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.FileError).ToContainTextAsync("protected by a password");
    }

    [Fact]
    public async Task The_example_on_the_front_page_is_what_the_platform_answers()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        using var example = JsonDocument.Parse(await visit.Page.EvaluateAsync<string>("async () => (await fetch('/examples/analysis.json')).text()"));
        string Text(string name) => string.Join('\n', example.RootElement.GetProperty(name).EnumerateArray().Select(line => line.GetString()));
        await visit.RegisterAsync($"{Guid.NewGuid():N}@example.org");
        await Expect(visit.Page.Locator("#workspace")).ToBeVisibleAsync();

        var answer = visit.Page.WaitForResponseAsync("**/api/upload_resume");
        await visit.AnalyseAsync(AsRecorded(Text("resume").Split('\n')), Text("job_description"));
        var said = (await (await answer).JsonAsync())!.Value.GetProperty("gap_analysis");
        var shown = example.RootElement.GetProperty("answer").GetProperty("gap_analysis");
        foreach (var field in (string[])["matching_skills", "missing_skills", "match_percentage", "gap_severity"])
            said.GetProperty(field).GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
                .ShouldBe(shown.GetProperty(field).GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), field);
    }

    // Headings in bold, everything on one page, as the example's resume was drawn when it was recorded.
    private static byte[] AsRecorded(string[] lines) => new PdfBuilder().Page(page =>
    {
        var y = 790.0;
        foreach (var (index, line) in lines.Index())
        {
            var isHeading = !line.Any(char.IsLower);
            if (line.Length > 0)
                page.Text(60, y, line, index == 0 ? 18 : isHeading ? 12 : 10, bold: index == 0 || isHeading);
            y -= line.Length > 0 ? 15 : 8;
        }
    }).Build();
}
