using System.Text.Json;
using Dapper;
using InterviewService.Contracts;
using InterviewService.Engine;
using InterviewService.Evaluation;
using InterviewService.Messaging;
using InterviewService.Practice;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Ai;
using ServiceDefaults.Json;
using ServiceDefaults.Persistence;

namespace InterviewService.Sessions;

/// <summary>Grades the answers of a completed session and writes its report. Run twice it acts once.</summary>
internal sealed class SessionEvaluator(
    NpgsqlDataSource dataSource, EngineChoice<IInterviewEngine> engines, Outbox outbox, TimeProvider time, IOptions<EvaluationOptions> options, ILogger<SessionEvaluator> logger)
{
    /// <summary>
    /// Nothing happens to a session that is gone, still open or evaluated already. When what the grades rest on is not to be had, the session is marked as
    /// failed and <see cref="EvaluationSweep"/> asks again.
    /// </summary>
    public async Task EvaluateAsync(long userId, Guid sessionId, CancellationToken cancellationToken)
    {
        if (await StoredSession.FindAsync(dataSource, userId, sessionId.ToString(), cancellationToken) is not { Status: SessionStatus.Completed } session)
            return;

        IReadOnlyDictionary<Guid, AnswerEvaluation> evaluations;
        try
        {
            // Nobody waits for it, so the model gets further tries before the built-in engine grades in its place; all answers are graded by one of the two.
            evaluations = await engines.RunAsync(
                "interview.evaluation", engine => GradeAsync(engine, session, cancellationToken), mayFallBack: session.EvaluationAttempts + 1 >= options.Value.ModelAttempts);
        }
        catch (Exception exception) when (exception is HttpRequestException or AiException)
        {
            Log.EvaluationDelayed(logger, sessionId, exception switch { AiException model => model.Failure.ToString(), HttpRequestException http => http.HttpRequestError.ToString(), _ => "" });
            await MarkFailedAsync(sessionId, cancellationToken);
            return;
        }

        await StoreAsync(session, evaluations, SessionReports.Write(session, evaluations), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<Guid, AnswerEvaluation>> GradeAsync(IInterviewEngine engine, StoredSession session, CancellationToken cancellationToken)
    {
        var answered = session.Questions.Where(question => question.Answer is not null).ToArray();
        var evaluations = new AnswerEvaluation[answered.Length];
        await Parallel.ForAsync(
            0,
            answered.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Concurrency, CancellationToken = cancellationToken },
            async (place, stop) => evaluations[place] = await engine.EvaluateAsync(answered[place].AsAsked, answered[place].Answer!, session.Language, stop));
        return answered.Zip(evaluations).ToDictionary(pair => pair.First.Id, pair => pair.Second);
    }

    private async Task StoreAsync(
        StoredSession session, IReadOnlyDictionary<Guid, AnswerEvaluation> evaluations, SessionReport report, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var taken = await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE interview_sessions
            SET status = 'EVALUATED', evaluated_at = @now, overall_score = @OverallScore, report = @json::jsonb, evaluation_failed = false, evaluation_retry_at = NULL
            WHERE id = @Id AND status = 'COMPLETED'
            """,
            new { now, report.OverallScore, json = JsonSerializer.Serialize(report, PlatformJson.Internal), session.Id },
            transaction,
            cancellationToken: cancellationToken));
        if (taken == 0)
            return;

        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE interview_questions SET score = @Score, feedback = @Feedback, evaluation = @evaluation::jsonb WHERE id = @Id",
            session.Questions.Zip(report.QuestionDetails, (question, detail) => new
            {
                question.Id,
                detail.Score,
                detail.Feedback,
                evaluation = evaluations.TryGetValue(question.Id, out var evaluation) ? JsonSerializer.Serialize(evaluation, PlatformJson.Internal) : null,
            }).ToList(),
            transaction,
            cancellationToken: cancellationToken));
        await PracticeSchedule.StoreAsync(
            transaction,
            session.UserId,
            session.Questions.Where(question => evaluations.ContainsKey(question.Id))
                .Select(question => (question.Id, Place: PracticeSchedule.After(before: null, evaluations[question.Id].Score, now)))
                .Where(entry => entry.Place is not null).Select(entry => (entry.Id, entry.Place!)),
            cancellationToken);
        await Outbox.AddAsync(transaction, new InterviewEvaluated(session.Id, session.UserId, report.OverallScore, now), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
    }

    private async Task MarkFailedAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE interview_sessions
            SET evaluation_failed = true, evaluation_retry_at = @now + LEAST(@delay * power(2, LEAST(evaluation_attempts, 20)), @longest)
            WHERE id = @sessionId AND status = 'COMPLETED'
            """,
            new { now = time.GetUtcNow(), delay = options.Value.RetryDelay, longest = options.Value.MaxRetryDelay, sessionId },
            cancellationToken: cancellationToken));
    }
}
