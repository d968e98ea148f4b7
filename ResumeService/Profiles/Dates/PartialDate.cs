namespace ResumeService.Profiles.Dates;

/// <summary>A date as resumes print it: a year, often with a month.</summary>
internal readonly record struct PartialDate(int Year, int? Month)
{
    /// <summary>First day of the month, or of January when only a year is printed.</summary>
    public DateOnly FirstMonth => new(Year, Month ?? 1, 1);

    /// <summary>Months since year 0, for comparing.</summary>
    public int Ordinal => (Year * 12) + (Month ?? 1);
}

/// <summary>A date or a range of dates found in a line.</summary>
/// <param name="Start">Offset of the first character in the line.</param>
/// <param name="Length">Length in UTF-16 units, with a duration in parentheses behind the range.</param>
/// <param name="From">The first or only date.</param>
/// <param name="To">The last date, null for a single date and while <paramref name="IsCurrent"/>.</param>
/// <param name="IsCurrent">The range ends with "present" in any of its spellings, or is open.</param>
internal sealed record DateSpan(int Start, int Length, PartialDate From, PartialDate? To, bool IsCurrent)
{
    public int End => Start + Length;

    public bool IsRange => To is not null || IsCurrent;

    /// <summary>
    /// First day of the last month. "2016 - 2018" says nothing about months: the range is taken to end in January, so that year ranges
    /// which follow each other add up to the years between their first and last; a single year counts as a whole one.
    /// </summary>
    public DateOnly? LastMonth => this switch
    {
        { IsCurrent: true } => null,
        { To: { Month: null } to } when to.Year == From.Year && From.Month is null => new DateOnly(to.Year, 12, 1),
        { To: { } to } => to.FirstMonth,
        { From.Month: null } => new DateOnly(From.Year, 12, 1),
        _ => From.FirstMonth,
    };
}
