using Gateway.Home;
using Shouldly;
using Xunit;

namespace Gateway.Tests.Home;

public sealed class NextStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 18, 0, 0, TimeSpan.Zero);
    private static readonly ListedResume Resume = new(7, "Ann.pdf", Now, Current: true, FaissIndexed: true);
    private static readonly ListedSession Open = new(Guid.Parse("0198c0de-0000-7000-8000-000000000001"), "IN_PROGRESS", 8, 3, null, Now);
    private static readonly ListedMock Mock = new(Guid.Parse("0198c0de-0000-7000-8000-000000000002"), "Engineer", "Douro", HasDocuments: true, 2, null, Now);
    private static readonly ListedChat Chat = new(Guid.Parse("0198c0de-0000-7000-8000-000000000003"), "cv", "active", 60, Now);

    private static readonly Belongings Nothing = new()
    {
        Resumes = new([]), Reports = new([]), Sessions = new([]), Mocks = new([]), Documents = new([]), Chats = new([]),
    };

    [Fact]
    public void Who_has_nothing_uploads_a_resume() => NextStep.Of(Nothing).Path.ShouldBe("/resumes");

    [Fact]
    public void A_resume_alone_is_set_against_a_job() => NextStep.Of(Nothing with { Resumes = new([Resume]) }).Path.ShouldBe("/resumes/7#job");

    [Fact]
    public void Who_has_compared_practises() => NextStep.Of(Nothing with { Resumes = new([Resume]), JobsCompared = 1 }).Path.ShouldBe("/session/create");

    [Fact]
    public void What_was_begun_is_finished_the_interview_before_the_cv()
    {
        var all = Nothing with { Resumes = new([Resume]), Sessions = new([Open]), Mocks = new([Mock]), Chats = new([Chat]) };
        NextStep.Of(all).Path.ShouldBe($"/interviews/sessions/{Open.SessionId}");
        NextStep.Of(all with { Sessions = new([Open with { Status = "EVALUATED" }]) }).ShouldBe(
            new NextStep("Finish the mock interview: Engineer at Douro", "2 of 8 questions are answered.", $"/session/{Mock.Id}/interview", "Go on"));
        NextStep.Of(all with { Sessions = new([]), Mocks = new([Mock with { Score = 6 }]) }).Path.ShouldBe($"/cvs/{Chat.SessionId}");
    }

    [Theory]
    [InlineData(3, 6, "Answer 3 weak questions, 6 min")]
    [InlineData(1, 2, "Answer 1 weak question, 2 min")]
    public void Practice_that_is_due_comes_first(int count, int minutes, string title) =>
        NextStep.Of(Nothing with { Sessions = new([Open]), Due = new DuePractice(count, minutes) }).Title.ShouldBe(title);

    [Fact]
    public void Who_has_finished_everything_practises() =>
        NextStep.Of(Nothing with { Resumes = new([Resume]), Sessions = new([Open with { Status = "EVALUATED" }]) }).Path.ShouldBe("/session/create");

    [Fact]
    public void A_list_that_cannot_be_read_says_nothing_about_what_is_missing() =>
        NextStep.Of(Nothing with { Resumes = Listed<ListedResume>.Unavailable }).Path.ShouldBe("/session/create");
}
