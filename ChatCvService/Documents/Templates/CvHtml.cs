using System.Net;
using ChatCvService.CvData;
using ServiceDefaults.Pdf;

namespace ChatCvService.Documents.Templates;

/// <summary>A document as a page of HTML: one writer for the PDF, the preview of a document and the live preview of a conversation.</summary>
internal static class CvHtml
{
    /// <summary>Where a browser fetches styles and fonts: <c>{code}.css</c> and the font files.</summary>
    public const string AssetFolder = "/api/v1/documents/templates";

    private const int LettersInALine = 108;

    /// <summary>Styles and fonts inside, as the renderer of PDFs needs them: it fetches nothing.</summary>
    public static string ForPdf(CvDocument document)
    {
        var body = Body(document);
        var fonts = PdfFonts.Shared.EmbeddedCss(WebUtility.HtmlDecode(body), document.Template.Fonts);
        return Page(document, body, $"<style>{fonts}{document.Template.Css}</style>");
    }

    /// <summary>Styles and fonts fetched from this service, so that a page with a strict content security policy can hold it.</summary>
    public static string ForBrowser(CvDocument document) =>
        // A link is followed in a window of its own: the preview may stand in a frame.
        Page(document, Body(document), $"""<base target="_blank"><link rel="stylesheet" href="{AssetFolder}/{document.Template.Code}.css?v={document.Template.CssVersion}">""");

    /// <summary>The stylesheet that <see cref="ForBrowser"/> names.</summary>
    public static string Stylesheet(CvTemplate template) => PdfFonts.Shared.LinkedCss(AssetFolder, template.Fonts) + template.Css;

    private static string Page(CvDocument document, string body, string styles)
    {
        var language = TextLanguage.Of(document.Cv);
        var html = new Html();
        html.Add($"""
            <!DOCTYPE html>
            <html lang="{language.Tag}" dir="{language.Direction}" data-density="usual" class="{document.Template.Code}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{document.Title}</title>
            """);
        // The styles are this assembly's own, and the body is encoded already.
        return $"{html}{styles}</head>\n<body>{body}</body></html>";
    }

    private static string Body(CvDocument document)
    {
        var html = new Html();
        if (document.IsLetter)
            WriteLetter(html, document);
        else
            WriteCv(html, document);
        return html.ToString();
    }

    private static void WriteCv(Html html, CvDocument document)
    {
        var (cv, sections) = (document.Cv, CvSections.Of(document.Cv));
        html.Add($"""<article class="paper">""");
        WriteHead(html, document, withContact: !document.Template.HasSideColumn);
        if (document.Template.HasSideColumn)
        {
            html.Add($"""<div class="columns"><aside>""");
            if (CvContact.Of(cv.PersonalInfo).Count > 0)
            {
                html.Add($"<section><h2>Contact</h2>");
                WriteContact(html, cv.PersonalInfo);
                html.Add($"</section>");
            }

            WriteSkills(html, sections, asLists: true);
            WriteList(html, "Certifications", sections.Certifications);
            html.Add($"</aside><main>");
            WriteMain(html, sections);
            WriteList(html, "Awards", sections.Awards);
            html.Add($"</main></div>");
        }
        else
        {
            html.Add($"<main>");
            WriteMain(html, sections);
            WriteSkills(html, sections, asLists: false);
            WriteList(html, "Certifications", sections.Certifications);
            WriteList(html, "Awards", sections.Awards);
            html.Add($"</main>");
        }

        html.Add($"</article>");
    }

    private static void WriteHead(Html html, CvDocument document, bool withContact)
    {
        html.Add($"""<header><h1 dir="auto">{document.Heading}</h1>""");
        if (document.Cv.PersonalInfo.Title.Trim() is { Length: > 0 } title)
            html.Add($"""<p class="role" dir="auto">{title}</p>""");
        if (withContact)
            WriteContact(html, document.Cv.PersonalInfo);
        html.Add($"</header>");
    }

    private static void WriteContact(Html html, PersonalInfo person)
    {
        var contact = CvContact.Of(person);
        // What does not fit into one line is parted by kind: a line that breaks where it happens to would end with a stroke.
        var isLong = contact.Sum(link => link.Text.Length + " | ".Length) > LettersInALine;
        foreach (var line in isLong ? contact.GroupBy(IsWeb) : contact.GroupBy(_ => true))
        {
            html.Add($"""<ul class="contact">""");
            foreach (var link in line)
            {
                // Where an address has to break, it breaks behind its @: readers of PDFs know to join that.
                if (link is { Target: { } mail } && IsMail(link) && link.Text.Split('@') is [var name, var host])
                    html.Add($"""<li><a href="{mail}" dir="auto">{name}@<wbr>{host}</a></li>""");
                else if (link.Target is { } target)
                    html.Add($"""<li><a href="{target}" dir="auto">{link.Text}</a></li>""");
                else
                    html.Add($"""<li dir="auto">{link.Text}</li>""");
            }

            html.Add($"</ul>");
        }

        static bool IsWeb(CvLink link) => link.Target?.StartsWith("http", StringComparison.Ordinal) is true;

        static bool IsMail(CvLink link) => link.Target?.StartsWith("mailto:", StringComparison.Ordinal) is true;
    }

    private static void WriteMain(Html html, CvSections sections)
    {
        if (sections.Summary.Length > 0)
        {
            html.Add($"<section><h2>Summary</h2>");
            foreach (var paragraph in PrintableText.Paragraphs(sections.Summary))
                html.Add($"""<p dir="auto">{paragraph}</p>""");
            html.Add($"</section>");
        }

        if (sections.EducationFirst)
            WriteEducation(html, sections.Schools);
        WriteJobs(html, sections.Jobs);
        WriteProjects(html, sections.Projects);
        if (!sections.EducationFirst)
            WriteEducation(html, sections.Schools);
    }

    private static void WriteJobs(Html html, IReadOnlyList<Job> jobs)
    {
        if (jobs.Count == 0)
            return;
        html.Add($"<section><h2>Experience</h2>");
        foreach (var job in jobs)
        {
            var (title, place) = (job.Title.Trim(), CvSections.Joined(job.Company, job.Location));
            WriteEntry(html, title.Length > 0 ? title : place, CvDate.Range(job.StartDate, job.EndDate), title.Length > 0 ? place : "");
            WriteBullets(html, CvSections.Filled(job.DescriptionBullets));
            html.Add($"</article>");
        }

        html.Add($"</section>");
    }

    private static void WriteProjects(Html html, IReadOnlyList<Project> projects)
    {
        if (projects.Count == 0)
            return;
        html.Add($"<section><h2>Projects</h2>");
        foreach (var project in projects)
        {
            if (project.Name.Trim() is { Length: > 0 } name)
                WriteEntry(html, name, "", "");
            else
                html.Add($"""<article class="entry">""");
            foreach (var paragraph in PrintableText.Paragraphs(project.Description))
                html.Add($"""<p dir="auto">{paragraph}</p>""");
            if (CvSections.Filled(project.KeyAreasUsed) is { Count: > 0 } areas)
                html.Add($"""<p class="areas" dir="auto">{CvSections.Joined(areas)}</p>""");
            html.Add($"</article>");
        }

        html.Add($"</section>");
    }

    private static void WriteEducation(Html html, IReadOnlyList<School> schools)
    {
        if (schools.Count == 0)
            return;
        html.Add($"<section><h2>Education</h2>");
        foreach (var school in schools)
        {
            var (degree, institution) = (CvSections.DegreeOf(school), school.Institution.Trim());
            WriteEntry(html, degree.Length > 0 ? degree : institution, CvDate.Display(school.GraduationDate), degree.Length > 0 ? institution : "");
            foreach (var paragraph in PrintableText.Paragraphs(school.Details))
                html.Add($"""<p dir="auto">{paragraph}</p>""");
            html.Add($"</article>");
        }

        html.Add($"</section>");
    }

    private static void WriteSkills(Html html, CvSections sections, bool asLists)
    {
        if (sections.Skills.Count == 0)
            return;
        html.Add($"""<section class="skills"><h2>Skills</h2>""");
        foreach (var (label, items) in sections.Skills)
        {
            if (asLists)
            {
                if (sections.Skills.Count > 1)
                    html.Add($"<h3>{label}</h3>");
                WriteBullets(html, items);
            }
            else if (sections.Skills.Count > 1)
            {
                html.Add($"""<p dir="auto"><b>{label}:</b> {CvSections.Joined(items)}</p>""");
            }
            else
            {
                html.Add($"""<p dir="auto">{CvSections.Joined(items)}</p>""");
            }
        }

        html.Add($"</section>");
    }

    private static void WriteList(Html html, string heading, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        html.Add($"<section><h2>{heading}</h2>");
        WriteBullets(html, items, "bulleted");
        html.Add($"</section>");
    }

    // Opens the entry; the caller closes it.
    private static void WriteEntry(Html html, string title, string when, string place)
    {
        html.Add($"""<article class="entry"><div class="line"><h3 dir="auto">{title}</h3>""");
        if (when.Length > 0)
            html.Add($"""<p class="when">{when}</p>""");
        html.Add($"</div>");
        if (place.Length > 0)
            html.Add($"""<p class="place" dir="auto">{place}</p>""");
    }

    // In the narrow column only lists whose items run over a line carry bullets.
    private static void WriteBullets(Html html, IReadOnlyList<string> items, string style = "")
    {
        if (items.Count == 0)
            return;
        html.Add($"""<ul class="{style}">""");
        foreach (var item in items)
            html.Add($"""<li dir="auto">{item}</li>""");
        html.Add($"</ul>");
    }

    private static void WriteLetter(Html html, CvDocument document)
    {
        var letter = CoverLetterText.Of(document);
        html.Add($"""<article class="paper letter">""");
        WriteHead(html, document, withContact: true);
        html.Add($"""<main><p class="date">{letter.Date}</p>""");
        if (letter.Recipient.Count > 0)
        {
            html.Add($"<address>");
            foreach (var line in letter.Recipient)
                html.Add($"""<p dir="auto">{line}</p>""");
            html.Add($"</address>");
        }

        if (letter.Subject.Length > 0)
            html.Add($"""<h2 dir="auto">{letter.Subject}</h2>""");
        html.Add($"""<p dir="auto">{letter.Salutation}</p>""");
        foreach (var paragraph in letter.Paragraphs)
            html.Add($"""<p dir="auto">{paragraph}</p>""");
        html.Add($"""<div class="farewell"><p dir="auto">{letter.Farewell}</p><p class="signature" dir="auto">{letter.Name}</p></div></main></article>""");
    }
}
