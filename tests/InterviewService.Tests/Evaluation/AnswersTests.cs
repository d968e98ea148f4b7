using Accuracy.Examiner;
using EmbeddingService.Models.Static;
using InterviewService.Evaluation;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Evaluation;

/// <summary>Floors under the figures that tests/Accuracy prints (docs/examiner.md), on the real word vectors and by the words alone.</summary>
public sealed class AnswersTests
{
    [Fact]
    public async Task Scores_follow_the_grades_a_person_gave()
    {
        using var texts = new StaticTextComparer(StaticTable.ReadBuiltIn());

        var tuning = await ScoreAsync(texts, [.. GradedAnswers.Tuning]);
        GradedAnswers.Agreement(tuning).ShouldBeGreaterThan(0.9);
        GradedAnswers.InOrder(tuning).ShouldBeGreaterThan(0.93);

        var later = await ScoreAsync(texts, [.. GradedAnswers.Later]);
        GradedAnswers.Agreement(later).ShouldBeGreaterThan(0.78);
        GradedAnswers.InOrder(later).ShouldBeGreaterThan(0.86);

        var kept = await ScoreAsync(texts, GradedAnswers.Kept);
        GradedAnswers.Agreement(kept).ShouldBeGreaterThan(0.82);
        GradedAnswers.InOrder(kept).ShouldBeGreaterThan(0.88);
    }

    [Fact]
    public async Task Words_alone_tell_good_from_bad_as_well()
    {
        var scored = await ScoreAsync(NoTextComparer.Instance, [.. GradedAnswers.Tuning]);

        GradedAnswers.Agreement(scored).ShouldBeGreaterThan(0.8);
        GradedAnswers.InOrder(scored).ShouldBeGreaterThan(0.85);
    }

    private static async Task<IReadOnlyList<ScoredAnswer>> ScoreAsync(ITextComparer texts, params string[] files)
    {
        var questions = new List<GradedQuestion>();
        foreach (var name in files)
        {
            await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Answers", name));
            questions.AddRange(GradedAnswers.Read(file));
        }

        return await GradedAnswers.ScoreAsync(questions, texts, TestContext.Current.CancellationToken);
    }
}
