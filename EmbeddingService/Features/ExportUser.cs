using Dapper;
using Npgsql;

namespace EmbeddingService.Features;

/// <summary><c>GET /internal/users/{userId}/export</c>: which resumes of a user are indexed, by which model, for the gateway, which hands it to the user alone. Rows are as the database has them.</summary>
internal static class ExportUser
{
    private const string Sql = """
        SELECT jsonb_build_object('indexes', COALESCE((
            SELECT jsonb_agg(jsonb_build_object('resume_id', resume_id, 'revision', revision, 'model', model, 'chunk_count', chunk_count, 'indexed_at', indexed_at) ORDER BY resume_id DESC)
            FROM resume_indexes WHERE user_id = @userId), '[]'))::text
        """;

    public static async Task<IResult> HandleAsync(long userId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return TypedResults.Text(await connection.QuerySingleAsync<string>(new CommandDefinition(Sql, new { userId }, cancellationToken: cancellationToken)), "application/json");
    }
}
