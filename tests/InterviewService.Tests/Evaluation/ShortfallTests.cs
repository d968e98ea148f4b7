using InterviewService.Evaluation;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Evaluation;

public sealed class ShortfallTests
{
    private static readonly AnswerEvaluation Incomplete = new()
    {
        Score = 40,
        Rubric = new RubricScores(20, 5, 10, 5),
        Feedback = "",
        KeyPoints = [],
        Strengths = [],
        Missing = ["Old pods finish their requests", "Probes"],
        NextStep = "",
    };

    [Theory]
    [InlineData(false, "DevOps: still missing is “Old pods finish their requests”.")]
    [InlineData(true, "DevOps：还缺少“Old pods finish their requests”。")]
    public void What_is_missing_is_named_with_its_group(bool isChinese, string words) => Shortfall.Of("DevOps", Incomplete, isChinese).ShouldBe(words);

    [Fact]
    public void What_is_wrong_is_not_called_missing() =>
        Shortfall.Of("DevOps", Incomplete with { Missing = ["Not right: \"Pods never end\"", "Probes"], Mistakes = [new MistakeMade("Pods never end.", "Pods never end", 0, KeyPoint: null)] }, isChinese: false)
            .ShouldBe("DevOps: Not right: \"Pods never end\".");

    [Fact]
    public void An_answer_behind_a_gate_or_with_everything_has_none()
    {
        Shortfall.Of("DevOps", Incomplete with { Gate = AnswerGate.OffTopic }, isChinese: false).ShouldBeNull();
        Shortfall.Of("DevOps", Incomplete with { Missing = [] }, isChinese: false).ShouldBeNull();
    }
}
