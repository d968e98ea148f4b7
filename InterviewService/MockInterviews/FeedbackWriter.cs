using InterviewService.Engine;
using InterviewService.Evaluation;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using ServiceDefaults.Ai;

namespace InterviewService.MockInterviews;

/// <summary>Grades the answers of a mock interview and sums them up.</summary>
internal sealed class FeedbackWriter(EngineChoice<IInterviewEngine> engines)
{
    private const int MostNamed = 4;
    private const int Good = 70;
    private const int Fair = 50;

    /// <exception cref="HttpRequestException">What the grades rest on is not to be had now.</exception>
    /// <exception cref="AiException">A language model failed.</exception>
    public async Task<MockFeedback> WriteAsync(MockInterview interview, Interviewee person, CancellationToken cancellationToken)
    {
        var graded = await engines.RunAsync("interview.evaluation", engine => GradeAsync(engine, interview, person, cancellationToken));
        var chinese = person.Language == Interviewee.Chinese;
        var mean = graded.Count == 0 ? 0 : graded.Average(entry => entry.Evaluation?.Score ?? 0);
        return new MockFeedback
        {
            Score = Math.Clamp((int)Math.Round(mean / 10, MidpointRounding.AwayFromZero), 1, 10),
            Summary = Summary(mean, graded.Count(entry => entry.Evaluation is not null), graded.Count, chinese),
            Strengths = Named(graded.OrderByDescending(entry => entry.Evaluation?.Score), (_, evaluation) => evaluation is { Score: >= Fair, Strengths: [var strength, ..] } ? strength : null,
                chinese ? "这次没有特别突出的回答；下面的建议指出从哪里开始。" : "No answer stood out yet. The advice below says where to begin."),
            Weaknesses = Named(graded.OrderBy(entry => entry.Evaluation?.Score), (question, evaluation) => Weakness(question, evaluation, chinese),
                chinese ? "没有明显的缺口。请再练习一次，回答更简短。" : "Nothing of weight was missing. Practise once more and say the same in fewer words."),
            CvImprovements = CvAdvice.For(person),
            Answers = [.. graded.Select(entry => new AnswerFeedback(
                entry.Question.Text, entry.Answer, entry.Evaluation?.Score ?? 0, entry.Evaluation?.Feedback ?? (chinese ? "没有回答。" : "Not answered.")))],
        };
    }

    // All answers by one engine: the score is their mean.
    private static async Task<IReadOnlyList<(InterviewQuestion Question, string? Answer, AnswerEvaluation? Evaluation)>> GradeAsync(
        IInterviewEngine engine, MockInterview interview, Interviewee person, CancellationToken cancellationToken)
    {
        var answers = interview.Messages.Where(message => message.Role == MockMessage.User).Select(message => message.Content).ToList();
        return await Task.WhenAll(interview.Asked.Select(async (question, place) =>
        {
            var answer = place < answers.Count ? answers[place] : null;
            return (question, answer, answer is null ? null : await engine.EvaluateAsync(question, answer, person.Language, cancellationToken));
        }));
    }

    // One from each answer first, so that the list speaks of the whole interview.
    private static List<string> Named(
        IEnumerable<(InterviewQuestion Question, string? Answer, AnswerEvaluation? Evaluation)> graded, Func<InterviewQuestion, AnswerEvaluation, string?> said, string none)
    {
        var named = graded.Where(entry => entry.Evaluation is not null).Select(entry => said(entry.Question, entry.Evaluation!)).OfType<string>()
            .Distinct(StringComparer.Ordinal).Take(MostNamed).ToList();
        return named.Count > 0 ? named : [none];
    }

    private static string? Weakness(InterviewQuestion question, AnswerEvaluation evaluation, bool chinese) =>
        evaluation.Gate is null ? Shortfall.Of(question.Category, evaluation, chinese)
        : MockInterviewer.IsFollowUp(question.Key) ? null
        : chinese ? $"{question.Category}：“{question.Text}”还没有得到回答。"
        : $"{question.Category}: “{question.Text}” is still without an answer.";

    private static string Summary(double mean, int answered, int asked, bool chinese)
    {
        if (chinese)
        {
            var level = mean >= Good ? "表现扎实" : mean >= Fair ? "基础不错，仍有提升空间" : "还需要更多练习";
            return $"回答了{asked}题中的{answered}题：{level}。";
        }

        var words = mean >= Good ? "a solid interview" : mean >= Fair ? "a good base with gaps to close" : "more practice will help";
        return answered == asked ? $"You answered all {asked} questions: {words}." : $"You answered {answered} of {asked} questions: {words}.";
    }
}
