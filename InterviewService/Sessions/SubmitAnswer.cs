using System.Security.Claims;
using Dapper;
using InterviewService.Engine;
using InterviewService.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Ai;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary>
/// <c>POST /api/interview/sessions/{sessionId}/answers</c>. An answer that leaves something open gets one follow-up, right behind its question; the last answer
/// completes the session.
/// </summary>
internal sealed class SubmitAnswer(NpgsqlDataSource dataSource, EngineChoice<IInterviewEngine> engines, SessionCompletion completion, Outbox outbox)
{
    /// <param name="HasNextQuestion">False when the session is completed with this answer.</param>
    /// <param name="NextQuestion">Null when there is none.</param>
    /// <param name="CurrentIndex">Index of the next question; the number of questions when there is none.</param>
    /// <param name="TotalQuestions">Follow-ups included.</param>
    internal sealed record Response(bool HasNextQuestion, QuestionView? NextQuestion, int CurrentIndex, int TotalQuestions);

    public static async Task<Results<Ok<SessionAnswer<Response>>, ApiError>> HandleAsync(
        string sessionId, AnswerRequest request, ClaimsPrincipal user, SubmitAnswer submit, CancellationToken cancellationToken) =>
        await submit.TakeAsync(user.UserId(), sessionId, request, cancellationToken) switch
        {
            (null, var problem) => problem!,
            ({ } after, _) => SessionAnswers.Ok(new Response(
                after.IsOpen, after.IsOpen ? QuestionView.Of(after.Questions[after.CurrentQuestion], after.Questions) : null, after.CurrentQuestion, after.Questions.Count)),
        };

    /// <summary>The session as the answer left it, or why it was not taken.</summary>
    public async Task<(StoredSession? After, ApiError? Problem)> TakeAsync(long userId, string sessionId, AnswerRequest request, CancellationToken cancellationToken)
    {
        if (await StoredSession.FindAsync(dataSource, userId, sessionId, cancellationToken) is not { } session)
            return (null, SessionAnswers.NoSuchSession);
        if (request.ProblemWith(session) is { } problem)
            return (null, problem);

        // Looked for before the session is locked: it may ask another service.
        var followUp = await FollowUpAsync(session, request.Kept, cancellationToken);

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await StoredSession.LockAsync(transaction, session.Id, userId, cancellationToken) is not { } locked)
            return (null, SessionAnswers.NoSuchSession);
        // Of two answers to one question the first has moved the session on.
        if (request.ProblemWith(locked) is { } late)
            return (null, late);

        var answered = locked.Questions[locked.CurrentQuestion];
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE interview_questions SET answer = @Kept, is_submitted = true WHERE id = @Id", new { request.Kept, answered.Id }, transaction, cancellationToken: cancellationToken));
        if (followUp is not null)
            await InsertFollowUpAsync(transaction, locked.Id, answered, followUp, cancellationToken);

        var next = locked.CurrentQuestion + 1;
        var total = locked.Questions.Count + (followUp is null ? 0 : 1);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE interview_sessions SET current_question = @next, status = 'IN_PROGRESS' WHERE id = @Id", new { next, locked.Id }, transaction, cancellationToken: cancellationToken));
        if (next == total)
            await completion.CompleteAsync(transaction, locked, answered: locked.Questions.Count(question => question.IsSubmitted) + 1, total, cancellationToken);
        var after = await StoredSession.LockAsync(transaction, locked.Id, userId, cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return (after, null);
    }

    private async Task<InterviewQuestion?> FollowUpAsync(StoredSession session, string answer, CancellationToken cancellationToken)
    {
        var current = session.Questions[session.CurrentQuestion];
        if (current.ParentId is not null || session.Questions.Any(question => question.ParentId == current.Id))
            return null;
        try
        {
            return await engines.RunAsync("interview.follow_up", engine => engine.FollowUpAsync(current.AsAsked, answer, session.Language, cancellationToken));
        }
        catch (AiException)
        {
            // An answer is not lost for want of a follow-up.
            return null;
        }
    }

    private static async Task InsertFollowUpAsync(
        NpgsqlTransaction transaction, Guid sessionId, StoredQuestion parent, InterviewQuestion followUp, CancellationToken cancellationToken)
    {
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE interview_questions SET position = position + 1 WHERE session_id = @sessionId AND position > @Position",
            new { sessionId, parent.Position },
            transaction,
            cancellationToken: cancellationToken));
        await StoredQuestion.InsertAsync(transaction, sessionId, [followUp], parent.Position + 1, parent.Id, cancellationToken);
    }
}
