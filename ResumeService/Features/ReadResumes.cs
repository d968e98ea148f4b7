using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Contracts;
using ResumeService.Persistence;
using ServiceDefaults.Json;

namespace ResumeService.Features;

/// <summary>
/// <c>GET /internal/users/{userId}/resumes</c> and <c>GET /internal/users/{userId}/resumes/{resumeId}</c>: for ChatCvService. 404 when the user has no such resume.
/// </summary>
internal static class ReadResumes
{
    public static async Task<JsonHttpResult<UploadedResumes>> ListAsync(long userId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var resumes = await connection.QueryAsync<UploadedResume>(new CommandDefinition(
            "SELECT id AS resume_id, filename, uploaded_at FROM resumes WHERE user_id = @userId ORDER BY uploaded_at DESC, id DESC", new { userId }, cancellationToken: cancellationToken));
        return TypedResults.Json(new UploadedResumes(resumes.AsList()), PlatformJson.Internal);
    }

    public static async Task<Results<JsonHttpResult<DocumentAnalysis>, NotFound>> FindAsync(
        long userId, long resumeId, NpgsqlDataSource dataSource, AnalysedResume analysed, CancellationToken cancellationToken)
    {
        if (await StoredResume.FindAsync(dataSource, userId, resumeId, cancellationToken) is not { } resume)
            return TypedResults.NotFound();
        return TypedResults.Json(
            new DocumentAnalysis
            {
                Text = resume.Text,
                Profile = AnalysedResume.CandidateOf(resume.Profile),
                Analysis = analysed.Of(resume.Profile, resume.Text, jobDescription: "", resume.Id, resume.Revision),
            },
            PlatformJson.Internal);
    }
}
