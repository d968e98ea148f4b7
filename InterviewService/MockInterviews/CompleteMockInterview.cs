using System.Security.Claims;
using System.Text.Json;
using Npgsql;
using ServiceDefaults.Ai;
using ServiceDefaults.Auth;
using ServiceDefaults.Json;

namespace InterviewService.MockInterviews;

/// <summary><c>POST /session/{id}/complete</c>: has the answers graded and opens the feedback; an interview may be ended early, once it has an answer.</summary>
internal static class CompleteMockInterview
{
    public static async Task<IResult> HandleAsync(
        string id, ClaimsPrincipal user, NpgsqlDataSource dataSource, FeedbackWriter writer, TimeProvider time, ILogger<FeedbackWriter> logger, CancellationToken cancellationToken)
    {
        var interview = await MockInterview.FindAsync(dataSource, id, cancellationToken);
        if (MockAnswers.Refuse(interview, user.UserId()) is { } refusal)
            return refusal;
        if (interview!.AnswerCount == 0)
            return MockAnswers.BadRequest("Answer at least one question first.");
        if (interview.FeedbackJson is null)
        {
            MockFeedback feedback;
            try
            {
                feedback = await writer.WriteAsync(interview, interview.Interviewee!, cancellationToken);
            }
            catch (HttpRequestException exception)
            {
                Log.EvaluationDelayed(logger, interview.Id, exception.HttpRequestError.ToString());
                return MockAnswers.Unavailable;
            }
            catch (AiException)
            {
                return MockAnswers.ModelFailed;
            }

            await StoreAsync(dataSource, interview, feedback, time.GetUtcNow(), cancellationToken);
        }

        return MockAnswers.See($"/session/{interview.Id}/feedback");
    }

    private static async Task StoreAsync(NpgsqlDataSource dataSource, MockInterview interview, MockFeedback feedback, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await MockInterview.LockAsync(transaction, interview.Id, cancellationToken) is not { } locked || locked.AnswerCount != interview.AnswerCount)
            return;
        await MockInterview.UpdateAsync(transaction, locked with { FeedbackJson = JsonSerializer.Serialize(feedback, PlatformJson.Internal) }, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
