using System.Text;
using System.Text.RegularExpressions;
using ChatCvService.CvData;

namespace ChatCvService.Documents.Export;

/// <summary>A document as CommonMark. What people wrote stays what they wrote: their asterisks, brackets and hashes are escaped.</summary>
internal static partial class CvMarkdown
{
    public static byte[] Write(CvDocument document)
    {
        var text = new StringBuilder();
        Block(text, $"# {Escaped(document.Heading)}");
        Block(text, Strong(document.Cv.PersonalInfo.Title));
        Block(text, string.Join(" · ", CvContact.Of(document.Cv.PersonalInfo).Select(Link)));
        if (document.IsLetter)
            WriteLetter(text, CoverLetterText.Of(document));
        else
            WriteCv(text, CvSections.Of(document.Cv));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteCv(StringBuilder text, CvSections sections)
    {
        Section(text, "Summary", PrintableText.Paragraphs(sections.Summary).Select(Escaped));
        if (sections.EducationFirst)
            WriteEducation(text, sections);
        Section(text, "Experience", sections.Jobs.SelectMany(Job));
        Section(text, "Projects", sections.Projects.SelectMany(Project));
        if (!sections.EducationFirst)
            WriteEducation(text, sections);
        Section(text, "Skills", sections.Skills.Select(list => sections.Skills.Count > 1 ? $"{Strong(list.Label + ":")} {Escaped(CvSections.Joined(list.Items))}" : Escaped(CvSections.Joined(list.Items))));
        Section(text, "Certifications", [Bullets(sections.Certifications)]);
        Section(text, "Awards", [Bullets(sections.Awards)]);
    }

    private static void WriteEducation(StringBuilder text, CvSections sections) => Section(text, "Education", sections.Schools.SelectMany(School));

    private static IEnumerable<string> Job(Job job) =>
    [
        Entry(job.Title, CvSections.Joined(job.Company, job.Location)),
        Emphasis(CvDate.Range(job.StartDate, job.EndDate)),
        Bullets(CvSections.Filled(job.DescriptionBullets)),
    ];

    private static IEnumerable<string> Project(Project project) =>
        [Entry(project.Name, ""), .. PrintableText.Paragraphs(project.Description).Select(Escaped), Emphasis(CvSections.Joined(CvSections.Filled(project.KeyAreasUsed)))];

    private static IEnumerable<string> School(School school) =>
        [Entry(CvSections.DegreeOf(school), school.Institution), Emphasis(CvDate.Display(school.GraduationDate)), .. PrintableText.Paragraphs(school.Details).Select(Escaped)];

    private static void WriteLetter(StringBuilder text, CoverLetterText letter)
    {
        Block(text, letter.Date);
        Block(text, string.Join("\\\n", letter.Recipient.Select(Escaped)));
        Block(text, Strong(letter.Subject));
        foreach (var paragraph in letter.Paragraphs.Prepend(letter.Salutation).Append(letter.Farewell).Append(letter.Name))
            Block(text, Escaped(paragraph));
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> blocks)
    {
        var filled = blocks.Where(block => block.Length > 0).ToArray();
        if (filled.Length == 0)
            return;
        Block(text, $"## {heading}");
        foreach (var block in filled)
            Block(text, block);
    }

    private static void Block(StringBuilder text, string block)
    {
        if (block.Length == 0)
            return;
        if (text.Length > 0)
            text.Append('\n');
        text.Append(block).Append('\n');
    }

    private static string Entry(string title, string place) => CvSections.Joined(title, place) is { Length: > 0 } head ? $"### {Escaped(head)}" : "";

    private static string Bullets(IReadOnlyList<string> items) => string.Join('\n', items.Select(item => "- " + Escaped(item)));

    private static string Strong(string words) => words.Trim().Length == 0 ? "" : $"**{Escaped(words)}**";

    private static string Emphasis(string words) => words.Trim().Length == 0 ? "" : $"*{Escaped(words)}*";

    private static string Link(CvLink link) => link.Target is { } target ? $"[{Escaped(link.Text)}](<{target.Replace(">", "%3E", StringComparison.Ordinal)}>)" : Escaped(link.Text);

    // Backslash before every character that can mean something; at the start of a line also before what would begin a list or a rule.
    private static string Escaped(string text)
    {
        var line = Breaks().Replace(PrintableText.Of(text).Trim(), " ");
        return LineStart().Replace(Special().Replace(line, @"\$0"), match => match.Groups["number"].Success ? $@"{match.Groups["number"].Value}\{match.Groups["mark"].Value}" : $@"\{match.Groups["mark"].Value}");
    }

    [GeneratedRegex(@"[\\`*_\[\]<>#|~&!{}]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Special();

    [GeneratedRegex(@"^(?:(?<number>\d{1,9})(?<mark>[.)])|(?<mark>[-+=]))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\s*[\r\n\u2028\u2029]+\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();
}
