using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Persistence;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary><c>GET /api/resumes/{id}</c> (CONTRACT.md, S0).</summary>
internal static class GetResume
{
    internal sealed record Response(bool Success, long ResumeId, string Filename, DateTimeOffset UploadedAt, bool Current, bool FaissIndexed, ResumeData ResumeData);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(long id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (await StoredResume.FindAsync(dataSource, user.UserId(), id, cancellationToken) is not { } resume)
            return Answers.NoSuchResume;
        var current = await StoredResume.CurrentAsync(dataSource, user.UserId(), cancellationToken);
        return TypedResults.Ok(new Response(
            true, resume.Id, resume.Filename, resume.UploadedAt, current?.Id == resume.Id, resume.Indexed, ResumeData.Of(resume.Profile)));
    }
}
