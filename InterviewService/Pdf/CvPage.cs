using System.Globalization;
using System.Text;
using InterviewService.Questions;
using ResumeService.Contracts;
using ServiceDefaults.Pdf;
using static InterviewService.Pdf.Html;

namespace InterviewService.Pdf;

/// <summary>A CV as a page of HTML: one column that reads in order, real dates at the right, nothing but text.</summary>
internal static class CvPage
{
    private const string Style = """
        :root { --text: #16202e; --muted: #526073; --line: #d9dee6; --accent: #0b6b62; --size: 10pt; --gap: 9pt; }
        html[data-density=roomy] { --size: 10.8pt; --gap: 13pt; }
        html[data-density=usual] { --size: 10.2pt; --gap: 10pt; }
        html[data-density=tight] { --size: 9.6pt; --gap: 7pt; }
        html[data-density=tightest] { --size: 9pt; --gap: 5pt; }
        * { box-sizing: border-box; margin: 0; padding: 0; }
        body { font: var(--size)/1.38 "source-sans-3", "Noto Sans CJK SC", sans-serif; color: var(--text); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
        h1 { font-size: 2.1em; line-height: 1.1; font-weight: 600; letter-spacing: -.01em; }
        header p { color: var(--muted); }
        header .title { color: var(--accent); font-size: 1.2em; font-weight: 600; margin: 1pt 0 3pt; }
        h2 { font-size: .86em; letter-spacing: .09em; text-transform: uppercase; color: var(--accent); font-weight: 600; border-bottom: .75pt solid var(--line); margin: var(--gap) 0 calc(var(--gap) * .45); padding-bottom: 1.5pt; break-after: avoid; }
        article { margin-bottom: calc(var(--gap) * .55); break-inside: avoid; }
        .head { display: flex; justify-content: space-between; gap: 12pt; align-items: baseline; }
        h3 { font-size: 1em; font-weight: 600; }
        h3 span { font-weight: 400; }
        .date { color: var(--muted); white-space: nowrap; }
        ul { padding-left: 1.15em; }
        li { padding-left: .15em; }
        li::marker { color: var(--muted); }
        dl { display: grid; grid-template-columns: max-content 1fr; column-gap: 10pt; row-gap: 1pt; }
        dt { color: var(--muted); }
        strong { font-weight: 600; }
        a { color: inherit; text-decoration: none; }
        """;

    /// <summary>Options for the renderer: one page when it fits at all.</summary>
    public static PdfOptions Options(Cv cv, string language) => new()
    {
        Title = cv.Profile.Name is { } name ? $"{name} - CV" : "CV",
        Language = language,
        Densities = ["roomy", "usual", "tight", "tightest"],
        VerticalMargin = 15,
        HorizontalMargin = 18,
    };

    public static string Write(Cv cv, string language)
    {
        var body = new StringBuilder();
        Header(body, cv);
        if (cv.Summary is { } summary)
            body.Append(CultureInfo.InvariantCulture, $"<section><h2>Profile</h2><p>{Encode(summary)}</p></section>");
        if (cv.Skills.Count > 0)
        {
            body.Append("<section><h2>Skills</h2><dl>");
            foreach (var (group, skills) in cv.Skills)
                body.Append(CultureInfo.InvariantCulture, $"<dt>{Encode(group)}</dt><dd>{string.Join(", ", skills.Select(skill => skill.IsAsked ? $"<strong>{Encode(skill.Name)}</strong>" : Encode(skill.Name)))}</dd>");
            body.Append("</dl></section>");
        }

        Section(body, "Experience", cv.Jobs, Job);
        Section(body, "Projects", cv.Projects, project => Entry(
            Encode(Text.OneLine(project.Name)), project.TechStack.Count > 0 ? Encode(string.Join(", ", project.TechStack.Take(6))) : null, date: null, project.Highlights));
        Section(body, "Education", cv.Profile.Education, school => Entry(
            Encode(school.Degree ?? school.School), school.Degree is null ? null : Encode(school.School), Years(school), []));
        if (cv.Profile.Certifications.Count > 0)
            body.Append(CultureInfo.InvariantCulture, $"<section><h2>Certifications</h2>{List(cv.Profile.Certifications)}</section>");

        var content = body.ToString();
        return $"""
            <!doctype html>
            <html lang="{Encode(language)}"><head><meta charset="utf-8"><title>{Encode(cv.Profile.Name ?? "CV")}</title>
            <style>{PdfFonts.Shared.EmbeddedCss(content, "source-sans-3")}{Style}</style></head>
            <body>{content}</body></html>
            """;
    }

    private static void Header(StringBuilder body, Cv cv)
    {
        var profile = cv.Profile;
        body.Append("<header>");
        if ((profile.Name ?? cv.Title) is { } heading)
            body.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(heading)}</h1>");
        if (profile.Name is not null && cv.Title is { } title)
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"title\">{Encode(title)}</p>");
        string?[] contact =
        [
            profile.Email is { } email ? $"<a href=\"mailto:{Encode(email)}\">{Encode(email)}</a>" : null,
            profile.Phone is null ? null : Encode(profile.Phone),
            profile.Location is null ? null : Encode(profile.Location),
            .. profile.Links.Take(3).Select(Link),
        ];
        if (contact.Any(part => part is not null))
            body.Append(CultureInfo.InvariantCulture, $"<p>{string.Join(" · ", contact.OfType<string>())}</p>");
        body.Append("</header>");
    }

    // Only what is a web address becomes a link.
    private static string Link(string link)
    {
        var address = link.Contains("://", StringComparison.Ordinal) ? link : "https://" + link;
        var shown = Encode(link.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal).TrimEnd('/'));
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? $"<a href=\"{Encode(address)}\">{shown}</a>" : shown;
    }

    private static void Section<T>(StringBuilder body, string heading, IReadOnlyList<T> items, Func<T, string> entry)
    {
        if (items.Count > 0)
            body.Append(CultureInfo.InvariantCulture, $"<section><h2>{heading}</h2>{string.Concat(items.Select(entry))}</section>");
    }

    private static string Job(AnalysedJob job) => Entry(Encode(job.Title ?? job.Company), job.Title is null ? null : Encode(job.Company), Months(job), job.Highlights);

    private static string Entry(string head, string? beside, string? date, IReadOnlyList<string> lines) =>
        $"<article><div class=\"head\"><h3>{head}{(string.IsNullOrEmpty(beside) ? "" : $"<span>, {beside}</span>")}</h3>{(date is null ? "" : $"<p class=\"date\">{Encode(date)}</p>")}</div>{(lines.Count == 0 ? "" : List(lines.Select(line => line.TrimStart('-', '•', '*', ' '))))}</article>";

    private static string? Months(AnalysedJob job)
    {
        var start = Month(job.Start);
        var end = job.IsCurrent ? "present" : Month(job.End);
        return (start, end) switch { (null, null) => null, (not null, null) => start, (null, not null) => end, _ => start == end ? start : $"{start} – {end}" };
    }

    private static string? Month(DateOnly? month) => month?.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    private static string? Years(CandidateEducation school) => (school.StartYear, school.EndYear) switch
    {
        (null, null) => null,
        (null, { } end) => end.ToString(CultureInfo.InvariantCulture),
        ({ } start, null) => start.ToString(CultureInfo.InvariantCulture),
        ({ } start, { } end) => string.Create(CultureInfo.InvariantCulture, $"{start} – {end}"),
    };
}
