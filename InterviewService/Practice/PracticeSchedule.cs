using Dapper;
using Npgsql;

namespace InterviewService.Practice;

/// <summary>
/// When a question that was answered weakly comes back: after 1, 3, 7, 14 and 30 days. A good answer on its day moves it to the next interval, after the last one it
/// is known; a weak answer takes it back to the first (a box of cards after Sebastian Leitner).
/// </summary>
internal static class PracticeSchedule
{
    /// <summary>Scores below it are weak.</summary>
    public const int Good = 60;

    private static readonly int[] Days = [1, 3, 7, 14, 30];

    /// <summary>Where a question stands.</summary>
    internal sealed record Place
    {
        /// <summary>Place of the running interval, from 0.</summary>
        public required int Step { get; init; }

        /// <summary>Null once the question is known.</summary>
        public required DateTimeOffset? DueAt { get; init; }
    }

    /// <summary>Where a question stands after an answer. Pure.</summary>
    /// <param name="before">Null for a question that has never been weak.</param>
    /// <param name="score">0 to 100.</param>
    /// <param name="now">When it was answered.</param>
    /// <returns>Null when it need not come back.</returns>
    public static Place? After(Place? before, int score, DateTimeOffset now)
    {
        if (score < Good)
            return new Place { Step = 0, DueAt = now.AddDays(Days[0]) };
        // Answered well again on the same evening it is remembered, not known: only the day counts on which it was due.
        if (before?.DueAt is not { } due || now < due)
            return before;
        var next = before.Step + 1;
        return next < Days.Length ? new Place { Step = next, DueAt = now.AddDays(Days[next]) } : before with { DueAt = null };
    }

    /// <summary>Where the question stands; null for one that has never been weak. The caller holds the session.</summary>
    public static Task<Place?> FindAsync(NpgsqlConnection connection, Guid questionId, NpgsqlTransaction? transaction, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Place?>(new CommandDefinition(
            "SELECT step, due_at FROM practice_questions WHERE question_id = @questionId", new { questionId }, transaction, cancellationToken: cancellationToken));

    public static async Task StoreAsync(NpgsqlTransaction transaction, long userId, IEnumerable<(Guid QuestionId, Place Place)> places, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO practice_questions (question_id, user_id, step, due_at) VALUES (@QuestionId, @userId, @Step, @DueAt)
            ON CONFLICT (question_id) DO UPDATE SET step = excluded.step, due_at = excluded.due_at
            """,
            places.Select(entry => new { entry.QuestionId, userId, entry.Place.Step, entry.Place.DueAt }).ToList(),
            transaction,
            cancellationToken: cancellationToken));
}
