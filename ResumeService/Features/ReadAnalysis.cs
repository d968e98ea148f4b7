using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Contracts;
using ResumeService.Persistence;
using ServiceDefaults.Json;

namespace ResumeService.Features;

/// <summary><c>POST /internal/users/{userId}/analysis</c>: for InterviewService. 404 when the user has no resume.</summary>
internal static class ReadAnalysis
{
    public static async Task<Results<JsonHttpResult<ResumeAnalysis>, NotFound>> HandleAsync(
        long userId, HttpRequest http, NpgsqlDataSource dataSource, AnalysedResume analysed, CancellationToken cancellationToken)
    {
        // Bodies between services are camelCase, whatever this service's public naming is.
        var request = await http.ReadFromJsonAsync<ResumeAnalysisRequest>(PlatformJson.Internal, cancellationToken);
        if (await StoredResume.CurrentAsync(dataSource, userId, cancellationToken) is not { } resume)
            return TypedResults.NotFound();

        return TypedResults.Json(analysed.Of(resume.Profile, resume.Text, request?.JobDescription ?? "", resume.Id, resume.Revision), PlatformJson.Internal);
    }
}
