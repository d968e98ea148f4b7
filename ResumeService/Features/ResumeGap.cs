using ResumeService.Gap;
using ResumeService.JobDescriptions;
using ResumeService.Messaging;
using ResumeService.Persistence;
using ResumeService.Skills;

namespace ResumeService.Features;

/// <summary>A stored resume set against a job description: the words here, the meaning from EmbeddingService.</summary>
internal sealed class ResumeGap(SkillMatcher skills, GapAnalyzer analyzer, EmbeddingClient embedding)
{
    public async Task<GapAnalysis> AnalyzeAsync(StoredResume resume, string jobDescription, CancellationToken cancellationToken)
    {
        var similarity = await embedding.SimilarityAsync(resume.UserId, resume.Id, resume.Revision, jobDescription, cancellationToken);
        return analyzer.Analyze(resume.Profile, resume.Text, JobDescription.Parse(jobDescription, skills), similarity);
    }
}
