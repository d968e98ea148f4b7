using System.Security.Claims;
using Dapper;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Reports;

/// <summary><c>POST /interviews/reports/{id}/delete</c>: a form cannot send DELETE.</summary>
internal static class DeleteReport
{
    public static async Task<IResult> HandleAsync(string id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (!ReportIds.IsOne(id))
            return ReportAnswers.NoSuchReport;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var deleted = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM interview_reports WHERE id = @id AND user_id = @UserId", new { id, UserId = user.UserId() }, cancellationToken: cancellationToken));
        return deleted == 0 ? ReportAnswers.NoSuchReport : PlatformPages.SeeOther("/interviews");
    }
}
