using System.Security.Claims;
using Npgsql;
using ResumeService.Features;
using ResumeService.Pages.Components;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ResumeService.Pages;

/// <summary><c>GET /resumes</c>: the user's resumes, and the form that adds one.</summary>
internal static class ShowResumes
{
    public const string Deleted = "deleted";

    public static Task<IResult> HandleAsync(string? done, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        PageAsync(new UploadForm { IsDeleted = done == Deleted }, StatusCodes.Status200OK, user, dataSource, cancellationToken);

    internal static async Task<IResult> PageAsync(UploadForm form, int status, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var resumes = await ListResumes.ReadAsync(dataSource, user.UserId(), cancellationToken);
        return PlatformPages.Html<ResumesPage>(
            new { Resumes = (IReadOnlyList<ResumeRow>)[.. resumes.Select(resume => new ResumeRow(resume.ResumeId, resume.Filename, resume.UploadedAt, resume.Current, resume.FaissIndexed))], Form = form }, status);
    }
}

/// <summary>One line of the list.</summary>
public sealed record ResumeRow(long Id, string Filename, DateTimeOffset UploadedAt, bool IsCurrent, bool IsIndexed);

/// <summary>The form that adds a resume: what was typed, and what is wrong with it.</summary>
public sealed record UploadForm
{
    public JobForm Job { get; init; } = new();

    public string? FileError { get; init; }

    public string? FormError { get; init; }

    /// <summary>A resume was just deleted.</summary>
    public bool IsDeleted { get; init; }
}
