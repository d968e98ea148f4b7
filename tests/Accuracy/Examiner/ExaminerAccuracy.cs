using System.Globalization;
using EmbeddingService.Models.Static;

namespace Accuracy.Examiner;

/// <summary>
/// How well the scores of answers follow the grades a person gave them. The kept set shows as totals only.
/// With the variable EXAMINER_SCORES set to a file, every answer of the other sets is written there.
/// </summary>
internal static class ExaminerAccuracy
{
    public static async Task<bool> MeasureAsync(DataFolder data)
    {
        var goals = new Goals();
        using var texts = new StaticTextComparer(StaticTable.ReadBuiltIn());
        var tuning = await GradedAnswers.ScoreAsync(GradedAnswers.Tuning.SelectMany(Read), texts, CancellationToken.None);
        Print(goals, "tuning", tuning, agreement: 0.8, order: 0.95);
        var later = await GradedAnswers.ScoreAsync(GradedAnswers.Later.SelectMany(Read), texts, CancellationToken.None);
        Print(goals, "later", later, agreement: 0.8, order: 0.95);
        if (Environment.GetEnvironmentVariable("EXAMINER_SCORES") is { Length: > 0 } file)
        {
            await File.WriteAllLinesAsync(file, tuning.Concat(later).Select(one => string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Question.Id}\t{one.Answer.Label}\t{one.Answer.Grade}\t{one.Score}\t{one.Evaluation.Rubric}\t{one.Evaluation.Gate}\t{one.Answer.Text}\t{one.Evaluation.Feedback}")));
        }

        if (Environment.GetEnvironmentVariable("EXAMINER_TUNING_ONLY") is not { Length: > 0 })
            Print(goals, "kept apart", await GradedAnswers.ScoreAsync(Read(GradedAnswers.Kept), texts, CancellationToken.None), agreement: 0.8, order: 0.95);
        return goals.AreReached;
    }

    private static void Print(Goals goals, string set, IReadOnlyList<ScoredAnswer> scored, double agreement, double order)
    {
        foreach (var level in scored.GroupBy(one => one.Answer.Grade).OrderByDescending(level => level.Key))
            Row(set, $"grade {level.Key.ToString(CultureInfo.InvariantCulture)}", level);
        foreach (var label in scored.GroupBy(one => one.Answer.Label, StringComparer.Ordinal).OrderByDescending(label => label.Average(one => one.Answer.Grade)).ThenBy(label => label.Key, StringComparer.Ordinal))
            Row(set, label.Key, label);
        foreach (var kind in scored.GroupBy(one => one.Question.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set,-10} {kind.Key,-20} n {kind.Count(),4}   r {GradedAnswers.Agreement([.. kind]):F3}   in order {GradedAnswers.InOrder(kind):P1}"));
        goals.AtLeast($"{set}, {scored.Count} answers: Pearson r", GradedAnswers.Agreement(scored), agreement);
        goals.AtLeast($"{set}, {scored.Count} answers: pairs in order", GradedAnswers.InOrder(scored), order);
    }

    private static void Row(string set, string name, IEnumerable<ScoredAnswer> answers)
    {
        int[] sorted = [.. answers.Select(one => one.Score).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set,-10} {name,-20} n {sorted.Length,4}   lowest {sorted[0],3}   median {sorted[sorted.Length / 2],3}   highest {sorted[^1],3}   mean {sorted.Average(),5:F1}"));
    }

    private static IReadOnlyList<GradedQuestion> Read(string resource)
    {
        using var file = typeof(ExaminerAccuracy).Assembly.GetManifestResourceStream(resource)!;
        return GradedAnswers.Read(file);
    }
}
