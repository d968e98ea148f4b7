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
}
