using System.Text.RegularExpressions;
using ResumeService.Profiles;

namespace ResumeService.JobDescriptions;

/// <summary>Reads degrees: what a job description asks for, and what a resume shows.</summary>
internal static partial class Degrees
{
    private const int PatternTimeLimit = 10_000;

    /// <summary>Text behind the name of a degree in which its field stands.</summary>
    private const int FieldReach = 160;

    public static DegreeRequirement? Find(string text, IReadOnlyList<JobSentence> sentences)
    {
        DegreeRequirement? best = null;
        foreach (var sentence in sentences)
        {
            if (!sentence.Asks)
                continue;
            var said = text.Substring(sentence.Start, sentence.Length);
            var preference = new Lazy<Preference>(() => new Preference(text, sentence));
            foreach (var (level, index, length) in In(said, isAskedFor: true))
            {
                var asked = new DegreeRequirement(
                    level,
                    preference.Value.At(sentence.Start + index),
                    OrEquivalent().IsMatch(said),
                    new TextSpan(sentence.Start + index, length));
                // "Bachelor's or Master's": the lower one is enough; a preferred one never outweighs a required one.
                if (best is null || (best.Preferred && !asked.Preferred) || (best.Preferred == asked.Preferred && asked.Level < best.Level))
                    best = asked;
            }
        }

        return best;
    }

    /// <summary>The highest degree that a text names.</summary>
    public static DegreeLevel HighestIn(string text)
    {
        var highest = DegreeLevel.None;
        foreach (var line in text.Split('\n'))
        {
            var said = line.Length > JobSentences.MaxLength ? line[..JobSentences.MaxLength] : line;
            foreach (var (level, _, _) in In(said, isAskedFor: false))
                highest = level > highest ? level : highest;
        }

        return highest;
    }

    /// <summary>Places in a sentence that name a degree and its field ("degree in Computer Science or Mathematics"): what stands there is study, not skill.</summary>
    public static IEnumerable<TextSpan> FieldsOfStudy(string text, JobSentence sentence)
    {
        var said = text.Substring(sentence.Start, sentence.Length);
        foreach (var (_, index, length) in In(said, isAskedFor: true))
        {
            var rest = said[(index + length)..Math.Min(said.Length, index + length + FieldReach)];
            var field = Field().Match(rest);
            yield return new TextSpan(sentence.Start + index, length + (field.Success ? field.Length : 0));
        }
    }

    private static IEnumerable<(DegreeLevel Level, int Index, int Length)> In(string said, bool isAskedFor)
    {
        var any = false;
        foreach (Match match in Named().Matches(said))
        {
            any = true;
            yield return (LevelOf(match), match.Index, match.Length);
        }

        // "a degree in engineering" names no level: people mean a first degree.
        if (!any && isAskedFor && Plain().Match(said) is { Success: true } plain)
            yield return (DegreeLevel.Bachelor, plain.Index, plain.Length);
    }

    private static DegreeLevel LevelOf(Match match) =>
        match.Groups["doctor"].Success ? DegreeLevel.Doctorate
        : match.Groups["master"].Success ? DegreeLevel.Master
        : match.Groups["bachelor"].Success ? DegreeLevel.Bachelor
        : match.Groups["associate"].Success ? DegreeLevel.Associate
        : DegreeLevel.HighSchool;

    [GeneratedRegex(
        @"(?<doctor>\bPh\.? ?D\b\.?|\b[Dd]octora(te|l)\b|\bDPhil\b|博士)"
        + @"|(?<master>\b[Mm]aster(['’]?s)?\b(?= (degree|of \p{Lu}|in \p{Lu}|or |level|program)|['’]?s?\b\s*(\(|,|/|degree))|\b[Mm]aster['’]s\b|\bMSc\b|\bM\.Sc\b\.?|\bM\.S\.|\bM\.A\.|\bMBA\b|\bM\.?Eng\b|\bM\.?Tech\b|\bMS\b(?=/PhD|\s(in|degree|or PhD)\b)|(?<=B[SA]/)M[SA]\b|硕士|研究生)"
        + @"|(?<bachelor>\b[Bb]achelor(['’]?s)?\b|\bBSc\b|\bB\.Sc\b\.?|\bB\.S\.|\bB\.A\.|\bBS\b(?=/(MS|BA)|\s(in|degree|or)\b)|\bBA\b(?=/BS|\s(in|degree|or)\b)|\bB\.?Eng\b|\bB\.?Tech\b|\bBCom\b|\bB\.E\.|\bBSN\b|\bBBA\b|\b[Uu]ndergraduate degree\b|本科|学士)"
        + @"|(?<associate>\b[Aa]ssociate(['’]?s)? [Dd]egree\b|\b[Aa]ssociate of \w+|\bADN\b|大专|专科)"
        + @"|(?<school>\b[Hh]igh[ -][Ss]chool\b( diploma)?|\bGED\b|高中)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        PatternTimeLimit)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(university|college|academic|advanced|technical|relevant|engineering|science|four[- ]year|4[- ]year|related|final|completed)? ?degree\b(?! of\b)|\bdiploma in\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\bor equivalent|equivalent (work |professional |practical )?experience|or (relevant|comparable|similar|related) (work |professional )?experience|in lieu of", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex OrEquivalent();

    [GeneratedRegex(@"^['’]?s?\)?( degree| diploma)?s?( required| preferred)?\s*(in|of|:|,|\(|or|and|/|\s)*((?!\b(with|experience|plus|minimum|at least|years?|strong|proficien\w+|knowledge|required|preferred|must)\b)[^.;•\n])*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Field();
}
