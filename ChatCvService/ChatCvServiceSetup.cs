using System.Text.Json;
using ChatCvService.Conversation;
using ChatCvService.Conversation.Model;
using ChatCvService.Messaging;
using ChatCvService.Resumes;
using ChatCvService.Sessions;
using ServiceDefaults.Ai;
using ServiceDefaults.Messaging;
using ServiceDefaults.Pdf;
using ServiceDefaults.Persistence;
using ServiceDefaults.Resilience;
using ServiceDefaults.Web;

namespace ChatCvService;

internal static class ChatCvServiceSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddChatCvService()
        {
            // S3's field names (CONTRACT.md, "Everywhere").
            builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
            builder.Services.AddTransient<BuiltInEngine>();
            builder.Services.AddTransient<ModelEngine>();
            builder.AddPlatformAi<IConversationEngine, BuiltInEngine, ModelEngine>();
            builder.Services.AddTransient<StartChat>();
            builder.Services.AddTransient<SendMessage>();
            // A conversation also starts without a resume: nobody waits long for the list.
            var patience = TimeSpan.FromSeconds(3);
            builder.AddServiceClient<ResumeClient>("resume", new ResilienceOptions { TotalTimeout = patience, AttemptTimeout = patience, Retries = 1 });
            builder.AddPlatformPages("chatcv");
            builder.AddPlatformDatabase("chatcvdb", typeof(ChatCvServiceSetup).Assembly);
            builder.Services.AddHostedService<ExpiredSessions>();
            builder.AddPdfRenderer();
            builder.AddPlatformMessaging("chatcv", bus => bus.AddConsumer<UserDeletedConsumer>());
        }
    }
}
