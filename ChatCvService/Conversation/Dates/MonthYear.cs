using System.Globalization;

namespace ChatCvService.Conversation.Dates;

/// <summary>A month of a year as the seed writes it: <c>MM/YYYY</c>. A year said without its month counts from January: no more time than was said.</summary>
internal readonly record struct MonthYear(int Year, int Month)
{
    public const string Present = "Present";

    public static MonthYear Of(DateOnly day) => new(day.Year, day.Month);

    public MonthYear AddMonths(int months) => Of(new DateOnly(Year, Month, 1).AddMonths(months));

    public bool IsAfter(MonthYear other) => (Year, Month).CompareTo((other.Year, other.Month)) > 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}/{Year:0000}");

    public static MonthYear? Parse(string text) =>
        text.Length == 7 && text[2] == '/' && int.TryParse(text.AsSpan(0, 2), CultureInfo.InvariantCulture, out var month) && int.TryParse(text.AsSpan(3), CultureInfo.InvariantCulture, out var year)
            ? new MonthYear(year, month)
            : null;
}
