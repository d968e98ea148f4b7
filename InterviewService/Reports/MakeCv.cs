using System.Security.Claims;
using InterviewService.Pdf;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Pdf;
using ServiceDefaults.Problems;

namespace InterviewService.Reports;

/// <summary><c>POST /api/interview/resume/pdf/{id}</c> (CONTRACT.md, S1): the resume behind a report as a one-page CV for its job.</summary>
internal sealed class MakeCv(NpgsqlDataSource dataSource, IPdfRenderer pdf, ILogger<MakeCv> logger)
{
    public static async Task<Results<FileContentHttpResult, ApiError>> HandleAsync(string id, ClaimsPrincipal user, MakeCv make, CancellationToken cancellationToken) =>
        await make.RunAsync(user.UserId(), id, cancellationToken);

    private async Task<Results<FileContentHttpResult, ApiError>> RunAsync(long userId, string id, CancellationToken cancellationToken)
    {
        if (await StoredReport.FindAsync(dataSource, userId, id, cancellationToken) is not { } report)
            return ReportAnswers.NoSuchReport;

        const string language = "en";
        var cv = Cv.Of(report.Candidate);
        try
        {
            var file = await pdf.RenderAsync(CvPage.Write(cv, language), CvPage.Options(cv, language), cancellationToken);
            return TypedResults.File(file, "application/pdf", $"resume_{report.Id}.pdf");
        }
        catch (Exception exception) when (exception is PdfUnavailableException or TimeoutException)
        {
            Log.PdfMissing(logger, exception.GetType().Name);
            return ReportAnswers.Unavailable;
        }
    }
}
