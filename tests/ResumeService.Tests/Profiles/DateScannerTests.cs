using System.Globalization;
using ResumeService.Profiles.Dates;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Profiles;

public sealed class DateScannerTests
{
    [Theory]
    [InlineData("Jan 2020 – Present", "2020-01..now")]
    [InlineData("01/2020 - 03/2022", "2020-01..2022-03")]
    [InlineData("January 2020 to March 2022", "2020-01..2022-03")]
    [InlineData("2020-01 — 2022-03", "2020-01..2022-03")]
    [InlineData("2024-08-01 — 2025-04-01", "2024-08..2025-04")]
    [InlineData("2018 – 2020", "2018..2020")]
    [InlineData("2018-2020", "2018..2020")]
    [InlineData("2018–20", "2018..2020")]
    [InlineData("2018/19", "2018..2019")]
    [InlineData("since 2019", "2019..now")]
    [InlineData("seit 03/2019", "2019-03..now")]
    [InlineData("2019 to date", "2019..now")]
    [InlineData("2019 -", "2019..now")]
    [InlineData("2020.03-2022.05", "2020-03..2022-05")]
    [InlineData("2020年3月-至今", "2020-03..now")]
    [InlineData("2020年3月至2022年5月", "2020-03..2022-05")]
    [InlineData("Sept. 2019 until Oct. 2020", "2019-09..2020-10")]
    [InlineData("Mar '19 – Apr '21", "2019-03..2021-04")]
    [InlineData("Sep 19 - Dec 20", "2019-09..2020-12")]
    [InlineData("03/19 – 05/21", "2019-03..2021-05")]
    [InlineData("June – August 2019", "2019-06..2019-08")]
    [InlineData("Nov - Feb 2020", "2019-11..2020-02")]
    [InlineData("1 March 2018 - 15 April 2019", "2018-03..2019-04")]
    [InlineData("01.03.2018 bis 15.04.2019", "2018-03..2019-04")]
    [InlineData("März 2018 bis heute", "2018-03..now")]
    [InlineData("févr. 2018 à aujourd'hui", "2018-02..now")]
    [InlineData("enero 2018 - actualidad", "2018-01..now")]
    [InlineData("enero de 2018 a marzo de 2019", "2018-01..2019-03")]
    [InlineData("Jan 2020 – Current (3 years 2 months)", "2020-01..now")]
    [InlineData("Jan 2O19 - Mar 20l9", "2019-01..2019-03")]
    [InlineData("Q1 2020 – Q3 2021", "2020-01..2021-07")]
    public void Ranges_are_read_in_many_styles(string text, string expected) => Text(DateScanner.Find(text).ShouldHaveSingleItem()).ShouldBe(expected);

    [Theory]
    [InlineData("Summer 2019", "2019-06")]
    [InlineData("Spring, 2021", "2021-03")]
    [InlineData("May 2024", "2024-05")]
    [InlineData("2016", "2016")]
    [InlineData("March 5, 2018", "2018-03")]
    public void Single_dates_are_no_ranges(string text, string expected)
    {
        var span = DateScanner.Find(text).ShouldHaveSingleItem();

        span.IsRange.ShouldBeFalse();
        Text(span).ShouldBe(expected);
    }

    [Theory]
    [InlineData("(555) 010-2019")]
    [InlineData("$2000 saved")]
    [InlineData("2000+ users")]
    [InlineData("reduced by 2020%")]
    [InlineData("Version 3.2019.1")]
    [InlineData("1234 5678")]
    [InlineData("may be used")]
    [InlineData("")]
    public void Numbers_that_are_no_dates_are_left_alone(string text) => DateScanner.Find(text).ShouldBeEmpty();

    [Fact]
    public void A_range_knows_its_place_in_the_line()
    {
        const string line = "Nurse, St. Brigid's (Apr 2019 - Present)";
        var span = DateScanner.Find(line).ShouldHaveSingleItem();

        line.Substring(span.Start, span.Length).ShouldBe("Apr 2019 - Present");
    }

    [Fact]
    public void A_company_behind_a_range_is_no_duration()
    {
        const string line = "May 2011 to January 2014 | 3M";

        DateScanner.Find(line).ShouldHaveSingleItem().End.ShouldBe(line.IndexOf(" |", StringComparison.Ordinal));
    }

    [Fact]
    public void Year_ranges_that_follow_each_other_add_up_to_the_years_between()
    {
        DateScanner.Find("2015 - 2018")[0].LastMonth.ShouldBe(new DateOnly(2018, 1, 1));
        DateScanner.Find("2018")[0].LastMonth.ShouldBe(new DateOnly(2018, 12, 1));
    }

    private static string Text(DateSpan span) => Text(span.From) + (span.IsCurrent ? "..now" : span.To is { } to ? $"..{Text(to)}" : "");

    private static string Text(PartialDate date) => date.Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"{date.Year}-{month:00}") : date.Year.ToString(CultureInfo.InvariantCulture);
}
