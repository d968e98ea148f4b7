using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatCvService.Documents;

/// <summary>The seed's dates (003): <c>MM/YYYY</c>, <c>Present</c> or empty. A bare year is taken too; anything else is shown as it was said.</summary>
internal static partial class CvDate
{
    /// <summary><c>Mar 2021</c>, <c>2021</c>, <c>Present</c>, or the text itself.</summary>
    public static string Display(string date) => Parse(date) switch
    {
        (var year, { } month) => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month)} {year}",
        var (year, _) => year,
        null => date.Trim(),
    };

    /// <summary><c>Mar 2021 – Present</c>; one end alone stands alone; empty without any.</summary>
    public static string Range(string start, string end)
    {
        var (from, to) = (Display(start), Display(end));
        return from.Length == 0 ? to : to.Length == 0 || to == from ? from : $"{from} – {to}";
    }

    /// <summary><c>2021-03</c> or <c>2021</c> (ISO 8601, as JSON Resume asks); null for <c>Present</c> and for what is no date.</summary>
    public static string? Iso(string date) => Parse(date) switch
    {
        (var year, { } month) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"),
        var (year, _) => year,
        null => null,
    };

    private static (string Year, int? Month)? Parse(string date)
    {
        if (MonthAndYear().Match(date) is not { Success: true } match)
            return null;
        var year = match.Groups["year"].Value;
        return !match.Groups["month"].Success ? (year, null)
            : int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month ? (year, month)
            : null;
    }

    [GeneratedRegex(@"^\s*(?:(?<month>\d{1,2})\s*/\s*)?(?<year>[12]\d{3})\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MonthAndYear();
}
