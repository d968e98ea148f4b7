using InterviewService.Evaluation;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using InterviewService.Reports;

namespace InterviewService.Engine;

/// <summary>Who asks, listens and judges: the built-in engine, or a language model.</summary>
internal interface IInterviewEngine
{
    /// <summary>The questions of a session, in the order in which they are asked.</summary>
    /// <param name="person">Who is asked.</param>
    /// <param name="count">3 to 20; exactly as many are answered.</param>
    /// <param name="asked">Keys of questions that this resume has been asked before; repeated only when nothing else is left.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<InterviewQuestion>> AskAsync(Interviewee person, int count, IReadOnlySet<string> asked, CancellationToken cancellationToken);

    /// <summary>A question on what the answer left out; null when it needs none.</summary>
    Task<InterviewQuestion?> FollowUpAsync(InterviewQuestion question, string answer, string language, CancellationToken cancellationToken);

    /// <summary>The grade of one answer.</summary>
    /// <exception cref="HttpRequestException">What the grade rests on is not to be had now: evaluate later.</exception>
    Task<AnswerEvaluation> EvaluateAsync(InterviewQuestion question, string answer, string language, CancellationToken cancellationToken);

    /// <summary>The report of seed 1 about a person and a job.</summary>
    Task<ReportContent> WriteReportAsync(Interviewee person, string jobDescription, CancellationToken cancellationToken);
}
