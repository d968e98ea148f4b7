using InterviewService.Evaluation;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Questions.Selection;

public sealed class FollowUpsTests
{
    private static readonly InterviewQuestion Rollout = new()
    {
        Key = "kubernetes-3",
        Opening = "You mentioned Kubernetes. ",
        Text = "How do you roll out a new version in Kubernetes without dropping requests?",
        Kind = QuestionType.Technical,
        Type = "KUBERNETES",
        Category = "DevOps",
        Intention = "",
        Why = "",
        ReferenceAnswer = "A readiness probe lets only ready pods take traffic. Old pods finish what they have begun before SIGTERM ends them. The PodDisruptionBudget keeps enough of them.",
        KeyPoints = ["A readiness probe lets only ready pods take traffic", "Old pods finish what they have begun", "The PodDisruptionBudget keeps enough of them"],
        FollowUp = "How do you go back?",
    };

    [Fact]
    public async Task A_short_answer_is_asked_for_the_rest_with_words_to_start_from_and_without_what_was_said_before_the_question()
    {
        var followUp = await new FollowUps(new Examiner(NoTextComparer.Instance)).AskAsync(Rollout, "I change the deployment and wait for the new version.", Interviewee.English, CancellationToken.None);

        followUp.ShouldNotBeNull();
        followUp.Spoken.ShouldBe(
            "Let us stay with this: How do you roll out a new version in Kubernetes without dropping requests? What else belongs to a complete answer? "
            + "Think of “readiness”, “finish” and “PodDisruptionBudget”.");
        followUp.Key.ShouldBe("kubernetes-3+");
        followUp.KeyPoints.ShouldBe(Rollout.KeyPoints, ignoreOrder: true);
    }

    [Theory]
    [InlineData("I don't know.")]
    [InlineData("A readiness probe lets only ready pods take traffic, and the old pods finish what they have begun before they end. A PodDisruptionBudget keeps enough of them running.")]
    public async Task Neither_a_complete_answer_nor_none_is_followed_up(string answer) =>
        (await new FollowUps(new Examiner(NoTextComparer.Instance)).AskAsync(Rollout, answer, Interviewee.English, CancellationToken.None)).ShouldBeNull();
}
