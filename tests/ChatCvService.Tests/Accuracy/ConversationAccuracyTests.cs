using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Accuracy;

/// <summary>The floors are the product's promise: F1 0.90 over all fields, 0.95 over dates, nothing invented (docs/cv-chat.md).</summary>
public sealed class ConversationAccuracyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tuning")]
    [InlineData("held-out")]
    public void Scripted_conversations_end_in_the_CVs_their_people_described(string group)
    {
        var result = ConversationAccuracy.Measure(group);
        output.WriteLine($"{result.Conversations} conversations, {result.Turns} turns\n{result.Scores.Table()}\n{string.Join('\n', result.Scores.Misses)}");

        result.Conversations.ShouldBeGreaterThanOrEqualTo(30);
        result.Invented.ShouldBeEmpty();
        result.Scores.F1().ShouldBeGreaterThanOrEqualTo(0.90);
        result.Scores.Dates().ShouldBeGreaterThanOrEqualTo(0.95);
    }
}
