using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Features;
using ServiceDefaults.Persistence;
using ServiceDefaults.Web;

namespace ResumeService.Pages;

/// <summary><c>POST /resumes/{id}/delete</c>: deletes a resume for good.</summary>
internal static class RemoveResume
{
    public static async Task<IResult> HandleAsync(long id, ClaimsPrincipal user, NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, CancellationToken cancellationToken) =>
        (await DeleteResume.HandleAsync(id, user, dataSource, outbox, time, cancellationToken)).Result is Ok<DeleteResume.Response>
            ? PlatformPages.SeeOther($"{ResumePages.List}?done={ShowResumes.Deleted}")
            : ResumePages.NoSuchPage;
}
