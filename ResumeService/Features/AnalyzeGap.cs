using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Gap;
using ResumeService.Persistence;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary><c>POST /api/resume/gap-analysis</c> (S0).</summary>
internal static class AnalyzeGap
{
    internal sealed record Request(string? JobDescription);

    internal sealed record Response(bool Success, GapAnalysis GapAnalysis);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(
        Request request, ClaimsPrincipal user, NpgsqlDataSource dataSource, ResumeGap gap, CancellationToken cancellationToken)
    {
        var (jobDescription, problem) = JobDescriptionText.Read(request.JobDescription);
        if (jobDescription is null)
            return Answers.BadRequest(problem ?? "Job description is required");
        if (await StoredResume.CurrentAsync(dataSource, user.UserId(), cancellationToken) is not { } resume)
            return Answers.NoResume;
        return TypedResults.Ok(new Response(true, await gap.AnalyzeAsync(resume, jobDescription, cancellationToken)));
    }
}
