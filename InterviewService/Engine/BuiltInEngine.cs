using InterviewService.Evaluation;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using InterviewService.Reports;

namespace InterviewService.Engine;

/// <summary>The engine that works without a key: question bank, rules and word vectors. The same input gives the same output.</summary>
internal sealed class BuiltInEngine(QuestionPlanner planner, FollowUps followUps, Examiner examiner, ReportWriter reports) : IInterviewEngine
{
    public Task<IReadOnlyList<InterviewQuestion>> AskAsync(Interviewee person, int count, IReadOnlySet<string> asked, CancellationToken cancellationToken) =>
        Task.FromResult(planner.Plan(person, count, asked));

    public Task<InterviewQuestion?> FollowUpAsync(InterviewQuestion question, string answer, string language, CancellationToken cancellationToken) =>
        followUps.AskAsync(question, answer, language, cancellationToken);

    public Task<AnswerEvaluation> EvaluateAsync(InterviewQuestion question, string answer, string language, CancellationToken cancellationToken) =>
        examiner.EvaluateAsync(question.ForExaminer(language), answer, cancellationToken);

    public Task<ReportContent> WriteReportAsync(Interviewee person, string jobDescription, CancellationToken cancellationToken) =>
        reports.WriteAsync(person, jobDescription, cancellationToken);
}
