using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Sections;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Contacts;

/// <summary>Finds the line under the name that says what the person is.</summary>
internal static class TitleReader
{
    private const int LinesBelowName = 3;

    public static string? Read(IReadOnlyList<ResumeLine> lines, FoundName? name)
    {
        if (name is null)
            return null;

        // "Ada Example, Senior Nurse" and "Ada Example | Senior Nurse".
        if (name.Rest.Length > 3 && TitleWords.Score(name.Rest) >= 1)
            return name.Rest;

        for (var at = name.Line + 1; at < lines.Count && at <= name.Line + LinesBelowName; at++)
        {
            var line = lines[at];

            // "Platform engineer | Leeds | ada@example.org": the first of the contact facts.
            if (line.Text.Contains('@', StringComparison.Ordinal) && Separators.Parts(line.Text).FirstOrDefault() is { } first && !first.Contains('@', StringComparison.Ordinal) && TitleWords.Score(first) >= 1.5)
                return first;

            if (line.Text.Contains('@', StringComparison.Ordinal) || line.Dates.Count > 0 || HeadingReader.Read(line.Text) is { Certainty: HeadingCertainty.Sure })
                continue;

            if (!line.IsProse && line.Text.Length <= 110 && TitleWords.Score(Separators.Parts(line.Text).FirstOrDefault() ?? "") >= 1)
                return Wrapped(lines, at);
        }

        return null;
    }

    /// <summary>A title with an open bracket or an ending such as "and" goes on in the next line.</summary>
    private static string Wrapped(IReadOnlyList<ResumeLine> lines, int at)
    {
        var text = lines[at].Text;
        if (at + 1 >= lines.Count || lines[at + 1].Text.Length > 60 || lines[at + 1].StartsBlock)
            return text;

        var isOpen = text.Count(c => c == '(') > text.Count(c => c == ')') || text.EndsWith(" and", StringComparison.Ordinal) || text.EndsWith('&') || text.EndsWith(',');
        return isOpen ? $"{text} {lines[at + 1].Text}" : text;
    }
}
