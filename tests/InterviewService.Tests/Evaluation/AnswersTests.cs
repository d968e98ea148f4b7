using System.Text.Json;
using InterviewService.Evaluation;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Evaluation;

/// <summary>
/// The graded answers of tests/Accuracy by the words alone, a floor under the examiner: with the comparison of meaning it does better (docs/examiner.md).
/// </summary>
public sealed class AnswersTests
{
    [Theory]
    [InlineData("answers.tuning.json")]
    [InlineData("answers.tuning-2.json")]
    public async Task Scores_follow_the_grades_a_person_gave(string file)
    {
        var questions = JsonSerializer.Deserialize<List<Question>>(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Answers", file), TestContext.Current.CancellationToken), JsonSerializerOptions.Web)!;
        var examiner = new Examiner(NoTextComparer.Instance);
        var (all, right, pairs) = (new List<(double Grade, double Score)>(), 0, 0);
        foreach (var question in questions)
        {
            var scored = new List<(double Grade, double Score)>();
            foreach (var answer in question.Answers)
                scored.Add((answer.Grade, (await examiner.EvaluateAsync(question.Examined, answer.Text, TestContext.Current.CancellationToken)).Score));
            foreach (var better in scored)
            {
                foreach (var worse in scored.Where(other => better.Grade >= other.Grade + 1))
                {
                    pairs++;
                    right += better.Score > worse.Score ? 1 : 0;
                }
            }

            all.AddRange(scored);
        }

        Pearson(all).ShouldBeGreaterThan(0.8);
        (right / (double)pairs).ShouldBeGreaterThan(0.85);
    }

    private static double Pearson(List<(double X, double Y)> points)
    {
        var (meanX, meanY) = (points.Average(point => point.X), points.Average(point => point.Y));
        var covariance = points.Sum(point => (point.X - meanX) * (point.Y - meanY));
        return covariance / Math.Sqrt(points.Sum(point => Math.Pow(point.X - meanX, 2)) * points.Sum(point => Math.Pow(point.Y - meanY, 2)));
    }

    private sealed record Answer(string Label, double Grade, string Text);

    private sealed record Question(string Id, string Kind, string Language, string Text, string Reference, IReadOnlyList<string> KeyPoints, IReadOnlyList<Answer> Answers)
    {
        public ExaminedQuestion Examined => new() { Text = Text, Kind = Kind, Language = Language, ReferenceAnswer = Reference, KeyPoints = KeyPoints };
    }
}
