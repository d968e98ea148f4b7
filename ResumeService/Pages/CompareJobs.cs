using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using ResumeService.Features;
using ResumeService.Pages.Components;
using ResumeService.Persistence;
using ResumeService.Skills;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ResumeService.Pages;

/// <summary><c>GET /resumes/{id}/compare?job=&amp;job=</c>: one resume beside up to five job descriptions; without any, beside those used last.</summary>
internal static class CompareJobs
{
    public const int Most = 5;
    private const int AtFirst = 3;

    public static Task<IResult> HandleAsync(long id, long[] job, ClaimsPrincipal user, NpgsqlDataSource dataSource, ResumeGap gap, CancellationToken cancellationToken) =>
        PageAsync(id, job, new JobForm(), StatusCodes.Status200OK, user, dataSource, gap, cancellationToken);

    /// <summary><c>POST /resumes/{id}/compare</c>: one more job description beside the chosen ones.</summary>
    public static async Task<IResult> AddAsync(
        long id,
        [FromForm(Name = "job_description")] string? jobDescription,
        [FromForm] long[] job,
        ClaimsPrincipal user,
        NpgsqlDataSource dataSource,
        ResumeGap gap,
        SkillMatcher skills,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (text, form) = JobForm.Read(jobDescription, isRequired: true);
        if (form.Error is null && job.Length >= Most)
            form = form with { Error = $"{Most} job descriptions fit side by side. Leave one out above, then add this one." };
        if (form.Error is not null)
            return await PageAsync(id, job, form, StatusCodes.Status400BadRequest, user, dataSource, gap, cancellationToken);
        if (await StoredResume.FindAsync(dataSource, user.UserId(), id, cancellationToken) is null
            || await JobForm.KeepAsync(text!, user.UserId(), dataSource, skills, time, cancellationToken) is not { } kept)
            return ResumePages.NoSuchPage;
        return PlatformPages.SeeOther(ResumePages.Taken($"{ResumePages.Of(id)}/compare?{string.Join('&', job.Append(kept).Distinct().Select(each => $"job={each}"))}"));
    }

    private static async Task<IResult> PageAsync(
        long id, long[] chosen, JobForm form, int status, ClaimsPrincipal user, NpgsqlDataSource dataSource, ResumeGap gap, CancellationToken cancellationToken)
    {
        if (await StoredResume.FindAsync(dataSource, user.UserId(), id, cancellationToken) is not { } resume)
            return ResumePages.NoSuchPage;
        var jobs = await StoredJob.ListAsync(dataSource, user.UserId(), cancellationToken);
        var shown = chosen.Length == 0 ? jobs.Take(AtFirst) : jobs.Where(each => chosen.Contains(each.Id)).OrderBy(each => Array.IndexOf(chosen, each.Id)).Take(Most);
        // At once: what EmbeddingService has not compared before takes its time, and it may be down.
        var columns = await Task.WhenAll(shown.Select(async job => new JobColumn(job, await gap.MatchAsync(resume, job, cancellationToken))));
        return PlatformPages.Html<ComparePage>(
            new { ResumeId = resume.Id, resume.Filename, Years = resume.Profile.ExperienceYears, Jobs = jobs, Columns = (IReadOnlyList<JobColumn>)columns, Form = form }, status);
    }
}

/// <summary>A job beside others, and how the resume meets it.</summary>
public sealed record JobColumn(StoredJob Job, Gap.GapAnalysis Match);
