using System.Security.Claims;
using Dapper;
using Npgsql;
using ResumeService.Features;
using ResumeService.Pages.Components;
using ResumeService.Persistence;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ResumeService.Pages;

/// <summary><c>GET /resumes/{id}?job=</c>: a resume set against a job description, or against the one used last; what was read from it; the form for another job.</summary>
internal static class ShowResume
{
    public static Task<IResult> HandleAsync(long id, long? job, ClaimsPrincipal user, NpgsqlDataSource dataSource, ResumeGap gap, CancellationToken cancellationToken) =>
        PageAsync(id, job, new JobForm(), StatusCodes.Status200OK, user, dataSource, gap, cancellationToken);

    internal static async Task<IResult> PageAsync(
        long id, long? job, JobForm form, int status, ClaimsPrincipal user, NpgsqlDataSource dataSource, ResumeGap gap, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        if (await StoredResume.FindAsync(dataSource, userId, id, cancellationToken) is not { } resume)
            return ResumePages.NoSuchPage;
        var jobs = await StoredJob.ListAsync(dataSource, userId, cancellationToken);
        var chosen = job is null ? jobs is [var last, ..] ? last : null : jobs.FirstOrDefault(each => each.Id == job);
        if (job is not null && chosen is null)
            return ResumePages.NoSuchPage;

        var current = await StoredResume.CurrentAsync(dataSource, userId, cancellationToken);
        return PlatformPages.Html<ResumePage>(
            new
            {
                Resume = new ResumeView
                {
                    Row = new ResumeRow(resume.Id, resume.Filename, resume.UploadedAt, current?.Id == resume.Id, resume.Indexed),
                    Profile = resume.Profile,
                    Text = resume.Text,
                    Chunks = await ChunksAsync(dataSource, resume.Id, cancellationToken),
                },
                Jobs = jobs,
                Job = chosen,
                Match = chosen is null ? null : await gap.MatchAsync(resume, chosen, cancellationToken),
                Form = form,
            },
            status);
    }

    private static async Task<IReadOnlyList<string>> ChunksAsync(NpgsqlDataSource dataSource, long resumeId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT text FROM resume_chunks WHERE resume_id = @resumeId ORDER BY number", new { resumeId }, cancellationToken: cancellationToken))];
    }
}

/// <summary>A resume as its page shows it.</summary>
public sealed record ResumeView
{
    public required ResumeRow Row { get; init; }

    public required Profiles.ResumeProfile Profile { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<string> Chunks { get; init; }
}
