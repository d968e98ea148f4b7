using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Dapper;
using InterviewService.Engine;
using InterviewService.Evaluation;
using InterviewService.Pages;
using InterviewService.Practice.Pages;
using InterviewService.Sessions;
using Npgsql;
using ServiceDefaults.Ai;
using ServiceDefaults.Auth;
using ServiceDefaults.Json;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Practice;

/// <summary>
/// <c>POST /interviews/sessions/{id}/questions/{index}</c>: one more answer to a question of an evaluated interview. It is graded at once and kept beside the others; the
/// result of the interview stays what it was.
/// </summary>
internal sealed class AnswerAgain(NpgsqlDataSource dataSource, EngineChoice<IInterviewEngine> engines, TimeProvider time, ILogger<AnswerAgain> logger)
{
    /// <summary>Value of the field <c>from</c> on the way through the questions that are due.</summary>
    public const string FromPractice = "practice";

    private const string TooLong = "Answer is too long (maximum 100,000 characters).";

    public static Task<IResult> HandleAsync(string id, string index, HttpRequest request, ClaimsPrincipal user, AnswerAgain again, CancellationToken cancellationToken) =>
        again.RunAsync(id, index, request, user.UserId(), cancellationToken);

    public static string PathOf(Guid sessionId, int index) => $"/interviews/sessions/{sessionId}/questions/{index}";

    private async Task<IResult> RunAsync(string id, string index, HttpRequest request, long userId, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return new ApiError(StatusCodes.Status400BadRequest, "The form could not be read.");
        if (await StoredSession.FindAsync(dataSource, userId, id, cancellationToken) is not { } session)
            return SessionAnswers.NoSuchSession;
        if (session.Status != SessionStatus.Evaluated)
            return PlatformPages.SeeOther(GetSessionPage.PathOf(session.Id));
        if (GetQuestion.At(session, index) is not { } question)
            return SessionAnswers.NoSuchSession;
        var isPractice = form["from"] == FromPractice;
        var answer = PageForms.TextIn(form, "answer");
        if (Problem(answer) is { } problem)
            return await RefusedAsync(StatusCodes.Status400BadRequest, problem);

        AnswerEvaluation evaluation;
        try
        {
            // Before anything is locked: it may ask another service.
            evaluation = await engines.RunAsync("interview.evaluation", engine => engine.EvaluateAsync(question.AsAsked, answer, session.Language, cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            Log.EvaluationDelayed(logger, session.Id, exception.HttpRequestError.ToString());
            return await RefusedAsync(StatusCodes.Status503ServiceUnavailable, "The answer cannot be graded right now. Nothing you wrote is lost: please send it again in a moment.");
        }
        catch (AiException)
        {
            return await RefusedAsync(StatusCodes.Status500InternalServerError, "The AI service could not grade the answer. Nothing you wrote is lost: please send it again in a moment.");
        }

        var number = int.TryParse(form["attempt"], NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : (int?)null;
        return await StoreAsync(userId, question.Id, number, answer, evaluation, cancellationToken) switch
        {
            Stored.Gone => SessionAnswers.NoSuchSession,
            Stored.Erased => new ApiError(StatusCodes.Status401Unauthorized),
            _ => PlatformPages.SeeOther($"{PathOf(session.Id, question.Position)}?answered=yes{(isPractice ? "&from=" + FromPractice : "")}"),
        };

        Task<IResult> RefusedAsync(int status, string words) => PageForms.RefusedAsync<QuestionPage>(request, status, "answer-text", words, async () =>
        {
            var page = (await GetQuestion.FindAsync(dataSource, userId, id, index, cancellationToken))!;
            int? others = isPractice ? Math.Max(0, (await DueQuestions.ReadAsync(dataSource, userId, time.GetUtcNow(), cancellationToken)).Count - 1) : null;
            return new { Again = page with { Answer = answer, Error = words, Others = others } };
        });
    }

    // The second post of one form. Another text under an old number is an attempt of its own.
    private static Task<bool> IsThereAsync(NpgsqlTransaction transaction, Guid questionId, int number, string answer, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM answer_attempts WHERE question_id = @questionId AND number = @number AND answer = @answer)",
            new { questionId, number, answer },
            transaction,
            cancellationToken: cancellationToken));

    private static string? Problem(string answer) =>
        string.IsNullOrWhiteSpace(answer) ? "Answer cannot be empty." : answer.Length > AnswerRequest.MaxLength ? TooLong : null;

    private enum Stored
    {
        Done,
        Gone,
        Erased,
    }

    private async Task<Stored> StoreAsync(long userId, Guid questionId, int? number, string answer, AnswerEvaluation evaluation, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken))
            return Stored.Erased;
        if (await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            "SELECT id FROM interview_questions WHERE id = @questionId FOR UPDATE", new { questionId }, transaction, cancellationToken: cancellationToken)) is null)
        {
            return Stored.Gone;
        }

        var next = await Attempts.NextNumberAsync(connection, questionId, transaction, cancellationToken);
        if (number is not null && await IsThereAsync(transaction, questionId, number.Value, answer, cancellationToken))
            return Stored.Done;

        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO answer_attempts (id, question_id, number, answer, score, evaluation, answered_at)
            VALUES (@id, @questionId, @next, @answer, @Score, @json::jsonb, @now)
            """,
            new { id = Guid.CreateVersion7(now), questionId, next, answer, evaluation.Score, json = JsonSerializer.Serialize(evaluation, PlatformJson.Internal), now },
            transaction,
            cancellationToken: cancellationToken));
        var before = await PracticeSchedule.FindAsync(connection, questionId, transaction, cancellationToken);
        if (PracticeSchedule.After(before, evaluation.Score, now) is { } after && after != before)
            await PracticeSchedule.StoreAsync(transaction, userId, [(questionId, after)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Stored.Done;
    }
}
