using System.Collections.Frozen;
using System.Text;
using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Sections;

/// <summary>How sure a line's words make it that the line is a heading.</summary>
internal enum HeadingCertainty
{
    /// <summary>Only a hint in a word: counts where the line also looks like a heading.</summary>
    Hint,

    /// <summary>A known last word behind words that nobody listed ("Teaching experience").</summary>
    Likely,

    /// <summary>A listed heading that is an everyday word too ("Tools", "Writing", "Service").</summary>
    Everyday,

    /// <summary>A heading and nothing else ("Work experience").</summary>
    Sure,
}

internal sealed record HeadingMatch(SectionKind Kind, HeadingCertainty Certainty);

/// <summary>Reads the words of a heading, whatever capitals, numbering, spacing and decoration it has.</summary>
internal static class HeadingReader
{
    private const int LongestHeading = 60;

    private static readonly FrozenSet<string> NotHeadings = WordList.Phrases("user experience, customer experience, digital experience, developer experience, employee experience, patient experience, guest experience, years of experience, years experience, career break, data projects manager");

    private static readonly FrozenSet<string> UnmistakablePhrases = WordList.Phrases(
        """
        experience, work experience, professional experience, employment, employment history, work history, career history, education, skills, technical skills, projects, personal projects, certifications, certificates, summary, professional summary, languages, references, interests, hobbies, publications, awards, volunteer, volunteering, volunteer experience, internships
        education and training, key skills, core competencies, licenses and certifications, about me, contact
        """);

    /// <summary>The section that a whole line announces, or null when its words announce none.</summary>
    public static HeadingMatch? Read(string line)
    {
        if (line.Length > LongestHeading * 2)
            return null;

        var text = Plain(line);
        if (text.Length is < 2 or > LongestHeading || NotHeadings.Contains(text))
            return null;

        if (PhraseOf(text) is { } kind)
            return new HeadingMatch(kind, IsEveryday(text) ? HeadingCertainty.Everyday : HeadingCertainty.Sure);

        var words = text.Split(' ');
        if (words.Length > 8 || text.Any(char.IsDigit))
            return null;

        if (words.Length > 1 && words.All(word => SectionHeadings.Describing.Contains(word) || SectionHeadings.Heads.ContainsKey(word)) && words.FirstOrDefault(SectionHeadings.Heads.ContainsKey) is { } listed)
            return new HeadingMatch(KindOf(words, listed), HeadingCertainty.Sure);

        if (words.Length is > 1 and <= 5 && SectionHeadings.Heads.TryGetValue(words[^1], out var byLastWord))
            return new HeadingMatch(byLastWord, HeadingCertainty.Likely);

        // "Education & Achievements at school" opens with the word that matters.
        if (words.Length is > 1 and <= 5 && words.Contains("and") && SectionHeadings.Heads.TryGetValue(words[0], out var byFirstWord))
            return new HeadingMatch(byFirstWord, HeadingCertainty.Likely);

        return StemOf(text) is { } hinted ? new HeadingMatch(hinted, HeadingCertainty.Hint) : null;
    }

    /// <summary>Folded words of a heading: "3. W O R K  H I S T O R Y :" is "work history".</summary>
    public static string Plain(string line)
    {
        var text = TextShape.Fold(TextShape.JoinSpacedLetters(line)).Replace("&", " and ", StringComparison.Ordinal).Replace('+', ' ');
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c is '\'' or '-' or '/')
                plain.Append(c);
            else
                plain.Append(' ');
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('\'', '-', '/')).Where(word => word.Length > 0).ToList();
        if (words.Count > 1 && IsNumbering(words[0]))
            words.RemoveAt(0);

        return string.Join(' ', words);
    }

    private static SectionKind? PhraseOf(string text)
    {
        if (SectionHeadings.Phrases.TryGetValue(text, out var kind))
            return kind;

        // "the" and "my" in front change nothing; letters that stood apart have lost the gap between words.
        foreach (var opening in (string[])["the ", "my ", "our ", "a "])
        {
            if (text.StartsWith(opening, StringComparison.Ordinal) && SectionHeadings.Phrases.TryGetValue(text[opening.Length..], out kind))
                return kind;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && SectionHeadings.Phrases.TryGetValue(text[..slash].Trim(), out kind))
            return kind;

        return text.Contains(' ', StringComparison.Ordinal) || !Unspaced.TryGetValue(text, out kind) ? null : kind;
    }

    private static readonly Dictionary<string, SectionKind> Unspaced = SectionHeadings.Phrases
        .Where(phrase => phrase.Key.Contains(' ', StringComparison.Ordinal) && phrase.Key.Length > 8)
        .DistinctBy(phrase => phrase.Key.Replace(" ", "", StringComparison.Ordinal))
        .ToDictionary(phrase => phrase.Key.Replace(" ", "", StringComparison.Ordinal), phrase => phrase.Value, StringComparer.Ordinal);

    /// <summary>Words that no resume would be surprised to hold elsewhere too.</summary>
    private static bool IsEveryday(string text) => EverydayPhrases.Contains(text) || (!text.Contains(' ', StringComparison.Ordinal) && !UnmistakablePhrases.Contains(text) && !TextShape.HasCjk(text));

    private static readonly FrozenSet<string> EverydayPhrases = WordList.Phrases(
        "open source, social media, case studies, public speaking, community service, community work, professional development, security clearance, student activities, programming languages, driving license, driving licence, client work, free time, pro bono, research papers, training and development, soft skills, computer skills, leadership, know how, good at, i know");

    /// <summary>"Volunteer experience" is volunteering, "Internship experience" internships; "Research projects" projects.</summary>
    private static SectionKind KindOf(string[] words, string firstHead)
    {
        if (words.Contains("volunteer") || words.Contains("volunteering"))
            return SectionKind.Volunteering;

        var and = Array.IndexOf(words, "and");
        var named = and > 0 ? words[..and] : words;
        return SectionHeadings.Heads[named.LastOrDefault(SectionHeadings.Heads.ContainsKey) ?? firstHead];
    }

    private static SectionKind? StemOf(string text)
    {
        var padded = $" {text} ";
        foreach (var (stem, kind) in SectionHeadings.Stems)
        {
            if (padded.Contains($" {stem}", StringComparison.Ordinal))
                return kind;
        }

        return null;
    }

    private static bool IsNumbering(string word) => word.All(char.IsDigit) || word is "i" or "ii" or "iii" or "iv" or "v" or "vi" or "vii" or "viii";
}
