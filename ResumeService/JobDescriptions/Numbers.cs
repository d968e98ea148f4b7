using System.Globalization;

namespace ResumeService.JobDescriptions;

/// <summary>Small numbers in digits and words, as people write years.</summary>
internal static class Numbers
{
    /// <summary>Pattern of a number that <see cref="Read"/> understands.</summary>
    public const string Pattern = "\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty";

    public const string ChinesePattern = "\\d{1,2}|十[一二三四五六七八九]?|[一二两三四五六七八九]";

    private static readonly Dictionary<string, int> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["fifteen"] = 15, ["twenty"] = 20,
    };

    public static int Read(string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || Words.TryGetValue(written, out number))
            return number;
        const string digits = "零一二三四五六七八九";
        return written switch
        {
            "两" => 2,
            ['十'] => 10,
            ['十', var ones] => 10 + digits.IndexOf(ones, StringComparison.Ordinal),
            [var ones] => Math.Max(0, digits.IndexOf(ones, StringComparison.Ordinal)),
            _ => 0,
        };
    }
}
