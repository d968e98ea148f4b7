using InterviewService.Engine;
using InterviewService.Engine.Model;
using InterviewService.Evaluation;
using InterviewService.Messaging;
using InterviewService.MockInterviews;
using InterviewService.Practice;
using InterviewService.Questions;
using InterviewService.Questions.Knowledge;
using InterviewService.Questions.Selection;
using InterviewService.Reports;
using InterviewService.Resumes;
using InterviewService.Sessions;
using Microsoft.Extensions.Options;
using ServiceDefaults.Ai;
using ServiceDefaults.Messaging;
using ServiceDefaults.Pdf;
using ServiceDefaults.Persistence;
using ServiceDefaults.Resilience;
using ServiceDefaults.Web;

namespace InterviewService;

/// <summary>Everything InterviewService is made of.</summary>
internal static class InterviewServiceSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddInterviewService()
        {
            builder.AddQuestions();
            builder.AddEngine();
            builder.AddReportsAndSessions();
            builder.AddMockInterviews();
            builder.AddPages();
            builder.AddPdfRenderer();
            builder.AddPlatformDatabase("interviewdb", typeof(InterviewServiceSetup).Assembly);
            builder.AddPlatformMessaging("interview", bus =>
            {
                bus.AddConsumer<InterviewCompletedConsumer>();
                bus.AddConsumer<UserDeletedConsumer>();
            });
        }

        private void AddQuestions()
        {
            builder.Services.AddSingleton(QuestionTemplates.Read());
            builder.Services.AddSingleton(KnowledgeBase.Read());
            builder.Services.AddSingleton<QuestionWriter>();
            builder.Services.AddSingleton<KnowledgeQuestions>();
            builder.Services.AddSingleton<OwnWorkQuestions>();
            builder.Services.AddSingleton<QuestionPlanner>();
            builder.AddServiceClient<ResumeClient>("resume");
            // A scan is read by OCR.
            var reading = TimeSpan.FromSeconds(30);
            builder.AddServiceClient<DocumentClient>("resume", new ResilienceOptions { TotalTimeout = reading, AttemptTimeout = reading });
            // Somebody waits with a form. The first reading after a start loads vocabularies, and a busy machine takes long over them.
            var stored = TimeSpan.FromSeconds(20);
            builder.AddServiceClient<StoredResumeClient>("resume", new ResilienceOptions { TotalTimeout = stored, AttemptTimeout = stored });
            // Questions are also written without the search: nobody waits long for it.
            builder.AddServiceClient<ChunkSearchClient>(
                "embedding", new ResilienceOptions { TotalTimeout = TimeSpan.FromSeconds(3), AttemptTimeout = TimeSpan.FromSeconds(3), Retries = 0 });
        }

        private void AddEngine()
        {
            builder.AddServiceClient<TextComparisonClient>("embedding");
            builder.Services.AddTransient<ITextComparer>(services => services.GetRequiredService<TextComparisonClient>());
            builder.Services.AddTransient<Examiner>();
            builder.Services.AddTransient<FollowUps>();
            builder.Services.AddTransient<TextLikeness>();
            builder.Services.AddTransient<PreparationPlans>();
            builder.Services.AddTransient<ReportWriter>();
            builder.Services.AddTransient<BuiltInEngine>();
            builder.Services.AddTransient<ModelEngine>();
            builder.Services.AddTransient<ReadScan>();
            builder.Services.AddTransient<ScannedResume>();
            builder.AddPlatformAi<IInterviewEngine, BuiltInEngine, ModelEngine>();
        }

        private void AddPages()
        {
            builder.AddPlatformPages("interview");
            builder.Services.AddTransient<SubmitReportForm>();
            builder.Services.AddTransient<GetNewSession>();
            builder.Services.AddTransient<BeginSession>();
            builder.Services.AddTransient<SendAnswer>();
            builder.Services.AddTransient<AnswerAgain>();
        }

        private void AddMockInterviews()
        {
            builder.Services.AddTransient<MockInterviewer>();
            builder.Services.AddTransient<InterviewStart>();
            builder.Services.AddTransient<UploadCv>();
            builder.Services.AddTransient<SubmitMockAnswer>();
            builder.Services.AddTransient<FeedbackWriter>();
        }

        private void AddReportsAndSessions()
        {
            builder.Services.AddOptions<EvaluationOptions>()
                .Configure<IOptions<AiOptions>>((evaluation, ai) => evaluation.Patience = ai.Value.IsOn ? EvaluationOptions.PatienceWithModel : evaluation.Patience)
                .BindConfiguration("Evaluation")
                .Validate(options => options.Concurrency > 0 && options.SweepInterval > TimeSpan.Zero, "Evaluation:Concurrency and Evaluation:SweepInterval must be positive.")
                .ValidateOnStart();
            builder.Services.AddTransient<CreateReport>();
            builder.Services.AddTransient<MakeCv>();
            builder.Services.AddTransient<CreateSession>();
            builder.Services.AddTransient<SubmitAnswer>();
            builder.Services.AddTransient<ExportSessionReport>();
            builder.Services.AddSingleton<SessionCompletion>();
            builder.Services.AddTransient<SessionEvaluator>();
            builder.Services.AddHostedService<EvaluationSweep>();
        }
    }
}
