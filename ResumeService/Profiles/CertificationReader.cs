using System.Text.RegularExpressions;
using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Sections;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles;

/// <summary>Reads certificates: the entries of their section, and well-known ones wherever the resume names them.</summary>
internal static class CertificationReader
{
    private const int MostCertifications = 40;
    private const int LongestName = 120;

    /// <summary>"AWS Certified Developer", "Certified Scrum Master", "Microsoft Certified: Azure Administrator Associate" inside other text.</summary>
    private static readonly Regex Inline = new(
        @"\b(((AWS|Microsoft|Google|Google Cloud|Oracle|Cisco|Red Hat|Salesforce|SAP|IBM|VMware|HashiCorp|Kubernetes|Databricks|Snowflake|Scrum|ISTQB|Azure) )?Certified:? [A-Z][A-Za-z+#.\-]{1,24}( (&|of|in|and|-|–) [A-Z][A-Za-z+#.\-]{1,24}| [A-Z][A-Za-z+#.\-]{1,24}){0,5}|(Lean )?Six Sigma (Green|Black|Yellow) Belt)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly string[] NotYet = ["preparing", "studying", "pursuing", "working towards", "working toward", "planned", "in progress", "seeking", "expected", "candidate for"];

    public static List<string> Read(IReadOnlyList<Section> sections)
    {
        var found = new List<string>();
        foreach (var section in sections.Where(section => section.Kind == SectionKind.Certifications))
            found.AddRange(Entries(section.Lines));

        foreach (var line in sections.Where(section => section.Kind is not (SectionKind.Certifications or SectionKind.References or SectionKind.Languages or SectionKind.Interests)).SelectMany(section => section.Lines))
            found.AddRange(Named(line));

        return [.. Distinct(found).Take(MostCertifications)];
    }

    /// <summary>The entries of a section. Where each takes several lines (name, issuer, date), the first is the name.</summary>
    private static IEnumerable<string> Entries(IReadOnlyList<ResumeLine> lines)
    {
        var opens = true;
        ResumeLine? before = null;
        foreach (var line in Unbroken(lines))
        {
            var isFirst = opens || line.IsBullet || line.StartsBlock;
            var onlyDate = line.Dates.Count > 0 && line.WithoutDates.Length == 0;
            var isDetail = IsDetail(line) || (before is not null && IsIssuerUnder(lines, line) && !isFirst);
            if (!onlyDate && !isDetail && !line.IsProse && NameOf(line.WithoutDates) is { Length: > 1 and <= LongestName } name && (isFirst || CertificationWords.Names(name) || StandsAlone(lines)))
                yield return name;

            opens = onlyDate || (line.Dates.Count > 0 && !onlyDate) || before is null && StandsAlone(lines);
            before = line;
        }
    }

    /// <summary>Names that a narrow column broke, whole again: only where no line is an issuer or a date, which stand under names too.</summary>
    private static List<ResumeLine> Unbroken(IReadOnlyList<ResumeLine> lines)
    {
        var whole = new List<ResumeLine>();
        var standsAlone = StandsAlone(lines);
        foreach (var line in lines.Take(200))
        {
            if (standsAlone && whole.Count > 0 && whole[^1].IsFull && !line.IsBullet && !line.StartsBlock)
                whole[^1] = LineReader.Described(whole[^1] with { Text = $"{whole[^1].Text} {line.Text}", IsFull = line.IsFull });
            else
                whole.Add(line);
        }

        return whole;
    }

    /// <summary>Every line is a certificate: no line is a date or an issuer of its own.</summary>
    private static bool StandsAlone(IReadOnlyList<ResumeLine> lines) => !lines.Any(line => line.Dates.Count > 0 && line.WithoutDates.Length == 0) && !lines.Any(IsDetail);

    private static bool IsIssuerUnder(IReadOnlyList<ResumeLine> lines, ResumeLine line) => !StandsAlone(lines) && !CertificationWords.Names(line.Text) && !line.StartsBlock && !line.IsBullet;

    private static bool IsDetail(ResumeLine line)
    {
        var folded = TextShape.Fold(line.Text);
        return folded.StartsWith("issued", StringComparison.Ordinal) || folded.StartsWith("issuer", StringComparison.Ordinal) || folded.StartsWith("credential", StringComparison.Ordinal) || folded.StartsWith("by ", StringComparison.Ordinal)
            || folded.StartsWith("expires", StringComparison.Ordinal) || folded.StartsWith("valid ", StringComparison.Ordinal) || folded.StartsWith("http", StringComparison.Ordinal) || folded.StartsWith("see ", StringComparison.Ordinal) || folded.StartsWith("颁发", StringComparison.Ordinal);
    }

    /// <summary>The name without issuer, date and number; a grade behind a dash belongs to the name.</summary>
    private static string NameOf(string text)
    {
        var parts = Separators.Parts(text).ToList();
        if (parts.Count == 0)
            return "";

        var name = parts[0];
        for (var at = 1; at < parts.Count && IsGrade(parts[at]); at++)
            name = $"{name} - {parts[at]}";

        var issued = name.IndexOf(", issued", StringComparison.OrdinalIgnoreCase);
        return Separators.Trim(issued > 0 ? name[..issued] : name);
    }

    private static bool IsGrade(string part)
    {
        var words = TextShape.Words(part);
        return words.Length is > 0 and <= 3 && words.All(CertificationWords.Grades.Contains);
    }

    private static IEnumerable<string> Named(ResumeLine line)
    {
        if (line.Text.Length > 600)
            yield break;

        var folded = TextShape.Fold(line.Text);
        if (NotYet.Any(phrase => folded.Contains(phrase, StringComparison.Ordinal)))
            yield break;

        foreach (Match match in Inline.Matches(line.Text))
            yield return match.Value.TrimEnd('.', ',', '-', ' ');

        foreach (var word in line.Text.Split([' ', ',', '(', ')', '/', '|', '·', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (CertificationWords.Abbreviations.Contains(word.TrimEnd('.')) && word.Length >= 3)
                yield return word.TrimEnd('.');
        }
    }

    /// <summary>Each once; an abbreviation that a longer entry already holds is the same certificate.</summary>
    private static List<string> Distinct(List<string> found)
    {
        var kept = new List<string>();
        foreach (var name in found)
        {
            var isKnown = kept.Exists(other => other.Contains(name, StringComparison.OrdinalIgnoreCase));
            if (!isKnown)
                kept.Add(name);
        }

        return kept;
    }
}
