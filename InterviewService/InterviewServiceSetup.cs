using InterviewService.Questions;
using ServiceDefaults.Messaging;
using ServiceDefaults.Persistence;
using ServiceDefaults.Resilience;

namespace InterviewService;

internal static class InterviewServiceSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddInterviewService()
        {
            builder.Services.AddSingleton(QuestionTemplates.Read());
            builder.Services.AddSingleton<QuestionWriter>();
            builder.AddServiceClient<ResumeClient>("resume");
            // Questions are also written without the search: nobody waits long for it.
            builder.AddServiceClient<ChunkSearchClient>(
                "embedding", new ResilienceOptions { TotalTimeout = TimeSpan.FromSeconds(3), AttemptTimeout = TimeSpan.FromSeconds(3), Retries = 0 });
            builder.AddPlatformDatabase("interviewdb", typeof(InterviewServiceSetup).Assembly);
            builder.AddPlatformMessaging("interview");
        }
    }
}
