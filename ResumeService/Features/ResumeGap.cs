using Npgsql;
using ResumeService.Gap;
using ResumeService.JobDescriptions;
using ResumeService.Messaging;
using ResumeService.Persistence;
using ResumeService.Skills;

namespace ResumeService.Features;

/// <summary>A stored resume set against a job description: the words here, the meaning from EmbeddingService.</summary>
internal sealed class ResumeGap(SkillMatcher skills, GapAnalyzer analyzer, EmbeddingClient embedding, NpgsqlDataSource dataSource)
{
    public async Task<GapAnalysis> AnalyzeAsync(StoredResume resume, string jobDescription, CancellationToken cancellationToken)
    {
        var similarity = await embedding.SimilarityAsync(resume.UserId, resume.Id, resume.Revision, jobDescription, cancellationToken);
        return analyzer.Analyze(resume.Profile, resume.Text, JobDescription.Parse(jobDescription, skills), similarity);
    }

    /// <summary>Against a job that is kept: EmbeddingService is asked once, and its answer kept beside the job.</summary>
    public async Task<GapAnalysis> MatchAsync(StoredResume resume, StoredJob job, CancellationToken cancellationToken)
    {
        var similarity = await StoredJob.SimilarityAsync(dataSource, resume, job.Id, cancellationToken);
        // A resume that is not indexed yet has no similarity, and would be asked about in vain.
        if (similarity is null && resume.Indexed && await embedding.SimilarityAsync(resume.UserId, resume.Id, resume.Revision, job.Text, cancellationToken) is { } fresh)
        {
            await StoredJob.KeepSimilarityAsync(dataSource, resume, job.Id, fresh, cancellationToken);
            similarity = fresh;
        }

        return analyzer.Analyze(resume.Profile, resume.Text, JobDescription.Parse(job.Text, skills), similarity);
    }
}
