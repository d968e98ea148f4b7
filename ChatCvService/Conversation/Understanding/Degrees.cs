using System.Text.RegularExpressions;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Names of degrees, diplomas and school certificates.</summary>
internal static partial class Degrees
{
    public static Match Find(string text)
    {
        var match = Named().Match(text);
        if (!match.Success)
            match = Short().Match(text);
        if (!match.Success)
            match = General().Match(text);
        // A certificate with its school is a degree, one alone a qualification among the skills.
        if (!match.Success && Vocabulary.OrganisationWords.HasSchool(text))
            match = Certificate().Match(text) is { Success: true } certificate ? certificate : Unknown().Match(text);
        return match.Success && Denied().IsMatch(text[..match.Index]) ? Match.Empty : match;
    }

    [GeneratedRegex(
        """
        \b(?:
          (?:bachelor|master|doctor|associate)(?:'?s)?(?:\s+degree)?\s+of\s+(?:science|arts?|education|commerce|business(?:\s+administration)?|engineering|laws?|fine\s+arts?|nursing|pharmacy|philosophy|medicine|technology|music|architecture|social\s+work|public\s+health|applied\s+sciences?|design|theology|surgery|information\s+technology|computer\s+science|\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?)
        | (?:bachelor|master|associate)(?:'s|s)?\s+degree
        | (?:bachelor|master)(?:'s|s)\b | (?:bachelor|master)(?=\s+in\b)
        | doctorate | high\s+school\s+(?:diploma|degree|certificate) | secondary\s+school\s+(?:diploma|certificate|leaving\s+certificate)
        | (?:graduate|postgraduate|advanced|higher(?:\s+national)?|national|foundation|vocational)\s+(?:diploma|certificate|degree)
        | nvq(?:\s+level\s+\d)? | btec(?:\s+level\s+\d)?(?:\s+(?:extended\s+)?diploma)? | city\s*(?:&|and)\s*guilds(?:\s+level\s+\d)? | kcse(?:\s+certificate)? | gcses? | a[- ]levels? | abitur | baccalaur[eé]ate? | matura | leaving\s+cert(?:ificate)? | matric(?:ulation)? | licence\s+(?:en|de)\b | licenciatura | laurea | staatsexamen | dipl[oô]me
        )(?![\p{L}])
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Named();

    // Capitals alone tell them from words, and what stands around them from "Boston, MA" and "MS Word".
    [GeneratedRegex(
        """
        (?<![\p{L}\d])(?:
          (?i:b\.?\s?sc|m\.?\s?sc|b\.?eng|m\.?eng|b\.?tech|m\.?tech|bba|mba|b\.?com|llb|ll\.b|llm|ph\.?\s?d|mphil|d\.?phil|b\.?ed|m\.?ed|bfa|mfa|mph|pgce|pharmd|mbbs|hnd|hnc|ged|bca|bvsc|bpharm|mpharm|barch|march|bdes|mdes|bmus|mmus|bsw|fdsc|aas|mca|msw|bsn|msn|dnp|emba)(?:\s*\((?i:hons)\))?(?:\s+degree)?
        | (?:B\.A|M\.A|B\.S|M\.S|J\.D|M\.D)\.?(?:\s+degree)?
        | (?<=\b(?:[Aa]|[Mm]y)\s)(?:JD|MD|DDS|DVM|EdD|MBChB|BDS|MRes)
        | (?<!,\s?)(?:BA|MA|BS|MS|AA|AS|JD)(?!\s+(?:Word|Excel|Office|Project|Access|Teams|PowerPoint|Outlook|SQL|Visio|Dynamics)\b)(?=\s+(?:in\b|degree|of\b|from\b|at\b|\p{Lu})|\s*[,(])(?:\s*\(Hons\))?(?:\s+degree)?
        | (?<=,\s?)(?:BA|MA|BS|MS)(?=\s+(?:in\b|degree|\p{Lu}\p{Ll}))(?!\s+(?:Word|Excel|Office|Project|Access|Teams|PowerPoint|Outlook|SQL|Visio)\b)
        )\.?(?![\p{L}\d])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Short();

    // A degree of a country whose names for them nobody listed: "a DEC in Nursing at Collège …".
    [GeneratedRegex(@"(?<=\b(?:an?|my|the|completed|hold|have|got|earned|did)\s)\p{Lu}[\p{Lu}\p{Ll}.]{1,6}(?=\s+in\s+\p{Lu})|^(?!MIT\b|TU\b|ETH\b|UCLA\b|NYU\b|LSE\b|IIT\b|NIT\b|UNAM\b|KTH\b|UC\b)\p{Lu}{2,4}(?=\s+(?:in\s+\p{Lu}|\p{Lu}\p{Ll}+(?:\s+\p{L}+)?\s*,))", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\b(?:no|not|without|never\s+(?:got|finished|had)\s+(?:an?|my))\s+(?:\p{L}+\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\bcertificate(?=\s+in\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Certificate();

    [GeneratedRegex(@"\b(?:diploma|certificate\s+(?:iv|iii|ii|i)|degree|high\s+school(?=\s+(?:at|from|in)\b)|bachelor(?=\s+(?:of|from|at)\b|\s*[,(]|$))(?![\p{L}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex General();
}
