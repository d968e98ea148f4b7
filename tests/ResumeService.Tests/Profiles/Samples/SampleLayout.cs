using System.Globalization;
using System.Text;
using ResumeService.Extraction;

namespace ResumeService.Tests.Profiles.Samples;

/// <summary>One way to write a resume down: order of a job's facts, style of dates, names of sections, shape of lists.</summary>
internal sealed record SampleLayout(string Name, Func<SampleJob, string, IEnumerable<string>> Head, SampleDates Dates, SampleHeadings Headings)
{
    public bool BlankLines { get; init; } = true;

    /// <summary>Characters of a narrow column.</summary>
    public int? Wrap { get; init; }

    /// <summary>Sign in front of highlights; null writes them as sentences, with a full stop.</summary>
    public string? Bullet { get; init; } = "• ";

    public DocumentText Write(SamplePerson person)
    {
        var lines = new List<string> { Headings.Name(person.Name), person.Title, $"{person.Email} | {person.Phone} | {person.Location}", "" };
        Section(lines, Headings.Summary, [person.Summary]);
        Section(lines, Headings.Experience, person.Jobs.SelectMany((job, at) => Job(job, at == person.Jobs.Count - 1)));
        Section(lines, Headings.Education, person.Schools.SelectMany(school => (string[])[$"{school.Degree}, {school.Name}\t{school.Start} - {school.End}"]));
        Section(lines, Headings.Skills, [string.Join(", ", person.Skills)]);
        if (person.Projects.Count > 0)
            Section(lines, Headings.Projects, person.Projects.SelectMany(project => (string[])[project.Name, $"{Bullet ?? "- "}{project.Description}", $"{Bullet ?? "- "}Built with {string.Join(", ", project.Stack)}"]));

        if (person.Certifications.Count > 0)
            Section(lines, Headings.Certifications, person.Certifications.Select(name => $"- {name} (2018)"));

        return SampleText.Document(string.Join('\n', Wrap is { } width ? lines.SelectMany(line => Wrapped(line, width)) : lines));
    }

    /// <summary>A line broken at spaces, as in a narrow column.</summary>
    private static IEnumerable<string> Wrapped(string line, int width)
    {
        var rest = line.Replace('\t', ' ');
        while (rest.Length > width && rest.LastIndexOf(' ', width) is > 0 and var space)
        {
            yield return rest[..space];
            rest = rest[(space + 1)..];
        }

        yield return rest;
    }

    private IEnumerable<string> Job(SampleJob job, bool isLast)
    {
        foreach (var line in Head(job, Dates.Write(job.Start, job.End)))
            yield return line;

        foreach (var highlight in job.Highlights)
            yield return Bullet is null ? $"{highlight}." : $"{Bullet}{highlight}";

        if (BlankLines && !isLast)
            yield return "";
    }

    private static void Section(List<string> lines, string heading, IEnumerable<string> content)
    {
        if (heading.Length > 0)
            lines.Add(heading);

        lines.AddRange(content);
        lines.Add("");
    }
}

internal static class SampleText
{
    /// <summary>Plain text as the extraction hands it on, without sizes and marks.</summary>
    public static DocumentText Document(string text)
    {
        var lines = new List<DocumentLine>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0)
                lines.Add(new DocumentLine(start, line, 1, 0, 0, IsHeading: false));

            start += line.Length + 1;
        }

        return new DocumentText { Text = text, Lines = lines, PageCount = 1 };
    }
}

/// <summary>A style of dates.</summary>
internal sealed record SampleDates(string Name, Func<DateOnly, string> Month, string Between, string Present)
{
    public static readonly IReadOnlyList<SampleDates> All =
    [
        new("Jan 2020 - Present", month => month.ToString("MMM yyyy", CultureInfo.InvariantCulture), " - ", "Present"),
        new("01/2020 – 03/2022", month => month.ToString("MM/yyyy", CultureInfo.InvariantCulture), " – ", "present"),
        new("January 2020 to March 2022", month => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture), " to ", "date"),
        new("2020-01 — 2022-03", month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture), " — ", "now"),
        new("2020.01-2022.03", month => month.ToString("yyyy.MM", CultureInfo.InvariantCulture), "-", "today"),
        new("Jan. '20 – Mar. '22", month => month.ToString("MMM. \\'yy", CultureInfo.InvariantCulture), " – ", "current"),
        new("JAN 2020–MAR 2022", month => month.ToString("MMM yyyy", CultureInfo.InvariantCulture).ToUpperInvariant(), "–", "PRESENT"),
        new("01.2020 bis 03.2022", month => month.ToString("MM.yyyy", CultureInfo.InvariantCulture), " bis ", "heute"),
        new("1 January 2020 - 1 March 2022", month => month.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), " - ", "ongoing"),
        new("janv. 2020 – mars 2022", month => month.ToString("MMM yyyy", CultureInfo.GetCultureInfo("fr-FR")), " – ", "aujourd'hui"),
    ];

    public string Write(DateOnly start, DateOnly? end) => $"{Month(start)}{Between}{(end is { } last ? Month(last) : Present)}";
}

/// <summary>How the sections are called, and the name set.</summary>
internal sealed record SampleHeadings(Func<string, string> Name, string Summary, string Experience, string Education, string Skills, string Projects, string Certifications)
{
    public static readonly IReadOnlyList<SampleHeadings> All =
    [
        new(name => name, "Summary", "Experience", "Education", "Skills", "Projects", "Certifications"),
        new(name => name.ToUpperInvariant(), "PROFESSIONAL PROFILE", "EMPLOYMENT HISTORY", "ACADEMIC BACKGROUND", "CORE COMPETENCIES", "SELECTED PROJECTS", "LICENSES & CERTIFICATIONS"),
        new(name => $"Curriculum Vitae of {name}", "About me:", "Where I've worked:", "Where I studied:", "Toolbox:", "What I've built:", "Stamps of approval:"),
        new(name => name, "Hello", "My journey", "Back to school", "What I bring to the table", "Things I've made", "Proof I know it"),
        new(name => Spaced(name), "P R O F I L E", "W O R K   E X P E R I E N C E", "E D U C A T I O N", "S K I L L S", "P R O J E C T S", "C E R T I F I C A T E S"),
        new(name => name, "1. Career objective", "2. Professional experience", "3. Education and training", "4. Technical skills", "5. Personal projects", "6. Professional certifications"),
        new(name => name, "== Profil ==", "== Berufserfahrung ==", "== Ausbildung ==", "== Kenntnisse ==", "== Projekte ==", "== Zertifikate =="),
        new(name => $"Name: {name}", "Resumen", "Experiencia laboral", "Formación académica", "Habilidades", "Proyectos", "Certificaciones"),
        new(name => name, "--- The short version ---", "--- Places I've worked ---", "--- What I studied ---", "--- Tools of the trade ---", "--- On the side ---", "--- Badges ---"),
        new(name => name.ToUpperInvariant(), "PROFIL", "PARCOURS PROFESSIONNEL", "FORMATION", "COMPÉTENCES", "PROJETS", "CERTIFICATIONS"),
    ];

    /// <summary>Headings that no list holds, and none at all.</summary>
    public static readonly IReadOnlyList<SampleHeadings> Unlisted =
    [
        new(name => name, "", "", "", "", "", ""),
        new(name => name, "THE PERSON BEHIND THE PAGE", "CHAPTERS OF A WORKING LIFE", "CLASSROOMS AND LECTURE HALLS", "THINGS MY HANDS CAN DO", "WEEKEND WONDERS", "PAPERS WITH STAMPS"),
        new(name => name.ToUpperInvariant(), "WHO IS WRITING", "ON THE PAYROLL OF", "DIPLOMA DRAWER", "BAG OF TRICKS", "GARAGE DOOR OPEN", "FRAMED ON THE WALL"),
        new(name => name, "## Nice to meet you", "## Stops along the way", "## Where the books were", "## In my bag", "## After dark", "## Officially so"),
    ];

    private static string Spaced(string name)
    {
        var spaced = new StringBuilder();
        foreach (var c in name.ToUpperInvariant())
            spaced.Append(c == ' ' ? "  " : $"{c} ");

        return spaced.ToString().Trim();
    }
}

internal static class SampleHeads
{
    /// <summary>Orders in which people write title, employer, place and dates.</summary>
    public static readonly IReadOnlyList<(string Name, Func<SampleJob, string, IEnumerable<string>> Head)> All =
    [
        ("title, company, dates", (job, dates) => [$"{job.Title}, {job.Company}\t{dates}"]),
        ("company and place / title and dates", (job, dates) => [$"{job.Company} — {job.Location}", $"{job.Title}\t{dates}"]),
        ("dates / title at company", (job, dates) => [dates, $"{job.Title} at {job.Company}"]),
        ("title / company, place, dates", (job, dates) => [job.Title, $"{job.Company} | {job.Location} | {dates}"]),
        ("company, title, place, dates in a row", (job, dates) => [$"{job.Company} | {job.Title} | {job.Location} | {dates}"]),
        ("dates and company / title", (job, dates) => [$"{dates}\t{job.Company}", job.Title]),
        ("company / title / place / dates", (job, dates) => [job.Company, job.Title, job.Location, dates]),
        ("title @ company (dates)", (job, dates) => [$"{job.Title} @ {job.Company} ({dates})"]),
        ("title (dates) / company, place", (job, dates) => [$"{job.Title} ({dates})", $"{job.Company}, {job.Location}"]),
        ("company, place (dates) / title", (job, dates) => [$"{job.Company}, {job.Location} ({dates})", job.Title]),
        ("dates: title, company, place", (job, dates) => [$"{dates}: {job.Title}, {job.Company}, {job.Location}"]),
        ("title / dates / company", (job, dates) => [job.Title, dates, job.Company]),
        ("title - company - place - dates", (job, dates) => [$"{job.Title} - {job.Company} - {job.Location} - {dates}"]),
        ("title, then company with dates", (job, dates) => [job.Title.ToUpperInvariant(), $"{job.Company} ({dates})"]),
        ("company / dates / title", (job, dates) => [job.Company, dates, job.Title]),
        ("dates / company / title", (job, dates) => [dates, job.Company, job.Title]),
    ];
}
