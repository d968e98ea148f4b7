using ChatCvService.CvData;
using ChatCvService.Documents.Export;
using Microsoft.Extensions.Options;
using ResumeService.Extraction;
using ResumeService.Profiles;
using ResumeService.Skills;
using ServiceDefaults.Pdf;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Documents;

/// <summary>What we write, ResumeService reads as it was meant: its own extraction and its own parser on our PDF and our Word document.</summary>
public sealed class RoundTripTests(SharedChromium chromium)
{
    private static readonly SkillMatcher Skills = new(SkillOntology.Load());
    private static readonly Dictionary<string, Cv> People = new(StringComparer.Ordinal)
    {
        ["nurse"] = SampleCvs.Nurse, ["engineer"] = SampleCvs.Engineer, ["name in Chinese"] = SampleCvs.Chinese, ["many jobs"] = SampleCvs.ManyJobs, ["minimal"] = SampleCvs.Minimal,
    };

    public static TheoryData<string, string> Documents => [.. from person in People.Keys from template in new[] { "default", "professional", "modern" } select (person, template)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_pdf_is_read_back_as_it_was_meant(string person, string template)
    {
        var pdf = await CvPdf.WriteAsync(People[person].Document(template), PaperSize.A4, chromium.Renderer, CancellationToken.None);

        Compare(People[person], await ReadAsync(pdf, DocumentKind.Pdf));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_word_document_is_read_back_as_it_was_meant(string person, string template)
    {
        var docx = CvDocx.Write(People[person].Document(template), PaperSize.A4);

        Compare(People[person], await ReadAsync(docx, DocumentKind.Docx));
    }

    [Fact]
    public async Task An_address_too_long_for_the_narrow_column_is_read_back_whole()
    {
        var cv = SampleCvs.Minimal with { PersonalInfo = SampleCvs.Minimal.PersonalInfo with { Email = "amina.yusuf@accounting-services.example.org" } };
        var pdf = await CvPdf.WriteAsync(cv.Document("modern"), PaperSize.A4, chromium.Renderer, CancellationToken.None);
        (await ReadAsync(pdf, DocumentKind.Pdf)).Email.ShouldBe(cv.PersonalInfo.Email);
    }

    private static async Task<ResumeProfile> ReadAsync(byte[] file, DocumentKind kind)
    {
        var result = await new DocumentReader(Options.Create(new ExtractionOptions())).ReadAsync(file, kind, CancellationToken.None);
        return ProfileParser.Parse(result.Document.ShouldNotBeNull(), Skills, DateOnly.FromDateTime(SampleCvs.Day.Date));
    }

    private static void Compare(Cv cv, ResumeProfile profile)
    {
        profile.Name.ShouldBe(cv.PersonalInfo.FullName);
        profile.Email.ShouldBe(cv.PersonalInfo.Email);
        if (cv.PersonalInfo.Phone.Length > 0)
            Digits(profile.Phone ?? "").ShouldBe(Digits(cv.PersonalInfo.Phone));
        profile.Jobs.Count.ShouldBe(cv.Experience.Count);
        foreach (var (read, written) in profile.Jobs.Zip(cv.Experience))
        {
            (Month(read.Start), read.IsCurrent ? "Present" : Month(read.End)).ShouldBe((written.StartDate, written.EndDate));
            // A place after a comma may stay with the company that it follows; and where a title holds a comma itself, either side of it may be the employer's.
            var company = read.Company.ShouldNotBeNull().Split(", ")[0];
            if (written.Title.Contains(',', StringComparison.Ordinal))
                Letters(read.Title + company).ShouldBe(Letters(written.Title + written.Company));
            else
                (read.Title, company).ShouldBe((written.Title, written.Company));
        }

        profile.Jobs.Select(job => job.Highlights.Count).ShouldBe(cv.Experience.Select(job => job.DescriptionBullets.Count));
        profile.Education.Select(school => school.School).ShouldBe(cv.Education.Select(school => school.Institution));
        profile.Projects.Select(project => project.Name).ShouldBe(cv.KeyProjectsAchievements.Select(project => project.Name));
        // The parser counts "Registered Nurse" under the name as a certificate too.
        Letters(string.Concat(profile.Certifications)).ShouldContain(Letters(string.Concat(cv.Skills.Certifications)));

        var known = profile.Skills.Where(skill => Skills.Ontology.Find(skill.Id) is not null).Select(skill => skill.Id).ToArray();
        var listed = cv.Skills.CoreCompetencies.Concat(cv.Skills.SoftwareProficiency).SelectMany(item => Named($"Skills: {item}")).Distinct(StringComparer.Ordinal).ToArray();
        listed.Except(known).ShouldBeEmpty();
        known.Except(listed.Concat(Texts(cv).SelectMany(Named))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Named(string text) => Skills.Find(text).Where(mention => !mention.Negated).Select(mention => mention.Skill.Id);

    private static IEnumerable<string> Texts(Cv cv) =>
    [
        cv.PersonalInfo.Title, cv.Summary, .. cv.Experience.SelectMany(job => job.DescriptionBullets.Append(job.Title)), .. cv.Skills.LanguageFluency.Select(language => $"Skills: {language}"), .. cv.Skills.Certifications, .. cv.AwardsAndRecognitions,
        .. cv.Education.SelectMany(school => new[] { school.Degree, school.FieldOfStudy, school.Details }),
        .. cv.KeyProjectsAchievements.SelectMany(project => project.KeyAreasUsed.Select(area => $"Skills: {area}").Append(project.Name).Append(project.Description)),
    ];

    private static string Month(DateOnly? day) => day is { } date ? $"{date.Month:00}/{date.Year}" : "";

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant();

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));
}
