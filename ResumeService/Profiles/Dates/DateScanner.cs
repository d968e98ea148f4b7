using System.Collections.Frozen;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Dates;

/// <summary>Finds dates and ranges of dates in a line, in the styles and languages resumes are written in.</summary>
/// <remarks>
/// Written by hand instead of as an expression: a pattern over six languages and twenty styles cannot be read any more, and this
/// stays linear whatever the line holds.
/// </remarks>
internal sealed class DateScanner
{
    private const int LongestLine = 600;
    private const int EarliestYear = 1940;
    private const int LatestYear = 2060;

    private readonly List<DateToken> _tokens;

    private DateScanner(string line) => _tokens = DateTokens.Read(line);

    /// <summary>Dates and ranges from left to right; none in lines too long to be anything but prose.</summary>
    public static IReadOnlyList<DateSpan> Find(string line) => line.Length is 0 or > LongestLine ? [] : new DateScanner(line).Find();

    private List<DateSpan> Find()
    {
        var spans = new List<DateSpan>();
        for (var at = 0; at < _tokens.Count;)
        {
            if (SpanAt(at) is var (span, next))
            {
                spans.Add(span);
                at = next;
            }
            else
            {
                at++;
            }
        }

        return spans;
    }

    private (DateSpan Span, int Next)? SpanAt(int at)
    {
        var opensRange = Word(at, DateWords.Since);
        var first = opensRange ? at + 1 : at;
        if (DateAt(first) is not { } from)
            return MonthOnlyRangeAt(at);

        var afterConnector = ConnectorAt(from.Next);
        if (afterConnector is { } second)
        {
            if (PresentAt(second) is { } afterPresent && !from.IsShort)
                return Span(at, afterPresent, from.Date, null, isCurrent: true);

            if (DateAt(second) is { } to && !(from.IsShort ^ to.IsShort && from.Date.Month is null))
                return Ordered(at, to.Next, from.Date, to.Date);

            if (ShortYearAt(second, from) is { } year)
                return Span(at, second + 1, from.Date, new PartialDate(year, null), isCurrent: false);

            // "2019 -" at the end of a line: the range is open.
            if (second == _tokens.Count && !from.IsShort)
                return Span(at, second, from.Date, null, isCurrent: true);
        }

        if (from.IsShort)
            return null;

        if (opensRange || Word(from.Next, "onwards") || Word(from.Next, "onward") || (Word(from.Next, "and") && Word(from.Next + 1, "onwards")))
            return Span(at, opensRange ? from.Next : from.Next + 1, from.Date, null, isCurrent: true);

        // "2019 present" and "2019 至今" stand without a connector.
        if (PresentAt(from.Next) is { } present && !Word(from.Next, "date"))
            return Span(at, present, from.Date, null, isCurrent: true);

        return IsCount(first, from) ? null : Span(at, from.Next, from.Date, null, isCurrent: false);
    }

    /// <summary>"June - August 2019", "Jan to Mar 2020": the year stands at the end alone.</summary>
    private (DateSpan Span, int Next)? MonthOnlyRangeAt(int at)
    {
        if (MonthAt(at) is not { } month || ConnectorAt(month.Next) is not { } second || MonthAt(second) is null)
            return null;

        if (DateAt(second) is not { IsShort: false, Date.Month: { } last } to)
            return null;

        var startYear = month.Number <= last ? to.Date.Year : to.Date.Year - 1;
        return Span(at, to.Next, new PartialDate(startYear, month.Number), to.Date, isCurrent: false);
    }

    private (DateSpan Span, int Next) Ordered(int at, int next, PartialDate from, PartialDate to) =>
        from.Ordinal > to.Ordinal && from.Year != to.Year ? Span(at, next, to, from, isCurrent: false) : Span(at, next, from, to, isCurrent: false);

    private (DateSpan Span, int Next) Span(int at, int next, PartialDate from, PartialDate? to, bool isCurrent)
    {
        var end = to is null && !isCurrent ? next : AfterDuration(next);
        var start = _tokens[at].Start;
        return (new DateSpan(start, _tokens[end - 1].End - start, from, to, isCurrent), end);
    }

    /// <summary>Behind a duration such as "(2 years 3 months)" or "· 2 yrs 3 mos" that follows a range, or the same place.</summary>
    private int AfterDuration(int at)
    {
        var next = at;
        while (Symbol(next, '(') || Symbol(next, ')') || Symbol(next, '·') || Symbol(next, ',') || Symbol(next, '|'))
            next++;

        var counted = 0;
        while (next + 1 < _tokens.Count && _tokens[next] is { Kind: DateTokenKind.Number, Number: < 100 } && Word(next + 1, DateWords.DurationUnits))
        {
            next += 2;
            counted++;
            if (Symbol(next, ',') || Symbol(next, '.') || Word(next, "and") || Word(next, "月"))
                next++;
        }

        if (counted == 0)
            return at;

        return Symbol(next, ')') ? next + 1 : next;
    }

    /// <summary>A number in front of a unit, a percent sign or a currency is no year.</summary>
    private bool IsCount(int at, FoundDate found)
    {
        if (found.Date.Month is not null)
            return false;

        var before = at > 0 ? _tokens[at - 1] : default;
        if (_tokens[at].Joined && before.Kind == DateTokenKind.Symbol && before.Text[0] is '$' or '€' or '£' or '#' or '.' or ',' or '+' or '/' or '=' or '@' or '_')
            return true;

        if (_tokens[at].Joined && before is { Kind: DateTokenKind.Symbol } && before.Is('-') && before.Joined)
            return true;

        if (found.Next >= _tokens.Count)
            return false;

        var after = _tokens[found.Next];
        return after.Joined && (after.Kind != DateTokenKind.Symbol || after.Text[0] is '%' or '+' or '$' or '€' or '@' or '_' || ((after.Is('.') || after.Is('-') || after.Is('/')) && found.Next + 1 < _tokens.Count && _tokens[found.Next + 1].Joined));
    }

    private FoundDate? DateAt(int at)
    {
        if (at >= _tokens.Count)
            return null;

        return _tokens[at].Kind switch
        {
            DateTokenKind.Number => YearFirst(at) ?? MonthFirst(at) ?? DayFirst(at),
            DateTokenKind.Word => MonthName(at) ?? Season(at) ?? Quarter(at),
            _ => null,
        };
    }

    /// <summary>2020, 2020-03, 2020/03, 2020.03, 2020-03-01, 2020年3月, 2020 March.</summary>
    private FoundDate? YearFirst(int at)
    {
        var isPartOfNumber = at > 1 && _tokens[at].Joined && Symbol(at - 1, '.') && _tokens[at - 1].Joined && IsNumber(at - 2);
        if (!IsYear(at) || isPartOfNumber)
            return null;

        var year = _tokens[at].Number;
        if (Word(at + 1, "年"))
        {
            if (!IsMonthNumber(at + 2) || !Word(at + 3, "月"))
                return new FoundDate(new PartialDate(year, null), at + 2);

            var afterMonth = IsNumber(at + 4) && Word(at + 5, "日") ? at + 6 : at + 4;
            return new FoundDate(new PartialDate(year, _tokens[at + 2].Number), afterMonth);
        }

        if (Separator(at + 1) is { } separator && IsMonthNumber(at + 2) && _tokens[at + 2].Joined && !(separator == '-' && IsYearOrJoinedNumber(at + 2, separator)))
        {
            var hasDay = Symbol(at + 3, separator) && _tokens[at + 3].Joined && IsNumber(at + 4) && _tokens[at + 4] is { Joined: true, Number: >= 1 and <= 31 };
            return new FoundDate(new PartialDate(year, _tokens[at + 2].Number), hasDay ? at + 5 : at + 3);
        }

        if (MonthAt(at + 1) is { } month && !IsYear(month.Next) && !IsAmbiguousMonthWord(at + 1))
            return new FoundDate(new PartialDate(year, month.Number), month.Next);

        return new FoundDate(new PartialDate(year, null), at + 1);
    }

    /// <summary>"2018-2020" is a range of years, no month: the number behind the separator must have one or two digits.</summary>
    private bool IsYearOrJoinedNumber(int at, char separator) => _tokens[at].Length > 2 || (separator == '-' && at + 1 < _tokens.Count && _tokens[at + 1] is { Kind: DateTokenKind.Word, Joined: true });

    /// <summary>03/2020, 3.2020, 03-2020; 03/20 as a short date that only counts inside a range; 01.03.2020 and 03/25/2020 with a day.</summary>
    private FoundDate? MonthFirst(int at)
    {
        if (Separator(at + 1) is not { } separator || !IsNumber(at + 2) || !_tokens[at + 2].Joined || _tokens[at].Length > 2)
            return null;

        if (Symbol(at + 3, separator) && _tokens[at + 3].Joined && IsYear(at + 4) && _tokens[at + 4].Joined && _tokens[at + 2].Length <= 2)
        {
            var (first, second) = (_tokens[at].Number, _tokens[at + 2].Number);
            var month = separator == '.' || first > 12 ? second : first;
            return month is >= 1 and <= 12 ? new FoundDate(new PartialDate(_tokens[at + 4].Number, month), at + 5) : null;
        }

        if (!IsMonthNumber(at))
            return null;

        // "3.2019.1" is a version.
        if (IsYear(at + 2))
            return Symbol(at + 3, separator) && _tokens[at + 3].Joined && IsNumber(at + 4) && _tokens[at + 4].Joined && separator == '.' ? null : new FoundDate(new PartialDate(_tokens[at + 2].Number, _tokens[at].Number), at + 3);

        return separator == '/' && _tokens[at].Length == 2 && _tokens[at + 2].Length == 2
            ? new FoundDate(new PartialDate(Century(_tokens[at + 2].Number), _tokens[at].Number), at + 3, IsShort: true)
            : null;
    }

    /// <summary>1 March 2020, 1st of March 2020, 1. März 2020.</summary>
    private FoundDate? DayFirst(int at)
    {
        if (_tokens[at] is not { Number: >= 1 and <= 31, Length: <= 2 })
            return null;

        var next = at + 1;
        if (Symbol(next, '.') || Word(next, "st") || Word(next, "nd") || Word(next, "rd") || Word(next, "th"))
            next++;

        if (Word(next, DateWords.Of))
            next++;

        return MonthAt(next) is null ? null : MonthName(next) is { IsShort: false } date ? date : null;
    }

    /// <summary>March 2020, Mar. 2020, March of 2020, March 1, 2020, Mar '20, Mar-2020; "Mar 20" as a short date.</summary>
    private FoundDate? MonthName(int at)
    {
        if (MonthAt(at) is not { } month)
            return null;

        var next = month.Next;
        if (Word(next, DateWords.Of) || Symbol(next, ',') || ((Symbol(next, '/') || Symbol(next, '-')) && _tokens[next].Joined && next + 1 < _tokens.Count && _tokens[next + 1].Joined))
            next++;

        if (IsYear(next))
            return new FoundDate(new PartialDate(_tokens[next].Number, month.Number), next + 1);

        if ((Symbol(next, '\'') || Symbol(next, '’') || Symbol(next, '‘')) && IsNumber(next + 1) && _tokens[next + 1].Length == 2)
            return new FoundDate(new PartialDate(Century(_tokens[next + 1].Number), month.Number), next + 2);

        if (!IsNumber(next) || _tokens[next].Length > 2)
            return null;

        var afterDay = next + 1;
        if (Word(afterDay, "st") || Word(afterDay, "nd") || Word(afterDay, "rd") || Word(afterDay, "th"))
            afterDay++;

        if (Symbol(afterDay, ','))
            afterDay++;

        if (_tokens[next].Number is >= 1 and <= 31 && IsYear(afterDay))
            return new FoundDate(new PartialDate(_tokens[afterDay].Number, month.Number), afterDay + 1);

        return _tokens[next].Length == 2 ? new FoundDate(new PartialDate(Century(_tokens[next].Number), month.Number), next + 1, IsShort: true) : null;
    }

    private FoundDate? Season(int at)
    {
        if (!DateWords.Seasons.TryGetValue(_tokens[at].Text, out var month))
            return null;

        var next = Symbol(at + 1, ',') || Symbol(at + 1, '-') || Word(at + 1, DateWords.Of) ? at + 2 : at + 1;
        return IsYear(next) ? new FoundDate(new PartialDate(_tokens[next].Number, month), next + 1) : null;
    }

    private FoundDate? Quarter(int at)
    {
        if (!Word(at, "q") || !IsNumber(at + 1) || !_tokens[at + 1].Joined || _tokens[at + 1].Number is < 1 or > 4 || !IsYear(at + 2))
            return null;

        return new FoundDate(new PartialDate(_tokens[at + 2].Number, (_tokens[at + 1].Number * 3) - 2), at + 3);
    }

    private (int Number, int Next)? MonthAt(int at)
    {
        if (at >= _tokens.Count || _tokens[at].Kind != DateTokenKind.Word || !DateWords.Months.TryGetValue(_tokens[at].Text, out var number))
            return null;

        return (number, Symbol(at + 1, '.') && _tokens[at + 1].Joined ? at + 2 : at + 1);
    }

    /// <summary>"2020 may ..." and "2019 mar ..." are rather prose than a month behind its year.</summary>
    private bool IsAmbiguousMonthWord(int at) => _tokens[at].Text is "may" or "mar" or "set" or "ago" or "mai" or "out" or "an";

    private int? ConnectorAt(int at)
    {
        if (at >= _tokens.Count)
            return null;

        // "(Jan 2019) - (Mar 2020)" and doubled signs such as "--".
        var next = at;
        while (Symbol(next, ')') || Symbol(next, ','))
            next++;

        var signs = next;
        while (signs < _tokens.Count && _tokens[signs].Kind == DateTokenKind.Symbol && _tokens[signs].Text[0] is '-' or '–' or '—' or '−' or '‒' or '―' or '~' or '～' or '→' or '\u00ad' or '‐' or '‑' or '»' or '>')
            signs++;

        // "2018/2019" and "2018/19".
        if (signs == next && Symbol(next, '/') && _tokens[next].Joined && next > 0 && IsYear(next - 1) && IsNumber(next + 1) && _tokens[next + 1] is { Joined: true, Length: 2 or 4 })
            return next + 1;

        if (signs == next && !Word(next, DateWords.Connectors))
            return null;

        if (Word(signs, DateWords.Connectors) && !IsPresentPhrase(signs))
            signs++;

        return Symbol(signs, '(') ? signs + 1 : signs;
    }

    /// <summary>"a" and "al" are connectors, "à ce jour" is present.</summary>
    private bool IsPresentPhrase(int at) => Word(at, "a") && Word(at + 1, "ce");

    private int? PresentAt(int at)
    {
        if (at >= _tokens.Count)
            return null;

        if (Word(at, "en") && Word(at + 1, "cours"))
            return at + 2;

        if (Word(at, "a") && Word(at + 1, "ce") && Word(at + 2, "jour"))
            return at + 3;

        if (Word(at, "la") && (Word(at + 1, "fecha") || Word(at + 1, "actualidad")))
            return at + 2;

        if (Word(at, "aujourd") && Symbol(at + 1, '\'') && Word(at + 2, "hui"))
            return at + 3;

        if (Word(at, "the") && Word(at + 1, "present"))
            return at + 2;

        return Word(at, DateWords.Present) ? at + 1 : null;
    }

    /// <summary>The "20" of "2018-20" and "2018/20".</summary>
    private int? ShortYearAt(int at, FoundDate from)
    {
        if (from.Date.Month is not null || !IsNumber(at) || _tokens[at].Length != 2 || (at + 1 < _tokens.Count && _tokens[at + 1] is { Joined: true, Kind: DateTokenKind.Word or DateTokenKind.Number }))
            return null;

        var year = (from.Date.Year / 100 * 100) + _tokens[at].Number;
        return year > from.Date.Year && year - from.Date.Year < 45 ? year : null;
    }

    private char? Separator(int at) =>
        at < _tokens.Count && _tokens[at] is { Joined: true, Kind: DateTokenKind.Symbol } token && token.Text[0] is '-' or '/' or '.' ? _tokens[at].Text[0] : null;

    private bool IsYear(int at) => IsNumber(at) && _tokens[at].Length == 4 && _tokens[at].Number is >= EarliestYear and <= LatestYear && !(_tokens[at].Joined && at > 0 && _tokens[at - 1].Kind == DateTokenKind.Number);

    private bool IsMonthNumber(int at) => IsNumber(at) && _tokens[at].Length <= 2 && _tokens[at].Number is >= 1 and <= 12;

    private bool IsNumber(int at) => at < _tokens.Count && _tokens[at].Kind == DateTokenKind.Number;

    private bool Symbol(int at, char symbol) => at < _tokens.Count && _tokens[at].Is(symbol);

    private bool Word(int at, string word) => at < _tokens.Count && _tokens[at].Kind == DateTokenKind.Word && _tokens[at].Text == word;

    private bool Word(int at, FrozenSet<string> words) => at < _tokens.Count && _tokens[at].Kind == DateTokenKind.Word && words.Contains(_tokens[at].Text);

    private static int Century(int twoDigits) => twoDigits <= 40 ? 2000 + twoDigits : 1900 + twoDigits;

    /// <param name="Date">What was read.</param>
    /// <param name="Next">The token behind it.</param>
    /// <param name="IsShort">Written with a year of two digits: too little to stand alone.</param>
    private sealed record FoundDate(PartialDate Date, int Next, bool IsShort = false);
}
