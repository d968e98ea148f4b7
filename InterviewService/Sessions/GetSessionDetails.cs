using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>GET /api/interview/sessions/{sessionId}/details</c>. Reference answers are shown when the session is completed.</summary>
internal static class GetSessionDetails
{
    public static async Task<Results<Ok<SessionAnswer<SessionDetails>>, ApiError>> HandleAsync(
        string sessionId, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (await StoredSession.FindAsync(dataSource, user.UserId(), sessionId, cancellationToken) is not { } session)
            return SessionAnswers.NoSuchSession;
        return SessionAnswers.Ok(new SessionDetails
        {
            SessionId = session.Id.ToString(),
            ResumeId = session.ResumeId,
            ResumeText = session.ResumeText,
            TotalQuestions = session.Questions.Count,
            CurrentQuestionIndex = session.CurrentQuestion,
            Status = session.Status,
            Evaluation = SessionView.EvaluationOf(session),
            OverallScore = session.Report?.OverallScore,
            CreatedAt = session.CreatedAt,
            CompletedAt = session.CompletedAt,
            EvaluatedAt = session.EvaluatedAt,
            Questions = [.. session.Questions.Select(question => Details(question, session))],
        });
    }

    private static QuestionDetailsView Details(StoredQuestion question, StoredSession session)
    {
        var view = QuestionView.Of(question, session.Questions);
        return new QuestionDetailsView
        {
            QuestionIndex = view.QuestionIndex,
            Question = view.Question,
            Type = view.Type,
            Category = view.Category,
            UserAnswer = view.UserAnswer,
            Score = view.Score,
            Feedback = view.Feedback,
            IsFollowUp = view.IsFollowUp,
            ParentQuestionIndex = view.ParentQuestionIndex,
            Intention = view.Intention,
            Why = view.Why,
            ReferenceAnswer = session.IsOpen ? null : question.ReferenceAnswer,
            KeyPoints = session.IsOpen ? null : question.KeyPoints,
            Evaluation = question.Evaluation,
        };
    }
}
