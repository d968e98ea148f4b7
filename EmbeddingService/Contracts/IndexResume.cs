namespace EmbeddingService.Contracts;

/// <summary>Request: make the chunks of a resume searchable now. Answered by <see cref="ResumeIndexed"/> when they are.</summary>
/// <param name="ResumeId">Id of the resume; its chunks are fetched from ResumeService.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="Revision">Lowest revision that will do.</param>
public sealed record IndexResume(long ResumeId, long UserId, int Revision);
