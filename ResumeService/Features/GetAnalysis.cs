using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Persistence;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary><c>GET /api/resume/analysis</c> (S0).</summary>
internal static class GetAnalysis
{
    internal sealed record Response(bool Success, ResumeData ResumeData);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        await StoredResume.CurrentAsync(dataSource, user.UserId(), cancellationToken) is { } resume
            ? TypedResults.Ok(new Response(true, ResumeData.Of(resume.Profile)))
            : Answers.NoResume;
}
