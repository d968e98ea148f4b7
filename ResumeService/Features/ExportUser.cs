using Dapper;
using Npgsql;

namespace ResumeService.Features;

/// <summary><c>GET /internal/users/{userId}/export</c>: everything this service keeps about a user but the uploaded files, for the gateway, which hands it to the user alone. Rows are as the database has them.</summary>
internal static class ExportUser
{
    private const string Sql = """
        SELECT jsonb_build_object('job_descriptions', COALESCE((
            SELECT jsonb_agg(to_jsonb(job) - 'user_id' - 'text_hash'
                || jsonb_build_object('similarities', COALESCE((SELECT jsonb_agg(to_jsonb(likeness) - 'job_id' ORDER BY resume_id) FROM job_similarities likeness WHERE job_id = job.id), '[]'))
                ORDER BY used_at DESC, id DESC)
            FROM job_descriptions job WHERE user_id = @userId), '[]'), 'resumes', COALESCE((
            SELECT jsonb_agg(to_jsonb(resume) - 'user_id' - 'content_hash' - 'index_retry_at' - 'index_retries'
                || jsonb_build_object('chunks', COALESCE((SELECT jsonb_agg(text ORDER BY number) FROM resume_chunks WHERE resume_id = resume.id), '[]'))
                ORDER BY uploaded_at DESC, id DESC)
            FROM resumes resume WHERE user_id = @userId), '[]'))::text
        """;

    public static async Task<IResult> HandleAsync(long userId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return TypedResults.Text(await connection.QuerySingleAsync<string>(new CommandDefinition(Sql, new { userId }, cancellationToken: cancellationToken)), "application/json");
    }

    /// <summary><c>GET /internal/users/{userId}/resumes/{resumeId}/file</c>: the bytes as they were uploaded.</summary>
    public static async Task<IResult> FileAsync(long userId, long resumeId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var content = await connection.QuerySingleOrDefaultAsync<byte[]?>(new CommandDefinition(
            "SELECT content FROM resume_files JOIN resumes ON resumes.id = resume_id WHERE resume_id = @resumeId AND user_id = @userId",
            new { userId, resumeId },
            cancellationToken: cancellationToken));
        return content is null ? TypedResults.NotFound() : TypedResults.Bytes(content, "application/octet-stream");
    }
}
