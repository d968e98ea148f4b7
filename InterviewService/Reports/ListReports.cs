using System.Security.Claims;
using System.Text.Json.Serialization;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;

namespace InterviewService.Reports;

/// <summary><c>GET /api/interview/</c> (CONTRACT.md, S1): newest first.</summary>
public static class ListReports
{
    public sealed record Item
    {
        [JsonPropertyName("_id")]
        public required string Id { get; init; }

        public required string User { get; init; }

        public required string Title { get; init; }

        public required int MatchScore { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }
    }

    internal sealed record Response(string Message, IReadOnlyList<Item> InterviewReports);

    internal static async Task<Ok<Response>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response("Interview reports fetched successfully.", await ReadAsync(dataSource, user.UserId(), cancellationToken)));

    internal static async Task<IReadOnlyList<Item>> ReadAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var reports = await connection.QueryAsync<Item>(new CommandDefinition(
            """
            SELECT id, @OwnerId AS user, title, match_score, created_at, updated_at
            FROM interview_reports WHERE user_id = @userId ORDER BY created_at DESC, id DESC
            """,
            new { userId, OwnerId = ReportIds.OfUser(userId) },
            cancellationToken: cancellationToken));
        return reports.AsList();
    }
}
