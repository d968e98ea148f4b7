namespace ChatCvService.Contracts;

/// <summary>A document got a new version.</summary>
/// <param name="DocumentId">Id of the document.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="DocType"><c>cv</c> or <c>cover_letter</c>.</param>
/// <param name="Version">The new version.</param>
/// <param name="UpdatedAt">UTC.</param>
public sealed record CvDocumentUpdated(long DocumentId, long UserId, string DocType, int Version, DateTimeOffset UpdatedAt);
