using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using ResumeService.Features;
using ResumeService.Persistence;
using ResumeService.Skills;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ResumeService.Pages;

/// <summary><c>POST /resumes/{id}/jobs</c>: keeps a job description and leads to the resume set against it.</summary>
internal static class AddJob
{
    public static async Task<IResult> HandleAsync(
        long id,
        [FromForm(Name = "job_description")] string? jobDescription,
        ClaimsPrincipal user,
        NpgsqlDataSource dataSource,
        ResumeGap gap,
        SkillMatcher skills,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (text, form) = JobForm.Read(jobDescription, isRequired: true);
        if (form.Error is not null)
            return await ShowResume.PageAsync(id, job: null, form, StatusCodes.Status400BadRequest, user, dataSource, gap, cancellationToken);
        if (await StoredResume.FindAsync(dataSource, user.UserId(), id, cancellationToken) is null)
            return ResumePages.NoSuchPage;
        return await JobForm.KeepAsync(text!, user.UserId(), dataSource, skills, time, cancellationToken) is { } job
            ? PlatformPages.SeeOther(ResumePages.Taken(ResumePages.Of(id, job)))
            : ResumePages.NoSuchPage;
    }
}
