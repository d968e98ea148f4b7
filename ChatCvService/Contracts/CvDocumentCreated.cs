namespace ChatCvService.Contracts;

/// <summary>A chat session was finalized into a new document.</summary>
/// <param name="DocumentId">Id of the document.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="DocType"><c>cv</c> or <c>cover_letter</c>.</param>
/// <param name="Version">Always 1.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record CvDocumentCreated(long DocumentId, long UserId, string DocType, int Version, DateTimeOffset CreatedAt);
