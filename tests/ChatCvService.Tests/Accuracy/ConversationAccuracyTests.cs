using Accuracy.Conversations;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Accuracy;

/// <summary>The floors are the product's promise: F1 0.90 over all fields, 0.95 over dates, nothing invented (docs/cv-chat.md).</summary>
public sealed class ConversationAccuracyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tuning", 30)]
    [InlineData("held-out", 30)]
    [InlineData("fresh", 20)]
    public void Scripted_conversations_end_in_the_CVs_their_people_described(string group, int conversations)
    {
        var held = ConversationAccuracy.Measure(group);
        var scores = FieldScores.Sum(held.Select(one => one.Scores));
        output.WriteLine(scores.Table());
        // Those that no rule may be written against show no more than their totals.
        if (group == "tuning")
            output.WriteLine(string.Join('\n', scores.Misses));

        held.Count.ShouldBe(conversations);
        held.SelectMany(one => one.Invented).ShouldBeEmpty();
        scores.F1().ShouldBeGreaterThanOrEqualTo(ConversationAccuracy.FieldGoal);
        scores.Dates().ShouldBeGreaterThanOrEqualTo(ConversationAccuracy.DateGoal);
    }
}
