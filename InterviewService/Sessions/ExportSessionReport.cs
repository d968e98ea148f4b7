using System.Security.Claims;
using InterviewService.Pdf;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Pdf;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>GET /api/interview/sessions/{sessionId}/export</c>: the report as a PDF; 202 while it is made, 409 while the session is open.</summary>
internal sealed class ExportSessionReport(NpgsqlDataSource dataSource, IPdfRenderer pdf, ILogger<ExportSessionReport> logger)
{
    public static async Task<Results<FileContentHttpResult, JsonHttpResult<SessionAnswer<object?>>, ApiError>> HandleAsync(
        string sessionId, ClaimsPrincipal user, ExportSessionReport export, CancellationToken cancellationToken) =>
        await export.RunAsync(user.UserId(), sessionId, cancellationToken);

    private async Task<Results<FileContentHttpResult, JsonHttpResult<SessionAnswer<object?>>, ApiError>> RunAsync(long userId, string sessionId, CancellationToken cancellationToken)
    {
        var session = await StoredSession.FindAsync(dataSource, userId, sessionId, cancellationToken);
        switch (session)
        {
            case null:
                return SessionAnswers.NoSuchSession;
            case { IsOpen: true }:
                return SessionAnswers.StillOpen;
            case { Report: null }:
                return SessionAnswers.Evaluating;
        }

        try
        {
            var file = await pdf.RenderAsync(SessionReportPage.Write(session, session.Report), SessionReportPage.Options(session), cancellationToken);
            return TypedResults.File(file, "application/pdf", $"interview_report_{session.Id}.pdf");
        }
        catch (Exception exception) when (exception is PdfUnavailableException or TimeoutException)
        {
            Log.PdfMissing(logger, exception.GetType().Name);
            return SessionAnswers.Unavailable;
        }
    }
}
