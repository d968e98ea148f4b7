using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatCvService.Conversation.Text;

/// <summary>How a person's words are written into a CV: the same words, with the capitals and spaces a CV has.</summary>
internal static partial class Wording
{
    private static readonly char[] Edges = [' ', ',', ';', ':', '.', '!', '?', '"', '\'', '-', '\u2013', '\u2014', '|', '/', '\u2022', '*', '(', '\n', Passage.Taken, Passage.Date];

    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "at", "by", "de", "del", "der", "di", "for", "from", "in", "la", "of", "on", "or", "the", "to", "van", "von", "with", "el",
    };

    private static readonly HashSet<string> Acronyms = new(StringComparer.OrdinalIgnoreCase)
    {
        "ux", "ui", "qa", "hr", "it", "pr", "vp", "ceo", "cto", "cfo", "coo", "rn", "lpn", "cna", "crm", "erp", "seo", "sem", "bi", "ai", "ml", "usa", "uk", "uae", "ibm",
        "kpmg", "bmw", "dhl", "ups", "nhs", "mit", "ucla", "nyu", "llc", "tu", "bsc", "msc", "mba", "ba", "ma", "bs", "ms", "phd", "llb", "cpr", "bls", "acls", "cdl", "hvac",
        "pmp", "cpa", "acca", "aws", "gcp", "sql", "css", "html", "php", "iv", "gpa", "kcse", "ged", "sap", "ii", "iii", "cad", "icu", "er",
    };

    /// <summary>One line, single spaces, no punctuation at the edges; a bracket stays when its partner does.</summary>
    public static string Clean(string text)
    {
        var line = Spaces().Replace(text.Replace(Passage.Taken, ' ').Replace(Passage.Date, ' '), " ").Trim(Edges);
        if (line.EndsWith(')') && !line.Contains('(', StringComparison.Ordinal))
            line = line.TrimEnd(')').TrimEnd(Edges);
        // Dotted abbreviations keep their last dot.
        return Dotted().IsMatch(line) ? line + "." : line;
    }

    /// <summary>A title, company, school or name: capitals are added where the person typed none.</summary>
    public static string Proper(string text)
    {
        var clean = Clean(text);
        if (clean.Any(char.IsUpper))
            return clean;
        return Words().Replace(clean, word => Small.Contains(word.Value) && word.Index > 0 ? word.Value : Capitalized(word.Value));
    }

    /// <summary>A job title always has its capitals: "data analyst" becomes "Data Analyst".</summary>
    public static string Title(string text) => Words().Replace(
        Clean(text), word => word.Value.Any(char.IsUpper) || (Small.Contains(word.Value) && word.Index > 0) ? word.Value : Capitalized(word.Value));

    /// <summary>A line of text: its first letter is a capital one.</summary>
    public static string Sentence(string text)
    {
        var clean = Clean(text);
        return clean.Length > 0 && char.IsLower(clean[0]) && !MixedCase().IsMatch(clean) ? char.ToUpper(clean[0], CultureInfo.InvariantCulture) + clean[1..] : clean;
    }

    /// <summary>For comparing: letters and digits in lower case, without accents.</summary>
    public static string Key(string text) => new(
        [.. text.Normalize(System.Text.NormalizationForm.FormD).Where(c => char.IsLetterOrDigit(c) || c is '+' or '#').Select(char.ToLowerInvariant)]);

    public static IReadOnlyList<string> WordsOf(string text) => [.. Words().EnumerateMatches(text).ToStrings(text)];

    private static string Capitalized(string word) =>
        Acronyms.Contains(word) ? word.ToUpperInvariant() : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    private static IEnumerable<string> ToStrings(this Regex.ValueMatchEnumerator matches, string text)
    {
        var words = new List<string>();
        foreach (var match in matches)
            words.Add(text.Substring(match.Index, match.Length));
        return words;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'+#]*", RegexOptions.None, 10_000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b\p{L}\.\p{L}{1,3}$|\b(?:Inc|Jr|Sr)$", RegexOptions.None, 10_000)]
    private static partial Regex Dotted();

    // iOS, eBay, jQuery keep their small first letter.
    [GeneratedRegex(@"^\p{Ll}{1,2}\p{Lu}", RegexOptions.None, 10_000)]
    private static partial Regex MixedCase();
}
