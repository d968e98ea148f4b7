using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Contracts;
using ResumeService.Extraction;
using ResumeService.Persistence;
using ResumeService.Profiles;
using ResumeService.Skills;
using ServiceDefaults.Json;

namespace ResumeService.Features;

/// <summary>
/// <c>POST /internal/users/{userId}/resumes/{resumeId}/analysis</c>: a stored resume as <see cref="AnalyseDocument"/> answers for a file. 404 when it is not there or
/// somebody else's.
/// </summary>
internal static class AnalyseStored
{
    public static async Task<Results<JsonHttpResult<DocumentAnalysis>, NotFound>> HandleAsync(
        long userId, long resumeId, HttpRequest http, NpgsqlDataSource dataSource, SkillMatcher skills, AnalysedResume analysed, TimeProvider time, CancellationToken cancellationToken)
    {
        var request = await http.ReadFromJsonAsync<StoredAnalysisRequest>(PlatformJson.Internal, cancellationToken);
        if (await StoredResume.FindAsync(dataSource, userId, resumeId, cancellationToken) is not { } resume)
            return TypedResults.NotFound();

        var (profile, text) = (resume.Profile, resume.Text);
        if (PlainText.Read(request?.Text ?? "") is { Lines.Count: > 0 } written)
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            (profile, text) = AnalyseDocument.Together(resume.Text, resume.Profile, written.Text, ProfileParser.Parse(written, skills, today));
        }

        return TypedResults.Json(
            new DocumentAnalysis
            {
                Text = resume.Text,
                Profile = AnalysedResume.CandidateOf(profile),
                Analysis = analysed.Of(profile, text, request?.JobDescription ?? "", resume.Id, resume.Revision),
            },
            PlatformJson.Internal);
    }
}
