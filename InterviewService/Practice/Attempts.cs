using System.Text.Json;
using Dapper;
using InterviewService.Evaluation;
using InterviewService.Practice.Pages;
using InterviewService.Sessions;
using Npgsql;
using ServiceDefaults.Json;

namespace InterviewService.Practice;

/// <summary>The answers that a question got: the first in the interview, the others after it.</summary>
internal static class Attempts
{
    private sealed record Row
    {
        public required Guid QuestionId { get; init; }

        public required int Number { get; init; }

        public required string Answer { get; init; }

        public required string EvaluationJson { get; init; }

        public required DateTimeOffset AnsweredAt { get; init; }
    }

    /// <summary>The attempts at every question of an evaluated session, by the question's id, oldest first; a question that was left open has none for the interview.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Attempt>>> ReadAsync(NpgsqlDataSource dataSource, StoredSession session, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var again = (await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT question_id, number, answer, evaluation AS evaluation_json, answered_at
            FROM answer_attempts WHERE question_id = ANY(@ids) ORDER BY number
            """,
            new { ids = session.Questions.Select(question => question.Id).ToArray() },
            cancellationToken: cancellationToken))).ToLookup(row => row.QuestionId);
        return session.Questions.ToDictionary(question => question.Id, question => (IReadOnlyList<Attempt>)[.. First(session, question), .. again[question.Id].Select(Again)]);
    }

    /// <summary>The number that the next attempt gets: 2 for the first after the interview.</summary>
    public static Task<int> NextNumberAsync(NpgsqlConnection connection, Guid questionId, NpgsqlTransaction? transaction, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT COALESCE(max(number), 1) + 1 FROM answer_attempts WHERE question_id = @questionId", new { questionId }, transaction, cancellationToken: cancellationToken));

    private static IEnumerable<Attempt> First(StoredSession session, StoredQuestion question) => question is { Answer: { } answer, Evaluation: { } evaluation }
        ? [Attempt.Of(1, answer, evaluation, session.CompletedAt ?? session.CreatedAt)]
        : [];

    private static Attempt Again(Row row) =>
        Attempt.Of(row.Number, row.Answer, JsonSerializer.Deserialize<AnswerEvaluation>(row.EvaluationJson, PlatformJson.Internal)!, row.AnsweredAt);
}
