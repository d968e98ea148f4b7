namespace ResumeService.Contracts;

/// <summary>A resume was deleted by its owner.</summary>
/// <param name="ResumeId">Id of the deleted resume.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="DeletedAt">UTC.</param>
public sealed record ResumeDeleted(long ResumeId, long UserId, DateTimeOffset DeletedAt);
