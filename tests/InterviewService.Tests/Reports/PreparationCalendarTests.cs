using System.Text;
using System.Text.Json;
using InterviewService.Reports;
using ServiceDefaults.Json;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Reports;

public sealed class PreparationCalendarTests
{
    private static readonly DateOnly Start = new(2026, 12, 30);

    [Fact]
    public void Each_day_of_the_plan_is_an_all_day_event_from_the_first_day_on()
    {
        var lines = Lines(Calendar(Plan(("The role", ["Read the advert"]), ("Kafka: the basics", ["Write a consumer"]), ("Stories", ["Two stories"]))));
        lines[..4].ShouldBe(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Interview Platform//Preparation plan//EN", "CALSCALE:GREGORIAN"]);
        lines[^1].ShouldBe("END:VCALENDAR");
        lines.Count(line => line == "BEGIN:VEVENT").ShouldBe(3);
        lines.Count(line => line == "END:VEVENT").ShouldBe(3);
        lines.Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal)).ShouldBe(["DTSTART;VALUE=DATE:20261230", "DTSTART;VALUE=DATE:20261231", "DTSTART;VALUE=DATE:20270101"]);
        lines.Where(line => line.StartsWith("DTEND", StringComparison.Ordinal)).ShouldBe(["DTEND;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270102"]);
        lines.Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)).ShouldBe(["SUMMARY:Day 1: The role", "SUMMARY:Day 2: Kafka: the basics", "SUMMARY:Day 3: Stories"]);
        lines.ShouldAllBe(line => line != "DTSTAMP" && !line.StartsWith("DTSTAMP", StringComparison.Ordinal) || line == "DTSTAMP:20261101T091500Z");
    }

    [Fact]
    public void With_a_time_each_event_takes_an_hour_on_the_readers_clock_also_over_midnight()
    {
        var lines = Lines(Calendar(Plan(("One", ["a"])), new TimeOnly(23, 30)));
        lines.ShouldContain("DTSTART:20261230T233000");
        lines.ShouldContain("DTEND:20261231T003000");
        lines.ShouldNotContain("TRANSP:TRANSPARENT");
    }

    [Fact]
    public void Written_twice_it_is_the_same_and_each_event_keeps_its_id()
    {
        var plan = Plan(("One", ["a"]), ("Two", ["b"]));
        Calendar(plan).ShouldBe(Calendar(plan));
        var ids = Lines(Calendar(plan)).Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).ToList();
        ids.ShouldBe(["UID:report-0123456789abcdef01234567-day-1@interview-platform", "UID:report-0123456789abcdef01234567-day-2@interview-platform"]);
        Lines(PreparationCalendar.Write(plan, Start.AddDays(9), time: null)).Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).ShouldBe(ids, "moved to another week it replaces itself");
    }

    [Fact]
    public void Text_cannot_break_out_of_its_property()
    {
        var lines = Lines(Calendar(Plan(("a;b,c\\d\r\nEND:VEVENT\u0007", ["x\ny"]))));
        lines.ShouldContain(@"SUMMARY:Day 1: a\;b\,c\\d\nEND:VEVENT");
        lines.ShouldContain(@"DESCRIPTION:Engineer\, backend\n\n- x\ny");
        lines.Count(line => line == "END:VEVENT").ShouldBe(1);
    }

    [Fact]
    public void Lines_end_in_CRLF_have_at_most_75_octets_and_tear_no_character_apart()
    {
        var focus = string.Concat(Enumerable.Repeat("面试 é 👩‍💻 ", 30));
        var calendar = Calendar(Plan((focus, [focus])));
        calendar.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        var physical = calendar.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        physical.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        physical.Count(line => Encoding.UTF8.GetByteCount(line) > 70).ShouldBePositive("lines are filled before they are folded");
        calendar.ShouldNotContain('\uFFFD');
        Lines(calendar).ShouldContain($"SUMMARY:Day 1: {focus}");
    }

    private static string Calendar(StoredReport report, TimeOnly? time = null) => PreparationCalendar.Write(report, Start, time);

    // As a reader of calendars does it: folded lines are joined first.
    private static string[] Lines(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static StoredReport Plan(params (string Focus, string[] Tasks)[] days) => new()
    {
        Id = "0123456789abcdef01234567",
        UserId = 1,
        Title = "Engineer, backend",
        JobDescription = "",
        Resume = "",
        SelfDescription = "",
        MatchScore = 0,
        CandidateJson = "{}",
        ContentJson = JsonSerializer.Serialize(
            new ReportContent
            {
                Match = new MatchScore { Score = 0, Coverage = null, Depth = null, Experience = null, Similarity = null },
                TechnicalQuestions = [],
                BehavioralQuestions = [],
                SkillGaps = [],
                PreparationPlan = [.. days.Select((day, place) => new PlanDay(place + 1, day.Focus, day.Tasks))],
            },
            PlatformJson.Internal),
        CreatedAt = new DateTimeOffset(2026, 11, 1, 9, 15, 0, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 11, 1, 9, 15, 0, TimeSpan.Zero),
    };
}
