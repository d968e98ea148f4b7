using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Contracts;
using ResumeService.Gap;
using ResumeService.JobDescriptions;
using ResumeService.Persistence;
using ResumeService.Skills;
using ServiceDefaults.Json;

namespace ResumeService.Features;

/// <summary><c>POST /internal/users/{userId}/analysis</c>: for InterviewService. 404 when the user has no resume.</summary>
internal static class ReadAnalysis
{
    public static async Task<Results<JsonHttpResult<ResumeAnalysis>, NotFound>> HandleAsync(
        long userId, HttpRequest http, NpgsqlDataSource dataSource, SkillMatcher skills, GapAnalyzer analyzer, CancellationToken cancellationToken)
    {
        // Bodies between services are camelCase, whatever this service's public naming is.
        var request = await http.ReadFromJsonAsync<ResumeAnalysisRequest>(PlatformJson.Internal, cancellationToken);
        if (await StoredResume.CurrentAsync(dataSource, userId, cancellationToken) is not { } resume)
            return TypedResults.NotFound();

        var profile = resume.Profile;
        var requirements = JobDescription.Parse(request?.JobDescription ?? "", skills);
        var gap = analyzer.Analyze(profile, resume.Text, requirements, semanticSimilarity: null);
        var usualSpelling = requirements.Skills.ToDictionary(required => ResumeData.Upper(required.Skill.Name), required => required.Skill.Name, StringComparer.Ordinal);
        return TypedResults.Json(
            new ResumeAnalysis
            {
                ResumeId = resume.Id,
                Revision = resume.Revision,
                Title = profile.Title,
                ExperienceYears = profile.ExperienceYears,
                Skills = [.. profile.Skills.OrderByDescending(skill => skill.Mentions.Count).Select(skill => new AnalysedSkill(skill.Name, skill.Category, skill.Mentions.Count))],
                Projects = [.. profile.Projects.Select(project => new AnalysedProject(project.Name, project.TechStack, project.Highlights))],
                Jobs = [.. profile.Jobs.Select(job => new AnalysedJob(job.Title, job.Company, job.Highlights))],
                MatchingSkills = Named(gap.MatchingSkills),
                MissingSkills = Named(gap.MissingSkills),
                JobSkillGroups = requirements.Skills.ToDictionary(required => required.Skill.Name, required => required.Skill.Category, StringComparer.Ordinal),
                ExperienceRequired = gap.ExperienceRequired,
            },
            PlatformJson.Internal);

        string[] Named(IReadOnlyList<string> upperCase) => [.. upperCase.Select(skill => usualSpelling.GetValueOrDefault(skill, skill))];
    }
}
