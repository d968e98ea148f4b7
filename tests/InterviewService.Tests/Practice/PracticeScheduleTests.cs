using InterviewService.Practice;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Practice;

public sealed class PracticeScheduleTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 2, 18, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_weak_answer_comes_back_after_a_day()
    {
        var place = PracticeSchedule.After(before: null, score: 59, Day).ShouldNotBeNull();
        (place.Step, place.DueAt).ShouldBe((0, Day.AddDays(1)));
    }

    [Fact]
    public void A_good_answer_to_a_question_that_was_never_weak_needs_no_practice() =>
        PracticeSchedule.After(before: null, score: 60, Day).ShouldBeNull();

    [Fact]
    public void Good_answers_on_their_days_come_back_after_1_3_7_14_and_30_days_and_then_no_more()
    {
        var now = Day;
        var place = PracticeSchedule.After(before: null, score: 0, now);
        var waits = new List<double>();
        while (place!.DueAt is { } due)
        {
            waits.Add((due - now).TotalDays);
            now = due;
            place = PracticeSchedule.After(place, score: 60, now);
        }

        waits.ShouldBe([1, 3, 7, 14, 30]);
        PracticeSchedule.After(place, score: 90, now.AddDays(100)).ShouldBe(place, "what is known stays known");
    }

    [Fact]
    public void A_weak_answer_goes_back_to_the_first_interval_from_wherever_it_was()
    {
        var late = new PracticeSchedule.Place { Step = 4, DueAt = Day };
        PracticeSchedule.After(late, score: 30, Day.AddDays(2)).ShouldBe(new PracticeSchedule.Place { Step = 0, DueAt = Day.AddDays(3) });
        PracticeSchedule.After(late with { DueAt = null }, score: 30, Day).ShouldBe(new PracticeSchedule.Place { Step = 0, DueAt = Day.AddDays(1) });
    }

    [Fact]
    public void A_good_answer_before_its_day_changes_nothing()
    {
        var place = new PracticeSchedule.Place { Step = 1, DueAt = Day.AddDays(3) };
        PracticeSchedule.After(place, score: 95, Day.AddDays(3).AddSeconds(-1)).ShouldBe(place);
        PracticeSchedule.After(place, score: 95, Day.AddDays(3))!.Step.ShouldBe(2);
    }
}
