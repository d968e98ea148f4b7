using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary><c>GET /interviews/sessions/{id}/report.pdf</c>: <see cref="ExportSessionReport"/> for a link; before there is a report it leads to the interview.</summary>
internal static class DownloadReport
{
    public static async Task<IResult> HandleAsync(string id, ClaimsPrincipal user, ExportSessionReport export, CancellationToken cancellationToken)
    {
        var made = await ExportSessionReport.HandleAsync(id, user, export, cancellationToken);
        return made.Result switch
        {
            FileContentHttpResult file => file,
            ApiError { Status: not StatusCodes.Status409Conflict } problem => problem,
            _ => PlatformPages.SeeOther("/interviews/sessions/" + Uri.EscapeDataString(id)),
        };
    }
}
