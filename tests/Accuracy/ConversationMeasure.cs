using System.Globalization;
using Accuracy.Conversations;

namespace Accuracy;

/// <summary>What the built-in engine understands of scripted conversations: fields, dates, nothing invented.</summary>
internal static class ConversationMeasure
{
    /// <summary>Prints the figures of each half and says whether the goals are reached.</summary>
    public static Task<bool> MeasureAsync(DataFolder data)
    {
        _ = data;
        var goals = new Goals();
        foreach (var (group, isTuned) in new[] { ("tuning", true), ("held-out", false), ("fresh", false), ("last", false) })
        {
            var held = ConversationAccuracy.Measure(group);
            var scores = FieldScores.Sum(held.Select(one => one.Scores));
            Console.WriteLine($"{group}: {held.Count} conversations, {held.Sum(one => one.Conversation.Messages.Count)} messages, {scores.Misplaced} values in a place that should be empty");
            // Conversations that no rule may be written against show their totals only.
            if (isTuned)
            {
                foreach (var (section, f1, gold) in scores.Sections())
                    Row("section", section, f1, gold);
                foreach (var style in held.GroupBy(one => one.Conversation.Style, StringComparer.Ordinal))
                    Group("style", style);
                foreach (var trade in held.GroupBy(one => one.Conversation.Trade, StringComparer.Ordinal))
                    Group("trade", trade);
            }

            goals.AtLeast($"{group}: F1 of all fields", scores.F1(), ConversationAccuracy.FieldGoal);
            goals.AtLeast($"{group}: F1 of dates", scores.Dates(), ConversationAccuracy.DateGoal);
            goals.AtMost($"{group}: invented values", held.Sum(one => one.Invented.Count), 0);
        }

        return Task.FromResult(goals.AreReached);

        static void Group(string kind, IGrouping<string, ConversationAccuracy.Held> group)
        {
            var scores = FieldScores.Sum(group.Select(one => one.Scores));
            Row(kind, group.Key, scores.F1(), group.Count());
        }

        static void Row(string kind, string name, double f1, int count) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-8} {name,-24} F1 {f1:F3}   n {count,4}"));
    }
}
