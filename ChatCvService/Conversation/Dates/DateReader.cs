using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatCvService.Conversation.Dates;

/// <summary>
/// Finds dates and periods in any usual form. Points in time are found first; what stands between and before them says whether they make a period,
/// a beginning or an end. A season or a quarter gives its first month (a quarter that ends a period its last); a year alone gives January.
/// </summary>
internal static partial class DateReader
{
    private const string Month = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private const string Number = @"\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty";
    private const string Year = @"(?:19[5-9]\d|20[0-4]\d)";
    private const string Season = "spring|summer|autumn|fall|winter";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Numbers =
    [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    public static IReadOnlyList<DateMention> Read(string text, DateOnly today)
    {
        var points = PointsOf(text, today);
        var mentions = new List<DateMention>();
        for (var i = 0; i < points.Count; i++)
        {
            var first = points[i];
            var before = Introductions().Match(text[..first.Index]);
            var from = before.Success ? before.Groups["word"].Value.ToLowerInvariant() : "";
            var start = before.Success ? before.Index : first.Index;
            if (i + 1 < points.Count && IsBetween(text[first.End..points[i + 1].Index], from) && Range(first, points[i + 1]) is var (begin, end, open))
            {
                mentions.Add(Closed(text, new DateMention(start, points[i + 1].End - start, DateKind.Range, begin, end, open, From: from)));
                i++;
            }
            else if (Single(text, first, from, start) is { } mention)
            {
                mentions.Add(mention);
            }
        }

        foreach (Match length in Lengths().Matches(text))
        {
            if (!mentions.Any(mention => length.Index < mention.Index + mention.Size && mention.Index < length.Index + length.Length))
                mentions.Add(Length(length, today));
        }

        return [.. mentions.OrderBy(mention => mention.Index)];
    }

    private static DateMention? Single(string text, Point point, string from, int start)
    {
        if (point.IsNow || (point.Year is null && from is not ("since" or "from" or "until" or "till" or "til" or "up to" or "by" or "in" or "starting" or "starting in")))
            return null;
        var date = point.Begin;
        var size = point.End - start;
        return from switch
        {
            "since" or "starting" or "starting in" or "starting from" or "starting on" or "beginning in" or "beginning" or "as of" or "ever since" => Mention(DateKind.Since, open: true),
            "from" => Mention(DateKind.Since, open: OpenEnd().IsMatch(text[point.End..])),
            "until" or "till" or "til" or "'til" or "up to" or "through" => Closed(text, new DateMention(start, size, DateKind.Until, null, point.Finish, IsOpen: false, From: from)),
            _ when OpenDash().Match(text[point.End..]) is { Success: true } dash =>
                Closed(text, new DateMention(start, size + dash.Length, DateKind.Since, date, null, IsOpen: true, From: from)),
            _ => Mention(DateKind.At, open: false),
        };

        DateMention Mention(DateKind kind, bool open) => Closed(text, new DateMention(start, size, kind, date, kind == DateKind.At ? date : null, open, From: from));
    }

    // The bracket that closes "(2018-2020)" belongs to it.
    private static DateMention Closed(string text, DateMention mention)
    {
        var after = mention.Index + mention.Size;
        return text[mention.Index] == '(' && after < text.Length && text[after] == ')' ? mention with { Size = mention.Size + 1 } : mention;
    }

    private static (MonthYear? Start, MonthYear? End, bool Open)? Range(Point first, Point second)
    {
        if (first.IsNow || (first.Year is null && second.Year is null && !second.IsNow))
            return null;
        // "March to June 2020": both in 2020, or the first in the year before.
        var begin = first.Year is null && second.Year is { } year ? new MonthYear(first.Month > second.Month ? year - 1 : year, first.Month) : first.Begin;
        if (second.IsNow)
            return (begin, null, true);
        var end = second.Year is null ? new MonthYear(second.Month < begin.Month ? begin.Year + 1 : begin.Year, second.Month) : second.Finish;
        return !begin.IsAfter(end) ? (begin, end, false) : null;
    }

    private static bool IsBetween(string text, string from) =>
        Separators().IsMatch(text) || (from is "between" or "in" && string.Equals(text.Trim(), "and", StringComparison.OrdinalIgnoreCase));

    private static DateMention Length(Match match, DateOnly today)
    {
        var count = CountOf(match.Groups["n"].Value) * (match.Groups["unit"].Value.StartsWith("year", StringComparison.OrdinalIgnoreCase) || match.Groups["unit"].Value.StartsWith("yr", StringComparison.OrdinalIgnoreCase) ? 12 : 1);
        return match.Groups["last"].Success
            ? new DateMention(match.Index, match.Length, DateKind.Since, MonthYear.Of(today).AddMonths(-count), null, IsOpen: true, count, "last")
            : new DateMention(match.Index, match.Length, DateKind.Length, null, null, IsOpen: false, count, "for");
    }

    private static List<Point> PointsOf(string text, DateOnly today)
    {
        var points = new List<Point>();
        foreach (Match match in Points().Matches(text))
        {
            if (PointOf(match, today) is { } point)
                points.Add(point);
        }

        return points;
    }

    private static Point? PointOf(Match match, DateOnly today)
    {
        Point At(int year, int month, int? last = null) => new(match.Index, match.Index + match.Length, year, month, last ?? month, IsNow: false);

        if (match.Groups["now"].Success)
            return new Point(match.Index, match.Index + match.Length, null, 0, 0, IsNow: true);
        if (match.Groups["ago"].Success)
        {
            var count = CountOf(match.Groups["ago"].Value);
            var then = match.Groups["agounit"].Value.StartsWith("year", StringComparison.OrdinalIgnoreCase) ? today.AddYears(-count) : today.AddMonths(-count);
            return At(then.Year, then.Month);
        }

        if (match.Groups["lastyear"].Success)
            return At(today.Year - (match.Groups["lastyear"].Value[0] is 'l' or 'L' ? 1 : 0), 1);
        if (match.Groups["lastmonth"].Success)
        {
            var then = match.Groups["lastmonth"].Value[0] is 'l' or 'L' ? today.AddMonths(-1) : today;
            return At(then.Year, then.Month);
        }

        if (match.Groups["monthof"].Success)
            return At(today.Year - (match.Groups["monthof"].Value[0] is 'l' or 'L' ? 1 : 0), MonthOf(match.Groups["relmonth"].Value));
        if (match.Groups["relative"].Success)
        {
            // "last June" is the June that passed most recently.
            var month = match.Groups["relmonth"].Success ? MonthOf(match.Groups["relmonth"].Value) : SeasonMonth(match.Groups["relseason"].Value);
            var passed = month < today.Month || (month == today.Month && match.Groups["relative"].Value[0] is 't' or 'T');
            return At(passed ? today.Year : today.Year - 1, month);
        }

        var year = match.Groups["year"].Success ? YearOf(match.Groups["year"].Value, today) : (int?)null;
        if (match.Groups["season"].Success)
            return At(year!.Value, SeasonMonth(match.Groups["season"].Value));
        if (match.Groups["quarter"].Success)
            return At(year!.Value, (3 * (match.Groups["quarter"].Value[0] - '1')) + 1, 3 * (match.Groups["quarter"].Value[0] - '0'));
        if (match.Groups["part"].Success)
        {
            return At(year!.Value, match.Groups["part"].Value.ToLowerInvariant() switch
            {
                "mid" or "middle" => 6,
                "late" or "end" => 12,
                _ => 1,
            });
        }

        if (match.Groups["month"].Success)
        {
            var month = MonthOf(match.Groups["month"].Value);
            if (year is { } known)
                return At(known, month);
            // The most recent one; a period may tell the year.
            return new Point(match.Index, match.Index + match.Length, null, month, month, IsNow: false) { Fallback = month <= today.Month ? today.Year : today.Year - 1 };
        }

        if (match.Groups["m"].Success)
        {
            var month = int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
            return month is >= 1 and <= 12 ? At(year!.Value, month) : null;
        }

        if (match.Groups["a"].Success)
        {
            // 15/03/2021 or 03/15/2021; where both could be the month the day stands first, as in most of the world.
            var (a, b) = (int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture));
            return b is >= 1 and <= 12 ? At(year!.Value, b) : a is >= 1 and <= 12 ? At(year!.Value, a) : null;
        }

        return year is { } alone ? At(alone, 1) : null;
    }

    private static int YearOf(string text, DateOnly today)
    {
        var digits = int.Parse(text.TrimStart('\''), CultureInfo.InvariantCulture);
        if (digits >= 100)
            return digits;
        return digits <= (today.Year % 100) + 8 ? 2000 + digits : 1900 + digits;
    }

    private static int MonthOf(string name) => Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;

    private static int SeasonMonth(string season) => season.ToLowerInvariant() switch { "spring" => 3, "summer" => 6, "winter" => 12, _ => 9 };

    private static int CountOf(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : text.ToLowerInvariant() is "a" or "an" ? 1 : Math.Max(1, Array.IndexOf(Numbers, text.ToLowerInvariant()));

    /// <param name="Index">Offset of its first character.</param>
    /// <param name="End">Offset behind its last one.</param>
    /// <param name="Year">Null when only a month was said.</param>
    /// <param name="Month">Where a period begins.</param>
    /// <param name="Last">Where a period ends: a quarter has three months.</param>
    /// <param name="IsNow">"now", "present".</param>
    private sealed record Point(int Index, int End, int? Year, int Month, int Last, bool IsNow)
    {
        public int Fallback { get; init; }

        public MonthYear Begin => new(Year ?? Fallback, Month);

        public MonthYear Finish => new(Year ?? Fallback, Last);
    }

    [GeneratedRegex(
        $$"""
        (?<![\p{L}\d@+$€£])(?<!\p{L}-)(?<!\d[.,])
        (?:
          (?:(?<ago>{{Number}})\s+(?<agounit>years?|months?)\s+ago)
        | (?<lastyear>(?:last|this)\s+year)\b
        | (?<lastmonth>(?:last|this)\s+month)\b
        | (?<relmonth>{{Month}})\s+(?:of\s+)?(?<monthof>last|this)\s+year
        | (?<relative>last|this|past)\s+(?:(?<relmonth>{{Month}})|(?<relseason>{{Season}}))(?!\s+(?:of\s+)?{{Year}})\b
        | (?<season>{{Season}})\s+(?:of\s+)?(?<year>{{Year}})
        | q(?<quarter>[1-4])[\s/-]*(?:of\s+)?(?<year>{{Year}})
        | (?:the\s+)?(?<part>early|mid|late|beginning|start|middle|end)(?:\s+of)?[\s-]+(?<year>{{Year}})
        | (?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?<month>{{Month}})\b\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?(?=,?\s+{{Year}}))?[\s,/-]*(?:of\s+)?(?<year>{{Year}}|'\d\d\b|\d\d\b(?!\s*(?:%|years|months|weeks|hours|days|people|:)))
        | (?<a>\d{1,2})[/.](?<b>\d{1,2})[/.](?<year>{{Year}})
        | (?<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?<year>{{Year}})
        | (?<year>{{Year}})[/.](?<m>0[1-9]|1[0-2])
        | (?<year>{{Year}})-(?<m>0[1-9]|1[0-2])(?![\d-])
        | (?<m>0[1-9]|1[0-2])/(?<year>\d\d)
        | (?<year>{{Year}})s?
        | (?<=-|–|/)(?<year>\d\d)
        | (?<month>{{Month}})
        | (?<now>present(?:\s+day)?|now(?:adays)?|today|to\s+date|current(?:ly)?|(?:this|the)\s+(?:day|present)|ongoing|nowadays|date)
        )
        (?![\p{L}\d])
        | (?<=(?:19|20)\d\d\s?[-–/]\s?)(?<year>\d\d)(?![\p{L}\d])
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Points();

    [GeneratedRegex(
        @"(?:\(\s*|(?:,\s*)?\b(?<word>ever\s+since|since|starting\s+(?:in|from|on)|starting|beginning\s+in|beginning|from|between|until|till|'?til|up\s+to|through|back\s+in|as\s+of|during|around|about|in|on|by|of|year|date|dated)\s+(?:the\s+)?(?:around\s+|about\s+)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Introductions();

    [GeneratedRegex(@"^\s*,?\s*(?:-+>?|–|—|→|/|to|until|till|'?til|through|thru|up\s+to|up\s+until|and\s+until)\s*(?:the\s+|about\s+|around\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\s*[-–—]\s*(?=$|[,;)|])", RegexOptions.None, 10_000)]
    private static partial Regex OpenDash();

    [GeneratedRegex(@"^\s*(?:onwards?|on\b|,?\s*(?:and\s+|but\s+)?(?:i'm\s+|i\s+am\s+)?still\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OpenEnd();

    [GeneratedRegex(
        $@"(?:\b(?:(?<last>since|from)|for|over|during|in)\s+)?(?:the\s+)?(?<last>(?:last|past)\s+)?(?:over\s+|about\s+|almost\s+|nearly\s+|around\s+|more\s+than\s+|like\s+)?(?<![\w-])(?<n>{Number})\s*\+?\s*(?<unit>years?|yrs?|months?)\b(?!\s*(?:'|ago|of\s+(?:experience|work)|experience|old|behind|degree|course|program))(?:\s+(?:now|already))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Lengths();
}
