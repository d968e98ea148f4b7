namespace EmbeddingService.Contracts;

/// <summary>
/// The chunks of a resume could not be made searchable, and it is not tried again by itself. The event that asked for it waits in the error queue; a search
/// for the resume still tries.
/// </summary>
/// <param name="ResumeId">Id of the resume.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="Revision">Revision that was to be indexed.</param>
/// <param name="Reason">
/// <c>chunks_unavailable</c>: ResumeService did not give them. <c>store_unavailable</c>: the vectors could not be kept. <c>internal</c>: anything else.
/// </param>
/// <param name="FailedAt">UTC.</param>
public sealed record ResumeIndexingFailed(long ResumeId, long UserId, int Revision, string Reason, DateTimeOffset FailedAt);
