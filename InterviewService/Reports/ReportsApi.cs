using Microsoft.AspNetCore.Mvc;

namespace InterviewService.Reports;

/// <summary>The routes of S1 (seed 001).</summary>
internal static class ReportsApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapReportsApi()
        {
            var reports = routes.MapGroup("/api/interview").WithTags("Interview reports").RequireAuthorization();
            reports.MapPost("/", CreateReport.HandleAsync).WithName(nameof(CreateReport)).WithSummary("Prepare for a job: score, questions with model answers, gaps and a plan")
                .Accepts<CreateReport.Form>("multipart/form-data", "application/x-www-form-urlencoded", "application/json").Produces<CreateReport.Response>(StatusCodes.Status201Created)
                .WithMetadata(new RequestSizeLimitAttribute(CreateReport.MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = CreateReport.MaxBody });
            reports.MapGet("/", ListReports.HandleAsync).WithName(nameof(ListReports)).WithSummary("All reports, newest first");
            reports.MapGet("/report/{id}", GetReport.HandleAsync).WithName(nameof(GetReport)).WithSummary("One report");
            reports.MapPost("/resume/pdf/{id}", MakeCv.HandleAsync).WithName(nameof(MakeCv)).WithSummary("A one-page CV for the job of a report, as PDF")
                .Produces<byte[]>(contentType: "application/pdf");
            return reports;
        }
    }
}
