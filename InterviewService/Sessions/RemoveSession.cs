using System.Security.Claims;
using Npgsql;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary><c>POST /interviews/sessions/{id}/delete</c>: <see cref="DeleteSession"/> for a form, which cannot send DELETE.</summary>
internal static class RemoveSession
{
    public static async Task<IResult> HandleAsync(string id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var deleted = await DeleteSession.HandleAsync(id, user, dataSource, cancellationToken);
        return deleted.Result is ApiError gone ? gone : PlatformPages.SeeOther("/interviews");
    }
}
