using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Reports;

/// <summary><c>GET /api/interview/report/{id}</c> (CONTRACT.md, S1).</summary>
internal static class GetReport
{
    internal sealed record Response(string Message, InterviewReportView InterviewReport);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(string id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        await StoredReport.FindAsync(dataSource, user.UserId(), id, cancellationToken) is { } report
            ? TypedResults.Ok(new Response("Interview report fetched successfully.", InterviewReportView.Of(report)))
            : ReportAnswers.NoSuchReport;
}
