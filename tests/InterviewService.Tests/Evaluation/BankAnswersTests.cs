using InterviewService.Evaluation;
using InterviewService.Questions;
using InterviewService.Questions.Knowledge;
using InterviewService.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Evaluation;

/// <summary>The question bank's own reference answers, graded by the examiner on the real word vectors.</summary>
[Collection(nameof(RunningInterviewService))]
public sealed class BankAnswersTests(RunningInterviewService service)
{
    [Fact]
    public async Task Reference_answers_make_their_own_key_points_and_are_graded_as_good()
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        var examiner = new Examiner(scope.ServiceProvider.GetRequiredService<ITextComparer>());
        var graded = new List<AnswerEvaluation>();
        // Every sixth: all of them would take a minute.
        foreach (var question in KnowledgeBase.Read().Topics.Where(topic => !topic.IsBehavioural).SelectMany(topic => topic.Questions).Where((_, place) => place % 6 == 0))
        {
            graded.Add(await examiner.EvaluateAsync(
                new ExaminedQuestion { Text = question.Text, Kind = QuestionType.Technical, ReferenceAnswer = question.Answer, KeyPoints = question.KeyPoints, Mistakes = question.Mistakes, OtherAnswers = question.OtherAnswers },
                question.Answer,
                CancellationToken.None));
        }

        graded.Count.ShouldBeGreaterThan(80);
        var points = graded.SelectMany(evaluation => evaluation.KeyPoints).ToList();
        ((double)points.Count(point => point.Covered >= 0.5) / points.Count).ShouldBeGreaterThan(0.97);
        ((double)points.Count(point => point.Contradicted) / points.Count).ShouldBeLessThan(0.03);
        graded.Average(evaluation => evaluation.Score).ShouldBeGreaterThan(75);
    }

    [Fact]
    public async Task The_stories_of_a_question_are_graded_as_good_those_of_another_and_poor_ones_are_not()
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        var examiner = new Examiner(scope.ServiceProvider.GetRequiredService<ITextComparer>());
        var questions = KnowledgeBase.Read().Topics.Where(topic => topic.IsBehavioural).SelectMany(topic => topic.Questions).ToList();
        var (own, foreign, poor) = (new List<int>(), new List<int>(), new List<AnswerEvaluation>());
        for (var place = 0; place < questions.Count; place += 4)
        {
            // The story that is graded is not among those that the examiner gets.
            var question = questions[place];
            var examined = new ExaminedQuestion
            {
                Text = question.Text, Kind = QuestionType.Behavioral, ReferenceAnswer = question.Answer, KeyPoints = [], Mistakes = question.Mistakes, OtherAnswers = [.. question.OtherAnswers.Skip(1)],
            };
            own.Add((await examiner.EvaluateAsync(examined, question.OtherAnswers[0], CancellationToken.None)).Score);
            foreign.Add((await examiner.EvaluateAsync(examined, questions[(place + questions.Count / 2) % questions.Count].OtherAnswers[0], CancellationToken.None)).Score);
            poor.Add(await examiner.EvaluateAsync(examined with { Mistakes = [.. question.Mistakes.Skip(4)] }, string.Join(' ', question.Mistakes.Take(4)), CancellationToken.None));
        }

        own.Average().ShouldBeGreaterThan(75);
        foreign.Average().ShouldBeLessThan(own.Average() - 35);
        poor.Average(evaluation => evaluation.Score).ShouldBeLessThan(30);
        poor.Count(evaluation => evaluation.Feedback.Contains("hold this against you", StringComparison.Ordinal)).ShouldBeGreaterThan(poor.Count / 2);
        poor.ShouldAllBe(evaluation => evaluation.Mistakes.Count == 0);
    }
}
