namespace ChatCvService.Sessions;

/// <summary>The routes of seed 003.</summary>
internal static class ChatApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapChatApi()
        {
            var chat = routes.MapGroup("/api/v1/chat").WithTags("Chat").RequireAuthorization();
            chat.MapPost("/start", StartChat.HandleAsync).WithName(nameof(StartChat)).WithSummary("Start a conversation that builds a CV or a cover letter");
            chat.MapPost("/message", SendMessage.HandleAsync).WithName(nameof(SendMessage)).WithSummary("Send a message of the conversation");
            chat.MapGet("/session/{sessionId}", GetSession.HandleAsync).WithName(nameof(GetSession)).WithSummary("One session with its transcript and CV");
            chat.MapGet("/sessions", ListSessions.HandleAsync).WithName(nameof(ListSessions)).WithSummary("All sessions, newest first");
            chat.MapPost("/session/{sessionId}/finalize", FinalizeSession.HandleAsync).WithName(nameof(FinalizeSession)).WithSummary("Make a document, or its next version, from a session");
            return chat;
        }
    }
}
