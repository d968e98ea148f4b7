namespace InterviewService.Sessions;

/// <summary>The routes of S2 (seed 002).</summary>
internal static class SessionsApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapSessionsApi()
        {
            var sessions = routes.MapGroup("/api/interview/sessions").WithTags("Interview sessions").RequireAuthorization();
            sessions.MapPost("/", CreateSession.HandleAsync).WithName(nameof(CreateSession)).WithSummary("Prepare an interview from a resume, or go on with an unfinished one");
            sessions.MapGet("/", ListSessions.HandleAsync).WithName(nameof(ListSessions)).WithSummary("All interviews, newest first");
            sessions.MapGet("/{sessionId}", GetSession.HandleAsync).WithName(nameof(GetSession)).WithSummary("One interview");
            sessions.MapDelete("/{sessionId}", DeleteSession.HandleAsync).WithName(nameof(DeleteSession)).WithSummary("Delete an interview");
            sessions.MapGet("/{sessionId}/question", GetCurrentQuestion.HandleAsync).WithName(nameof(GetCurrentQuestion)).WithSummary("The question that waits for an answer");
            sessions.MapPost("/{sessionId}/answers", SubmitAnswer.HandleAsync).WithName(nameof(SubmitAnswer)).WithSummary("Answer the current question");
            sessions.MapPut("/{sessionId}/answers", SaveDraft.HandleAsync).WithName(nameof(SaveDraft)).WithSummary("Keep a draft of the answer to the current question");
            sessions.MapPost("/{sessionId}/complete", CompleteSession.HandleAsync).WithName(nameof(CompleteSession)).WithSummary("End an interview early");
            sessions.MapGet("/{sessionId}/report", GetSessionReport.HandleAsync).WithName(nameof(GetSessionReport)).WithSummary("Scores, feedback and reference answers; 202 while they are made");
            sessions.MapGet("/{sessionId}/details", GetSessionDetails.HandleAsync).WithName(nameof(GetSessionDetails)).WithSummary("An interview with its answers, scores and reference answers");
            sessions.MapGet("/{sessionId}/export", ExportSessionReport.HandleAsync).WithName(nameof(ExportSessionReport)).WithSummary("The report as a PDF")
                .Produces<byte[]>(contentType: "application/pdf");
            sessions.MapGet("/unfinished/{resumeId}", FindUnfinished.HandleAsync).WithName(nameof(FindUnfinished)).WithSummary("The unfinished interview about a resume");
            return sessions;
        }
    }
}
