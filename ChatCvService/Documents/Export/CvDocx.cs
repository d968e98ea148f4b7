using ChatCvService.Documents.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ServiceDefaults.Pdf;

namespace ChatCvService.Documents.Export;

/// <summary>
/// A document for Word, in one column in every template: Word's own styles (Title, Subtitle, Heading 1 and 2, List Bullet), so that a change of a style changes
/// the whole CV, and dates at a right tab stop.
/// </summary>
internal static class CvDocx
{
    public static byte[] Write(CvDocument document, PaperSize paper)
    {
        var page = DocxPage.Of(paper);
        var look = DocxLook.Of(document.Template);
        var language = TextLanguage.Of(document.Cv);
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var properties = package.PackageProperties;
            properties.Title = PrintableText.Of(document.Title);
            properties.Creator = PrintableText.Of(document.Heading);
            properties.Created = properties.Modified = document.CreatedAt.UtcDateTime;
            properties.Language = language.Tag;

            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Styles(look, page, language);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = DocxStyles.Bullets();
            main.AddNewPart<DocumentSettingsPart>().Settings = DocxStyles.Settings();
            var writer = new Writer(main);
            if (document.IsLetter)
                WriteLetter(writer, document);
            else
                WriteCv(writer, document);
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body([.. writer.Paragraphs, page.Section(language)]));
        }

        return stream.ToArray();
    }

    private static void WriteHead(Writer writer, CvDocument document)
    {
        writer.Add("Title", document.Heading);
        writer.Add("Subtitle", document.Cv.PersonalInfo.Title);
        writer.AddLinks("Contact", CvContact.Of(document.Cv.PersonalInfo));
    }

    private static void WriteCv(Writer writer, CvDocument document)
    {
        var sections = CvSections.Of(document.Cv);
        WriteHead(writer, document);
        if (sections.Summary.Length > 0)
        {
            writer.Add("Heading1", "Summary");
            writer.AddAll("Normal", PrintableText.Paragraphs(sections.Summary));
        }

        if (sections.EducationFirst)
            WriteEducation(writer, sections);
        WriteJobs(writer, sections);
        WriteProjects(writer, sections);
        if (!sections.EducationFirst)
            WriteEducation(writer, sections);
        if (sections.Skills.Count > 0)
            writer.Add("Heading1", "Skills");
        foreach (var (label, items) in sections.Skills)
            writer.AddLabelled(sections.Skills.Count > 1 ? label + ": " : "", CvSections.Joined(items));
        WriteList(writer, "Certifications", sections.Certifications);
        WriteList(writer, "Awards", sections.Awards);
    }

    private static void WriteJobs(Writer writer, CvSections sections)
    {
        if (sections.Jobs.Count > 0)
            writer.Add("Heading1", "Experience");
        foreach (var job in sections.Jobs)
        {
            var (title, place) = (job.Title.Trim(), CvSections.Joined(job.Company, job.Location));
            writer.AddDated(title.Length > 0 ? title : place, CvDate.Range(job.StartDate, job.EndDate));
            if (title.Length > 0)
                writer.Add("Place", place);
            writer.AddAll("ListBullet", CvSections.Filled(job.DescriptionBullets));
        }
    }

    private static void WriteProjects(Writer writer, CvSections sections)
    {
        if (sections.Projects.Count > 0)
            writer.Add("Heading1", "Projects");
        foreach (var project in sections.Projects)
        {
            writer.AddDated(project.Name, "");
            writer.AddAll("Normal", PrintableText.Paragraphs(project.Description));
            writer.Add("Normal", CvSections.Joined(CvSections.Filled(project.KeyAreasUsed)));
        }
    }

    private static void WriteEducation(Writer writer, CvSections sections)
    {
        if (sections.Schools.Count > 0)
            writer.Add("Heading1", "Education");
        foreach (var school in sections.Schools)
        {
            var (degree, institution) = (CvSections.DegreeOf(school), school.Institution.Trim());
            writer.AddDated(degree.Length > 0 ? degree : institution, CvDate.Display(school.GraduationDate));
            if (degree.Length > 0)
                writer.Add("Place", institution);
            writer.AddAll("Normal", PrintableText.Paragraphs(school.Details));
        }
    }

    private static void WriteList(Writer writer, string heading, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
            writer.Add("Heading1", heading);
        writer.AddAll("ListBullet", items);
    }

    private static void WriteLetter(Writer writer, CvDocument document)
    {
        var letter = CoverLetterText.Of(document);
        WriteHead(writer, document);
        writer.Add("Date", letter.Date);
        writer.AddAll("Address", letter.Recipient);
        writer.Add("Heading1", letter.Subject);
        writer.Add("BodyText", letter.Salutation);
        writer.AddAll("BodyText", letter.Paragraphs);
        writer.Add("Closing", letter.Farewell);
        writer.Add("Signature", letter.Name);
    }

    /// <summary>Collects paragraphs; empty ones are left out.</summary>
    private sealed class Writer(MainDocumentPart part)
    {
        public List<Paragraph> Paragraphs { get; } = [];

        public void Add(string style, string text)
        {
            if (text.Trim().Length > 0)
                Paragraphs.Add(new Paragraph(Style(style), Words(text)));
        }

        public void AddAll(string style, IEnumerable<string> texts)
        {
            foreach (var text in texts)
                Add(style, text);
        }

        public void AddDated(string title, string when)
        {
            if (title.Trim().Length + when.Length == 0)
                return;
            var paragraph = new Paragraph(Style("Heading2"), Words(title));
            if (when.Length > 0)
                paragraph.Append(new Run(new RunProperties(new RunStyle { Val = "Dates" }), new TabChar(), new Text(PrintableText.Of(when)) { Space = SpaceProcessingModeValues.Preserve }));
            Paragraphs.Add(paragraph);
        }

        public void AddLabelled(string label, string text)
        {
            var paragraph = new Paragraph(Style("Normal"));
            if (label.Length > 0)
                paragraph.Append(new Run(new RunProperties(new RunStyle { Val = "Strong" }), new Text(label) { Space = SpaceProcessingModeValues.Preserve }));
            paragraph.Append(Words(text));
            Paragraphs.Add(paragraph);
        }

        public void AddLinks(string style, IReadOnlyList<CvLink> links)
        {
            if (links.Count == 0)
                return;
            var paragraph = new Paragraph(Style(style));
            foreach (var link in links)
            {
                if (link != links[0])
                    paragraph.Append(Words("  |  "));
                paragraph.Append(link.Target is { } target
                    ? new Hyperlink(Words(link.Text, "Hyperlink")) { Id = part.AddHyperlinkRelationship(new Uri(target), isExternal: true).Id, History = true }
                    : Words(link.Text));
            }

            Paragraphs.Add(paragraph);
        }

        private static ParagraphProperties Style(string id) => new(new ParagraphStyleId { Val = id });

        private static Run Words(string text, string? style = null)
        {
            var run = style is null ? new Run() : new Run(new RunProperties(new RunStyle { Val = style }));
            run.Append(new Text(PrintableText.Of(text).ReplaceLineEndings(" ")) { Space = SpaceProcessingModeValues.Preserve });
            return run;
        }
    }
}
