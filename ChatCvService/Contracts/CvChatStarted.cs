namespace ChatCvService.Contracts;

/// <summary>A user began to build a document by conversation.</summary>
/// <param name="SessionId">Id of the chat session.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="DocType"><c>cv</c> or <c>cover_letter</c>.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record CvChatStarted(Guid SessionId, long UserId, string DocType, DateTimeOffset StartedAt);
