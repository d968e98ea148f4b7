using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>GET /api/interview/sessions/{sessionId}/question</c>.</summary>
internal static class GetCurrentQuestion
{
    internal sealed record Response(bool Completed)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public QuestionView? Question { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Message { get; init; }
    }

    public static async Task<Results<Ok<SessionAnswer<Response>>, ApiError>> HandleAsync(
        string sessionId, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (await StoredSession.FindAsync(dataSource, user.UserId(), sessionId, cancellationToken) is not { } session)
            return SessionAnswers.NoSuchSession;
        return SessionAnswers.Ok(session.IsOpen
            ? new Response(Completed: false) { Question = QuestionView.Of(session.Questions[session.CurrentQuestion], session.Questions) }
            : new Response(Completed: true) { Message = "All questions have been answered" });
    }
}
