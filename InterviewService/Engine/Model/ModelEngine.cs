using InterviewService.Evaluation;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using InterviewService.Reports;
using Microsoft.Extensions.Options;
using ServiceDefaults.Ai;

namespace InterviewService.Engine.Model;

/// <summary>
/// A language model within the built-in engine's plan: that one decides what is asked about whom, what must be in an answer, which answers are none and how the match score is
/// made; the model words the questions and the model answers, and grades.
/// </summary>
internal sealed class ModelEngine(
    StructuredChat chat, QuestionPlanner planner, FollowUps followUps, Examiner examiner, ReportWriter reports, IOptions<AiOptions> options) : IInterviewEngine
{
    /// <exception cref="AiException">The model failed.</exception>
    public async Task<IReadOnlyList<InterviewQuestion>> AskAsync(Interviewee person, int count, IReadOnlySet<string> asked, CancellationToken cancellationToken)
    {
        var planned = planner.Plan(person, count, asked);
        return WordQuestions.Apply(planned, await chat.AskAsync(WordQuestions.Task(person, planned, options.Value.MaxDocumentLength), cancellationToken));
    }

    /// <exception cref="AiException">The model failed.</exception>
    public async Task<InterviewQuestion?> FollowUpAsync(InterviewQuestion question, string answer, string language, CancellationToken cancellationToken)
    {
        if (await followUps.AskAsync(question, answer, language, cancellationToken) is not { } planned)
            return null;
        var worded = await chat.AskAsync(WordFollowUp.Task(question, planned, Documents.Cut(answer, options.Value.MaxDocumentLength), language), cancellationToken);
        return planned with { Text = worded.Question.Trim() };
    }

    /// <exception cref="AiException">The model failed.</exception>
    /// <exception cref="HttpRequestException">The built-in examiner cannot look at the answer now, and no answer is graded without it.</exception>
    public async Task<AnswerEvaluation> EvaluateAsync(InterviewQuestion question, string answer, string language, CancellationToken cancellationToken)
    {
        var examined = question.ForExaminer(language);
        var builtIn = await examiner.EvaluateAsync(examined, answer, cancellationToken);
        // No answer, none to this question, or orders alone: nothing that a model could be talked out of.
        if (builtIn.Score == 0 && builtIn.Gate is not null)
            return builtIn;
        var graded = GradedAnswer.Without(Documents.Cut(answer, options.Value.MaxDocumentLength), builtIn.IgnoredOrders);
        return GradeAnswer.Apply(examined, answer, builtIn, await chat.AskAsync(GradeAnswer.Task(question, examined, graded), cancellationToken));
    }

    /// <exception cref="AiException">The model failed.</exception>
    public async Task<ReportContent> WriteReportAsync(Interviewee person, string jobDescription, CancellationToken cancellationToken)
    {
        var written = await reports.WriteAsync(person, jobDescription, cancellationToken);
        return WordReport.Apply(written, person.Language, await chat.AskAsync(WordReport.Task(person, jobDescription, written, options.Value.MaxDocumentLength), cancellationToken));
    }
}
