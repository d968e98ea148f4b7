using System.Globalization;
using System.Net.Mail;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ChatCvService.CvData;

namespace ChatCvService.Documents.Export;

/// <summary>A document as JSON Resume 1.0.0 (jsonresume.org/schema). A letter travels in <c>meta</c>, where the schema leaves room.</summary>
internal static partial class JsonResume
{
    private const string Schema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(CvDocument document)
    {
        var (cv, sections) = (document.Cv, CvSections.Of(document.Cv));
        return JsonSerializer.SerializeToUtf8Bytes(
            new Resume
            {
                SchemaAddress = Schema,
                Basics = BasicsOf(cv.PersonalInfo, sections.Summary),
                Work = List(sections.Jobs.Select(job => new Work
                {
                    Name = Text(job.Company),
                    Position = Text(job.Title),
                    Location = Text(job.Location),
                    StartDate = CvDate.Iso(job.StartDate),
                    EndDate = CvDate.Iso(job.EndDate),
                    Highlights = List(CvSections.Filled(job.DescriptionBullets)),
                })),
                Education = List(sections.Schools.Select(school => new Education
                {
                    Institution = Text(school.Institution),
                    Area = Text(school.FieldOfStudy),
                    StudyType = Text(school.Degree),
                    EndDate = CvDate.Iso(school.GraduationDate),
                    Summary = Text(school.Details),
                })),
                Awards = List(sections.Awards.Select(award => new Award { Title = award })),
                Certificates = List(sections.Certifications.Select(certificate => new Certificate { Name = certificate })),
                Skills = List(
                    new[] { ("Core skills", cv.Skills.CoreCompetencies), ("Software", cv.Skills.SoftwareProficiency) }
                        .Select(list => new Skill { Name = list.Item1, Keywords = List(CvSections.Filled(list.Item2)) })
                        .Where(skill => skill.Keywords is not null)),
                Languages = List(CvSections.Filled(cv.Skills.LanguageFluency).Select(LanguageOf)),
                Projects = List(sections.Projects.Select(project => new Project
                {
                    Name = Text(project.Name),
                    Description = Text(project.Description),
                    Keywords = List(CvSections.Filled(project.KeyAreasUsed)),
                })),
                Meta = new Meta
                {
                    Canonical = Schema,
                    Version = "v1.0.0",
                    LastModified = document.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                    CoverLetter = document.IsLetter ? cv.CoverLetter : null,
                },
            },
            Json);
    }

    private static Basics BasicsOf(PersonalInfo person, string summary)
    {
        var location = CvSections.Filled(person.Location.Split(','));
        var linkedIn = CvLink.Web(person.Linkedin);
        return new Basics
        {
            Name = Text(person.FullName),
            Label = Text(person.Title),
            Email = MailAddress.TryCreate(person.Email.Trim(), out _) ? person.Email.Trim() : null,
            Phone = Text(person.Phone),
            Url = CvLink.Web(person.Website).Target,
            Summary = Text(summary),
            Location = location.Count == 0 ? null : new Location { City = location[0], Region = Text(CvSections.Joined(location.Skip(1))) },
            Profiles = linkedIn.Text.Length == 0 ? null :
            [
                new Profile { Network = "LinkedIn", Username = linkedIn.Target is null ? linkedIn.Text : linkedIn.Text[(linkedIn.Text.LastIndexOf('/') + 1)..], Url = linkedIn.Target },
            ],
        };
    }

    private static Language LanguageOf(string text) => LanguageAndFluency().Match(text) is { Success: true } match
        ? new Language { Name = match.Groups["language"].Value, Fluency = match.Groups["fluency"].Value }
        : new Language { Name = text };

    private static string? Text(string text) => text.Trim() is { Length: > 0 } filled ? filled : null;

    private static IReadOnlyList<T>? List<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } filled ? filled : null;

    // "French (B2)", "French: B2", "French - B2"; not "Serbo-Croatian".
    [GeneratedRegex(@"^(?<language>[^(:–—]+?)\s*(?:\(\s*|:\s*|[–—]\s*|\s-\s+)(?<fluency>[^()]+?)\s*\)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LanguageAndFluency();

    private sealed record Resume
    {
        [JsonPropertyName("$schema")]
        public required string SchemaAddress { get; init; }

        public required Basics Basics { get; init; }

        public IReadOnlyList<Work>? Work { get; init; }

        public IReadOnlyList<Education>? Education { get; init; }

        public IReadOnlyList<Award>? Awards { get; init; }

        public IReadOnlyList<Certificate>? Certificates { get; init; }

        public IReadOnlyList<Skill>? Skills { get; init; }

        public IReadOnlyList<Language>? Languages { get; init; }

        public IReadOnlyList<Project>? Projects { get; init; }

        public required Meta Meta { get; init; }
    }

    private sealed record Basics
    {
        public string? Name { get; init; }

        public string? Label { get; init; }

        public string? Email { get; init; }

        public string? Phone { get; init; }

        public string? Url { get; init; }

        public string? Summary { get; init; }

        public Location? Location { get; init; }

        public IReadOnlyList<Profile>? Profiles { get; init; }
    }

    private sealed record Location
    {
        public required string City { get; init; }

        public string? Region { get; init; }
    }

    private sealed record Profile
    {
        public required string Network { get; init; }

        public required string Username { get; init; }

        public string? Url { get; init; }
    }

    private sealed record Work
    {
        public string? Name { get; init; }

        public string? Position { get; init; }

        public string? Location { get; init; }

        public string? StartDate { get; init; }

        public string? EndDate { get; init; }

        public IReadOnlyList<string>? Highlights { get; init; }
    }

    private sealed record Education
    {
        public string? Institution { get; init; }

        public string? Area { get; init; }

        public string? StudyType { get; init; }

        public string? EndDate { get; init; }

        public string? Summary { get; init; }
    }

    private sealed record Award
    {
        public required string Title { get; init; }
    }

    private sealed record Certificate
    {
        public required string Name { get; init; }
    }

    private sealed record Skill
    {
        public required string Name { get; init; }

        public IReadOnlyList<string>? Keywords { get; init; }
    }

    private sealed record Language
    {
        [JsonPropertyName("language")]
        public required string Name { get; init; }

        public string? Fluency { get; init; }
    }

    private sealed record Project
    {
        public string? Name { get; init; }

        public string? Description { get; init; }

        public IReadOnlyList<string>? Keywords { get; init; }
    }

    private sealed record Meta
    {
        public required string Canonical { get; init; }

        public required string Version { get; init; }

        public required string LastModified { get; init; }

        public CoverLetter? CoverLetter { get; init; }
    }
}
