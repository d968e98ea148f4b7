using Dapper;
using InterviewService.Practice;
using InterviewService.Practice.Pages;
using Npgsql;
using ServiceDefaults.Web;

namespace InterviewService.Sessions.Pages;

/// <summary>An evaluated session as its page shows it.</summary>
public sealed record SessionResult
{
    // Room on a phone for a dot and its number each.
    private const int Shown = 12;

    public required Guid SessionId { get; init; }

    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Overall { get; init; }

    public required string OverallFeedback { get; init; }

    public required IReadOnlyList<string> Strengths { get; init; }

    public required IReadOnlyList<string> Improvements { get; init; }

    public required IReadOnlyList<ScoreBars.Bar> Categories { get; init; }

    /// <summary>Means over the answers; empty when nothing was answered.</summary>
    public required IReadOnlyList<ScoreBars.Bar> Rubric { get; init; }

    public required IReadOnlyList<AnsweredQuestion> Questions { get; init; }

    /// <summary>This session and those before and after it, oldest first.</summary>
    public required IReadOnlyList<TrendPoint> Trend { get; init; }

    /// <summary>Language of the questions, for screen readers.</summary>
    public required string Language { get; init; }

    internal static async Task<SessionResult> ReadAsync(NpgsqlDataSource dataSource, StoredSession session, SessionReport report, CancellationToken cancellationToken)
    {
        var attempts = await Attempts.ReadAsync(dataSource, session, cancellationToken);
        return new SessionResult
        {
            SessionId = session.Id,
            CompletedAt = session.CompletedAt ?? session.CreatedAt,
            Overall = report.OverallScore,
            OverallFeedback = report.OverallFeedback,
            Strengths = report.Strengths,
            Improvements = report.Improvements,
            Categories = [.. report.CategoryScores.Select(category => new ScoreBars.Bar(
                category.Category, category.Score, Note: category.QuestionCount == 1 ? "1 question" : $"{category.QuestionCount} questions"))],
            Rubric = RubricOf(report),
            Questions = [.. session.Questions.Select(question => AnsweredQuestion.Of(question, session, attempts[question.Id]))],
            Trend = await TrendAsync(dataSource, session, cancellationToken),
            Language = OpenQuestion.LanguageOf(session),
        };
    }

    private static List<ScoreBars.Bar> RubricOf(SessionReport report) =>
        [.. report.QuestionDetails.Where(detail => detail.Rubric is not null).SelectMany(detail => Attempt.RubricOf(detail.Rubric!))
            .GroupBy(part => (part.Name, part.Max)).Select(part => new ScoreBars.Bar(part.Key.Name, Math.Round(part.Average(entry => entry.Value), 1), part.Key.Max))];

    private static async Task<IReadOnlyList<TrendPoint>> TrendAsync(NpgsqlDataSource dataSource, StoredSession session, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var latest = await connection.QueryAsync<TrendPoint>(new CommandDefinition(
            """
            SELECT id AS session_id, completed_at AS at, overall_score AS score FROM interview_sessions
            WHERE user_id = @UserId AND status = 'EVALUATED' ORDER BY completed_at DESC, id DESC LIMIT @Shown
            """,
            new { session.UserId, Shown },
            cancellationToken: cancellationToken));
        return [.. latest.Reverse()];
    }
}

/// <summary>One evaluated session of the trend.</summary>
public sealed record TrendPoint
{
    public required Guid SessionId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Score { get; init; }
}

/// <summary>A question of an evaluated session with its attempts.</summary>
public sealed record AnsweredQuestion
{
    public required Guid SessionId { get; init; }

    public required int Index { get; init; }

    public required string Question { get; init; }

    public required string Category { get; init; }

    /// <summary>The question it follows up; null when it is none.</summary>
    public string? FollowsUp { get; init; }

    /// <summary>0 to 100, of the answer in the interview; 0 without one.</summary>
    public required int Score { get; init; }

    /// <summary>What the interview said of it.</summary>
    public required string Feedback { get; init; }

    public required string ReferenceAnswer { get; init; }

    public required IReadOnlyList<string> KeyPoints { get; init; }

    /// <summary>Oldest first; the first is the interview's unless the question was left open there.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }

    /// <summary>Language of the question, for screen readers.</summary>
    public required string Language { get; init; }

    public Attempt? InInterview => Attempts is [{ Number: 1 } first, ..] ? first : null;

    /// <summary>The newest one after the interview; null when there is none.</summary>
    public Attempt? Latest => Attempts is [.., { Number: > 1 } latest] ? latest : null;

    internal static AnsweredQuestion Of(StoredQuestion question, StoredSession session, IReadOnlyList<Attempt> attempts) => new()
    {
        SessionId = session.Id,
        Index = question.Position,
        Question = question.Text,
        Category = question.Category,
        FollowsUp = session.Questions.FirstOrDefault(other => other.Id == question.ParentId)?.Text,
        Score = question.Score ?? 0,
        Feedback = question.Feedback ?? "",
        ReferenceAnswer = question.ReferenceAnswer,
        KeyPoints = question.KeyPoints,
        Attempts = attempts,
        Language = OpenQuestion.LanguageOf(session),
    };
}
