namespace InterviewService.Questions;

internal static class QuestionsApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapQuestionsApi()
        {
            var questions = routes.MapGroup("/api").WithTags("Questions").RequireAuthorization();
            questions.MapPost("/resume_based_questions", WriteResumeQuestions.HandleAsync)
                .WithName(nameof(WriteResumeQuestions))
                .WithSummary("Interview questions made from the user's own resume and, when given, a job description")
                .Produces(StatusCodes.Status400BadRequest)
                .Produces(StatusCodes.Status404NotFound)
                .Produces(StatusCodes.Status503ServiceUnavailable);
            return questions;
        }
    }
}
