using InterviewService.MockInterviews.Pages;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary>The pages and fragments of S4 (seed 004).</summary>
internal static class MockInterviewsApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapMockInterviewsApi()
        {
            routes.MapGet("/api/mock-interviews", GetMockInterviews.HandleAsync).WithName(nameof(GetMockInterviews)).RequireAuthorization()
                .WithTags("Mock interview").WithSummary("All mock interviews, newest first");

            var session = routes.MapGroup("/session").WithTags("Mock interview").RequireAuthorization()
                .RequireAntiforgeryToken((_, message) => new ApiError(StatusCodes.Status400BadRequest, message));
            session.MapGet("/create", () => PlatformPages.Html<StartPage>(new { })).ExcludeFromDescription();
            session.MapPost("/create", CreateMockInterview.HandleAsync).WithName(nameof(CreateMockInterview)).WithSummary("Begin a mock interview for a job");
            session.MapGet("/{id}", (string id) => TypedResults.Redirect($"/session/{Uri.EscapeDataString(id)}/interview")).ExcludeFromDescription();
            session.MapGet("/{id}/upload", GetUploadPage.HandleAsync).WithName(nameof(GetUploadPage)).WithSummary("Page for the CV and the job description");
            session.MapPost("/{id}/upload-cv", UploadCv.HandleAsync).WithName(nameof(UploadCv)).WithSummary("Add the CV: PDF, DOCX or plain text");
            session.MapPost("/{id}/upload-job", UploadJob.HandleAsync).WithName(nameof(UploadJob)).WithSummary("Add the job description: 50 to 10,000 characters");
            session.MapGet("/{id}/interview", GetInterview.HandleAsync).WithName(nameof(GetInterview)).WithSummary("Page of the interview; JSON with Accept: application/json");
            session.MapPost("/{id}/message", SubmitMockAnswer.HandleAsync).WithName(nameof(SubmitMockAnswer)).WithSummary("Answer the current question: a fragment with the next one");
            session.MapPost("/{id}/complete", CompleteMockInterview.HandleAsync).WithName(nameof(CompleteMockInterview)).WithSummary("Have the answers graded");
            session.MapGet("/{id}/feedback", GetFeedback.HandleAsync).WithName(nameof(GetFeedback)).WithSummary("Page of the feedback");
            session.MapPost("/{id}/delete", DeleteMockInterview.HandleAsync).WithName(nameof(DeleteMockInterview)).WithSummary("Delete the interview");
            return session;
        }
    }
}
