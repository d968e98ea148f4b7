using System.Text.RegularExpressions;

namespace ResumeService.JobDescriptions;

/// <summary>Tells what a sentence only welcomes from what it requires.</summary>
internal sealed partial class Preference
{
    private const int PatternTimeLimit = 10_000;

    private readonly string _said;
    private readonly int _start;
    private readonly bool _inPreferredSection;
    private readonly Match _preferred;
    private readonly bool _required;

    public Preference(string text, JobSentence sentence)
    {
        _said = text.Substring(sentence.Start, sentence.Length);
        _start = sentence.Start;
        _inPreferredSection = sentence.Section == JobSection.Preferred;
        _preferred = Preferred().Match(_said);
        _required = Required().IsMatch(_said);
    }

    /// <summary>The text at this offset is only preferred: by its section, or by a word in its own clause.</summary>
    public bool At(int offset)
    {
        var at = offset - _start;
        if (!_preferred.Success)
            return _inPreferredSection && !_required;

        if (!_required)
        {
            // "(preferred)" or "(a plus)" speaks of what stands before the bracket only, back to the last comma.
            if (InBrackets(_said, _preferred) is { } bracket)
                return at >= ClauseStart(_said, bracket) && at <= _preferred.Index;
            return true;
        }

        // Both in one sentence ("Python required, Go a plus"; "Bachelor's required and Master's preferred"): the clause decides.
        var start = ClauseStart(_said, at);
        var end = _said.IndexOfAny([',', ';'], at);
        var clause = _said[start..(end < 0 ? _said.Length : end)];
        return Preferred().IsMatch(clause) && !Required().IsMatch(clause);
    }

    private static int? InBrackets(string said, Match preferred)
    {
        var open = said.LastIndexOf('(', preferred.Index);
        return open >= 0 && said.IndexOf(')', open) >= preferred.Index + preferred.Length ? open : null;
    }

    private static int ClauseStart(string said, int at)
    {
        var start = at <= 0 ? -1 : said.LastIndexOfAny([',', ';'], at - 1);
        foreach (var word in (string[])[" and ", " but ", " while "])
        {
            var found = at <= 0 ? -1 : said.LastIndexOf(word, at - 1, StringComparison.OrdinalIgnoreCase);
            if (found >= 0)
                start = Math.Max(start, found + word.Length - 1);
        }

        return start + 1;
    }

    [GeneratedRegex(@"\b(nice[ -]to[ -]have|(is|are|be|as|considered|its|it['’]s)? ?an? (big |huge |strong |definite |real |added |great )?(plus|bonus|advantage|asset)|preferred|preferably|desirable|desired|advantageous|beneficial|ideally|optional(ly)?|good[ -]to[ -]have|welcome|would be (nice|great|helpful|good|ideal)|bonus( points)?|(not|n['’]t) (strictly )?(required|necessary|mandatory))\b|优先|加分", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Preferred();

    [GeneratedRegex(@"(?<!not )(?<!not strictly )(?<!n['’]t )\b(required|must|mandatory|essential|minimum|necessary|at least)\b|必须|必备", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Required();
}
