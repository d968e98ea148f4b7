using ServiceDefaults.Messaging;
using ServiceDefaults.Persistence;

namespace ChatCvService;

internal static class ChatCvServiceSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddChatCvService()
        {
            builder.AddPlatformDatabase("chatcvdb", typeof(ChatCvServiceSetup).Assembly);
            builder.AddPlatformMessaging("chatcv");
        }
    }
}
