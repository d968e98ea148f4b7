using System.Text.Json;
using ServiceDefaults.Messaging;
using ServiceDefaults.Pdf;
using ServiceDefaults.Persistence;

namespace ChatCvService;

internal static class ChatCvServiceSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddChatCvService()
        {
            // S3's field names (CONTRACT.md, "Everywhere").
            builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
            builder.AddPlatformDatabase("chatcvdb", typeof(ChatCvServiceSetup).Assembly);
            builder.AddPdfRenderer();
            builder.AddPlatformMessaging("chatcv");
        }
    }
}
