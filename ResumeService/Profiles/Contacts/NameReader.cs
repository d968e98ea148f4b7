using System.Collections.Frozen;
using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Sections;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Contacts;

/// <param name="Text">The name in usual capitals.</param>
/// <param name="Line">Index of the line it stands in.</param>
/// <param name="Rest">What follows it in its line.</param>
internal sealed record FoundName(string Text, int Line, string Rest);

/// <summary>Finds the person's name: it is near the top, set large, made of name-like words, and the e-mail address often repeats it.</summary>
internal static class NameReader
{
    private const int TopLines = 25;
    private const int MostWords = 6;

    private static readonly FrozenSet<string> Particles = WordList.Words("de del della der den da das di do dos du la le las los van von zu zur zum ter ten y e i bin ibn al el ap af av san st of mac o");

    private static readonly FrozenSet<string> Honorifics = WordList.Words("dr prof mr mrs ms mx miss sir herr frau dipl ing dipl-ing");

    private static readonly FrozenSet<string> Postnominals = WordList.Words("phd md mba cpa pmp rn bsn msn msc bsc ma ba esq jr sr ii iii iv cissp cfa pe pmi-acp acca np dds do lpn aprn csm dphil jd llm llb mph mpa med shrm-cp shrm-scp cscp ccna ccnp");

    /// <summary>Words on top of resumes that no name is made of.</summary>
    private static readonly FrozenSet<string> NotNames = WordList.Words(
        "resume cv curriculum vitae lebenslauf page phone email e-mail tel mobile address linkedin github website portfolio date birth nationality contact profile summary last updated updated confidential street road avenue lane drive rd ave blvd suite apt apartment "
        + "skills experience education about objective work history references personal information the and for with in at to my years year experienced professional university college school inc llc ltd gmbh company software data web full stack fullstack front end back frontend backend cloud hello hi welcome "
        + "january february march april june july august september october november december");

    private static readonly string[] Openings = ["curriculum vitae of ", "curriculum vitae - ", "curriculum vitae – ", "curriculum vitae: ", "curriculum vitae ", "resume of ", "resume - ", "resume – ", "resume: ", "cv of ", "cv - ", "cv – ", "cv: ", "lebenslauf von ", "lebenslauf ", "name: ", "name ", "full name: ", "nom : ", "nom: ", "nombre: ", "姓名：", "姓名:", "姓名 ", "hi, i'm ", "hello, i'm ", "hi i'm ", "i'm ", "i am "];

    public static FoundName? Read(IReadOnlyList<ResumeLine> lines, string? email)
    {
        var largest = lines.Where(line => line.Page == 1).Select(line => line.FontSize).DefaultIfEmpty(0).Max();
        FoundName? best = null;
        var bestScore = 1.0;
        for (var at = 0; at < lines.Count && lines[at].Page <= 1; at++)
        {
            var line = lines[at];
            var isLarge = largest > 0 && line.FontSize >= largest * 0.98;
            if ((at >= TopLines && !isLarge) || line.Text.Length > 250)
                continue;

            foreach (var (candidate, rest, isNamed) in Candidates(line.Text, email))
            {
                var score = Score(candidate, at, isLarge, largest > 0, isNamed, email, line);
                if (score > bestScore)
                    (best, bestScore) = (new FoundName(Shape(candidate), at, rest), score);
            }
        }

        return best;
    }

    /// <summary>What may be the name in a line: all of it, what stands in front of the first separator, what follows "Resume of".</summary>
    private static IEnumerable<(string Candidate, string Behind, bool IsNamed)> Candidates(string text, string? email)
    {
        var line = text;
        if (email is not null && line.IndexOf(email, StringComparison.Ordinal) is >= 0 and var at)
            line = $"{line[..at]} | {line[(at + email.Length)..]}";

        var folded = TextShape.Fold(line);
        if (folded.Length == line.Length)
        {
            foreach (var opening in Openings)
            {
                if (folded.StartsWith(opening, StringComparison.Ordinal))
                {
                    var named = Separators.Parts(line[opening.Length..]).FirstOrDefault();
                    if (named is not null)
                        yield return (WithoutPostnominals(named), "", true);

                    yield break;
                }
            }
        }

        var parts = Separators.Parts(line).ToList();
        if (parts.Count == 0)
            yield break;

        yield return (WithoutPostnominals(parts[0]), string.Join(" | ", parts.Skip(1)), false);
        var comma = parts[0].IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
            yield return (parts[0][..comma], parts[0][(comma + 1)..].Trim(), false);

        // "LOVELACE, Ada": the surname leads.
        if (comma > 1 && parts[0].Split(',') is [var surname, var given] && TextShape.IsUpperCase(surname) && !TextShape.IsUpperCase(given) && given.Trim().Split(' ').Length <= 3)
            yield return ($"{given.Trim()} {surname.Trim()}", "", false);
    }

    private static double Score(string candidate, int at, bool isLarge, bool knowsSizes, bool isNamed, string? email, ResumeLine line)
    {
        if (candidate.Length is < 2 or > 60)
            return 0;

        if (TextShape.HasCjk(candidate))
            return CjkScore(candidate, at, isLarge, isNamed);

        var words = candidate.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var core = words.Where(word => !Honorifics.Contains(TextShape.Fold(word.TrimEnd('.')))).ToArray();
        if (core.Length is 0 or > MostWords || candidate.Any(char.IsDigit) || candidate.IndexOfAny(['@', '/', ':', '&', '_', '+', '#', '%', '=', ';', '!', '?', '"']) >= 0)
            return 0;

        if (!core.All(IsNameWord) || HeadingReader.Read(candidate) is { Certainty: >= HeadingCertainty.Everyday } || core.Any(word => NotNames.Contains(TextShape.Fold(word.TrimEnd('.')))))
            return 0;

        var inEmail = InEmail(core, email);
        var score = core.Length switch
        {
            2 => 2.0,
            3 => 1.8,
            4 => 1.2,
            1 => 0.2,
            _ => 0.8,
        };
        score += isNamed ? 3 : 0;
        score += inEmail * 1.5;
        score += isLarge ? 2.5 : 0;
        score += at == 0 ? 1.2 : at == 1 ? 0.8 : at < 4 ? 0.4 : at < 10 ? 0.1 : -0.6;
        if (knowsSizes && !isLarge && at > 3)
            score -= 0.8;

        if (inEmail == 0)
        {
            score -= TitleWords.Score(candidate) >= 1 ? 2.5 : 0;
            score -= PlaceWords.IsPlace(candidate) ? 2.5 : 0;
            score -= OrganisationWords.Score(candidate) >= 1.2 ? 1.5 : 0;
        }

        if (line.IsBullet && at > 3)
            score -= 1;

        return score;
    }

    /// <summary>How many words of the name the e-mail address repeats, at most 2; initials in front of the surname count a half.</summary>
    private static double InEmail(string[] words, string? email)
    {
        if (email is null)
            return 0;

        var local = TextShape.Fold(email[..email.IndexOf('@', StringComparison.Ordinal)]);
        var found = 0.0;
        foreach (var word in words)
        {
            var plain = new string([.. TextShape.Fold(word).Where(char.IsLetter)]);
            if (plain.Length >= 3 && local.Contains(plain, StringComparison.Ordinal))
                found++;
            else if (plain.Length >= 1 && found == 0 && local.Length > 0 && local[0] == plain[0])
                found += 0.3;
        }

        return Math.Min(found, 2);
    }

    private static double CjkScore(string candidate, int at, bool isLarge, bool isNamed)
    {
        var name = candidate.Replace(" ", "", StringComparison.Ordinal);
        if (name.Length is < 2 or > 5 || !name.All(TextShape.IsCjk) || HeadingReader.Read(name) is not null || name is "简历" or "履历" or "個人簡歷" or "个人简历" || TitleWords.Score(name) >= 1 || PlaceWords.IsKnown(name))
            return 0;

        return 1.6 + (isNamed ? 3 : 0) + (isLarge ? 2 : 0) + (at == 0 ? 1.2 : at < 3 ? 0.6 : -0.5) + (name.Length <= 3 ? 0.3 : 0);
    }

    private static bool IsNameWord(string word)
    {
        var plain = word.Trim('.', ',', '(', ')', '\'', '"', '“', '”');
        if (plain.Length == 0)
            return false;

        if (Particles.Contains(TextShape.Fold(plain)))
            return true;

        return char.IsUpper(plain[0]) && plain.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.' or '‐' or '‑' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark);
    }

    /// <summary>"Ada Lovelace, PhD, RN" without what she may write behind her name.</summary>
    private static string WithoutPostnominals(string text)
    {
        var pieces = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kept = pieces.Length;
        while (kept > 1 && pieces[kept - 1].Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries).All(word => Postnominals.Contains(TextShape.Fold(word.Replace(".", "", StringComparison.Ordinal)))))
            kept--;

        var name = string.Join(", ", pieces[..kept]);
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 2 ? name[..open].Trim() : name;
    }

    private static string Shape(string name)
    {
        var words = name.Trim(' ', ',', '-').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TextShape.HasCjk(name) ? string.Concat(words) : TextShape.Decapitalise(string.Join(' ', words));
    }
}
