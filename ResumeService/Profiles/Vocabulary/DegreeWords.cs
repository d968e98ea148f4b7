using System.Collections.Frozen;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>Degrees and other school leaving marks; folded words without full stops.</summary>
internal static class DegreeWords
{
    private static readonly FrozenSet<string> Names = WordList.Words(
        """
        bachelor bachelors bachelor's master masters master's doctorate doctoral doctor phd dphil mphil associate associate's associates diploma degree licentiate undergraduate postgraduate minor major honours
        bsc bs ba bba beng btech be bcom barch bfa bed bsn llb msc ms ma mba meng mtech me mcom march mfa med msn llm mpa mph mres md jd dds edd aas as aa hnd hnc gcse gcses ged abitur a-level a-levels baccalaureate ib hsc
        magister diplom diplom-ingenieur staatsexamen ausbildung fachabitur promotion hauptschulabschluss mittlere reife
        licence licenciatura licenciado grado ingenieria bachillerato maestria doctorado tecnico baccalaureat bac dut bts cap deug ingenieur laurea dottorato bacharelado mestrado doutorado tecnologo
        """);

    /// <summary>Degrees whose abbreviation is a word or a state as well: only counted in capitals.</summary>
    private static readonly FrozenSet<string> OnlyInCapitals = WordList.Words("bs ba be ma me ms md as aa ib med march cap bed bac major minor associate associates doctor promotion grado technical");

    private static readonly string[] Phrases = ["high school diploma", "a levels", "vocational training", "nano degree", "nanodegree", "coding bootcamp", "school certificate", "leaving certificate", "general education"];

    private static readonly string[] CjkDegrees = ["本科", "学士", "硕士", "博士", "大专", "专科", "研究生", "學士", "碩士", "専攻", "学位"];

    /// <summary>Names a degree, in full or abbreviated.</summary>
    public static bool Contains(string text)
    {
        if (text.Length > 200)
            return false;

        if (TextShape.HasCjk(text))
            return CjkDegrees.Any(degree => text.Contains(degree, StringComparison.Ordinal));

        foreach (var raw in text.Split([' ', ',', '(', ')', '/', '|', '·', '-', '–', '—', ':', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = TextShape.Fold(raw.Replace(".", "", StringComparison.Ordinal));
            if (!Names.Contains(word))
                continue;

            // "B.A." and "MS" are degrees, "be", "as" and "me" are not; "Associate of Arts" is, "Sales Associate" is not.
            if (!OnlyInCapitals.Contains(word) || (raw.Length <= 5 && (TextShape.IsUpperCase(raw) || raw.Contains('.', StringComparison.Ordinal))))
                return true;
        }

        var folded = TextShape.Fold(text);
        return Phrases.Any(phrase => folded.Contains(phrase, StringComparison.Ordinal))
            || folded.StartsWith("associate of ", StringComparison.Ordinal) || folded.StartsWith("associate in ", StringComparison.Ordinal) || folded.StartsWith("doctor of ", StringComparison.Ordinal)
            || folded.Contains("associate of applied", StringComparison.Ordinal) || folded.Contains("associate degree", StringComparison.Ordinal);
    }
}
