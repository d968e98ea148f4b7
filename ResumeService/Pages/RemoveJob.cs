using System.Security.Claims;
using Npgsql;
using ResumeService.Persistence;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ResumeService.Pages;

/// <summary><c>POST /resumes/{id}/jobs/{job}/delete</c>: forgets a job description. One that is gone already is no error.</summary>
internal static class RemoveJob
{
    public static async Task<IResult> HandleAsync(long id, long job, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await StoredJob.DeleteAsync(dataSource, user.UserId(), job, cancellationToken);
        return PlatformPages.SeeOther(ResumePages.Of(id) + "#job");
    }
}
