using System.Globalization;
using Microsoft.Extensions.Options;
using ResumeService.Extraction;
using ResumeService.Profiles;
using ResumeService.Profiles.Lines;
using ResumeService.Skills;
using ResumeService.Tests.Profiles.Gold;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Profiles;

/// <summary>
/// How much of labelled sample documents the whole way from bytes to profile reads right. The documents are not part of the repository:
/// <c>SHARED_DATA</c> names the folder that holds <c>data/resumes</c>. The floors are well under what was measured: they catch a step
/// that broke, not a document that changed. A value counts where the document's text prints it at all.
/// </summary>
public sealed class ProfileAccuracyTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
    private static readonly SkillMatcher Skills = new(SkillOntology.Load());

    [Fact]
    public async Task Fields_of_rendered_documents_are_read()
    {
        if (Folder("gold-rendered") is not { } folder)
            return;

        var board = await MeasureAsync(GoldFiles.Rendered(folder), "gold-rendered");

        board.Share("name").ShouldBeGreaterThan(95);
        board.Share("e-mail").ShouldBeGreaterThan(98);
        board.Share("phone").ShouldBeGreaterThan(95);
        board.Share("company").ShouldBeGreaterThan(82);
        board.Share("title").ShouldBeGreaterThan(92);
        board.Share("company, title, years").ShouldBeGreaterThan(82);
        board.Share("school").ShouldBeGreaterThan(92);
        board.Share("skill").ShouldBeGreaterThan(88);
        board.Share("project").ShouldBeGreaterThan(85);
        board.Share("certificate").ShouldBeGreaterThan(85);
        board.Share("years of experience").ShouldBeGreaterThan(92);
    }

    [Fact]
    public async Task Fields_of_two_column_builder_documents_are_read()
    {
        if (Folder("gold-reactive") is not { } folder)
            return;

        var board = await MeasureAsync(GoldFiles.Reactive(folder), "gold-reactive");

        board.Share("name").ShouldBeGreaterThan(80);
        board.Share("e-mail").ShouldBeGreaterThan(98);
        board.Share("company").ShouldBeGreaterThan(80);
        board.Share("company, title, years").ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task Fields_of_typeset_documents_are_read()
    {
        if (Folder("gold-rendercv") is not { } folder)
            return;

        var board = await MeasureAsync(GoldFiles.RenderCv(folder), "gold-rendercv");

        board.Share("name").ShouldBeGreaterThan(80);
        board.Share("company").ShouldBeGreaterThan(80);
        board.Share("company, title, years").ShouldBeGreaterThan(80);
    }

    private string? Folder(string name)
    {
        var shared = Environment.GetEnvironmentVariable("SHARED_DATA");
        var folder = shared is null ? null : Path.Combine(shared, "data", "resumes", name);
        if (folder is not null && Directory.Exists(folder))
            return folder;

        output.WriteLine("SHARED_DATA names no folder with sample documents: nothing was measured.");
        return null;
    }

    private async Task<Scoreboard> MeasureAsync(IReadOnlyList<GoldResume> golds, string title)
    {
        var reader = new DocumentReader(Options.Create(new ExtractionOptions()));
        var board = new Scoreboard();
        foreach (var gold in golds)
        {
            var kind = gold.File.EndsWith(".pdf", StringComparison.Ordinal) ? DocumentKind.Pdf : DocumentKind.Docx;
            var read = await reader.ReadAsync(await File.ReadAllBytesAsync(gold.File), kind, CancellationToken.None);
            var document = read.Document.ShouldNotBeNull(gold.File);
            Compare(board, gold, document, ProfileParser.Parse(document, Skills, Today));
        }

        output.WriteLine(board.Table($"{title}: {golds.Count} documents"));
        output.WriteLine(board.Misses);
        return board;
    }

    private static void Compare(Scoreboard board, GoldResume gold, DocumentText document, ResumeProfile profile)
    {
        var file = Path.GetFileName(gold.File);
        var printed = Key(document.Text);
        Single("name", gold.Name, profile.Name, Key);
        Single("e-mail", gold.Email, profile.Email, Key);
        Single("phone", gold.Phone, profile.Phone, Digits);
        Jobs(board, gold, profile, printed, file);
        List("school", gold.Schools, [.. profile.Education.Select(school => school.School ?? "")]);
        List("project", gold.Projects, [.. profile.Projects.Select(project => project.Name)]);
        List("certificate", gold.Certifications, profile.Certifications);
        List("skill", [.. gold.Skills.Select(SkillKey)], [.. profile.Skills.Select(skill => skill.Id), .. profile.Skills.Select(skill => skill.Name)], precise: false);

        var years = ExperienceReader.Months(gold.Jobs.Select(job => new Job { Start = Day(job.Start), End = Day(job.End), IsCurrent = job.End is null }), Today) / 12;
        board.Add("years of experience", years == profile.ExperienceYears, file, $"{years} was read as {profile.ExperienceYears} ({profile.ExperienceMonths} months)");

        void Single(string field, string? expected, string? actual, Func<string, string> key)
        {
            if (expected is not null && (key == Digits || printed.Contains(Key(expected), StringComparison.Ordinal)))
                board.Add(field, actual is not null && key(actual) == key(expected), file, $"'{expected}' was read as '{actual}'");
        }

        void List(string field, IReadOnlyList<string> expected, IReadOnlyList<string> actual, bool precise = true)
        {
            var keys = actual.Select(Key).ToHashSet(StringComparer.Ordinal);
            foreach (var value in expected.Where(value => field == "skill" || printed.Contains(Key(value), StringComparison.Ordinal)))
                board.Add(field, keys.Contains(Key(value)), file, $"'{value}' is not among [{(precise ? string.Join(" | ", actual) : "")}]");

            var wanted = expected.Select(Key).ToHashSet(StringComparer.Ordinal);
            foreach (var value in precise ? actual : [])
                board.Add($"{field} precision", wanted.Contains(Key(value)), file, $"'{value}' is not in the gold");
        }
    }

    private static void Jobs(Scoreboard board, GoldResume gold, ResumeProfile profile, string printed, string file)
    {
        foreach (var job in gold.Jobs)
        {
            var read = profile.Jobs.MaxBy(candidate => Same(job, candidate)) is { } best && Same(job, best) > 0 ? best : null;
            var detail = $"'{job.Title}' at '{job.Company}' {job.Start}..{job.End} was read as '{read?.Title}' at '{read?.Company}' {read?.Start:yyyy-MM}..{read?.End:yyyy-MM}";
            var companyPrinted = printed.Contains(Key(job.Company), StringComparison.Ordinal);
            var titlePrinted = printed.Contains(Key(job.Title), StringComparison.Ordinal);
            if (companyPrinted)
                board.Add("company", read?.Company is { } company && Key(company) == Key(job.Company), file, detail);

            if (titlePrinted)
                board.Add("title", read?.Title is { } title && Key(title) == Key(job.Title), file, detail);

            var years = read is not null && read.Start?.Year == Day(job.Start)?.Year && read.End?.Year == Day(job.End)?.Year;
            board.Add("years of a job", years, file, detail);
            if (companyPrinted && titlePrinted)
                board.Add("company, title, years", years && Key(read!.Company ?? "") == Key(job.Company) && Key(read.Title ?? "") == Key(job.Title), file, detail);
        }

        foreach (var job in profile.Jobs)
            board.Add("job precision", gold.Jobs.Any(wanted => Same(wanted, job) >= 4), file, $"'{job.Title}' at '{job.Company}' {job.Start:yyyy-MM}..{job.End:yyyy-MM} is not in the gold");
    }

    private static int Same(GoldJob gold, Job job) =>
        (Key(gold.Company) == Key(job.Company ?? "") ? 3 : 0) + (Key(gold.Title) == Key(job.Title ?? "") ? 3 : 0) + (Day(gold.Start)?.Year == job.Start?.Year ? 1 : 0) + (Day(gold.End)?.Year == job.End?.Year ? 1 : 0) + (Day(gold.Start) == job.Start ? 1 : 0);

    private static DateOnly? Day(string? month)
    {
        if (month is null)
            return null;

        var parts = month.Split('-');
        return new DateOnly(int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1, 1);
    }

    /// <summary>Letters and digits, folded: white space, line breaks and typography do not count.</summary>
    private static string Key(string text) => new([.. TextShape.Fold(text).Where(c => char.IsLetterOrDigit(c) || c is '+' or '#')]);

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    /// <summary>The ontology's id when the label is a known skill as a whole, else the label.</summary>
    private static string SkillKey(string label)
    {
        return Skills.Find($"Skills: {label}") is [var mention] && mention.Length == label.Trim().Length ? mention.Skill.Id : label;
    }
}
