namespace ResumeService.Contracts;

/// <summary>A resume was read and stored with its profile and chunks. The chunks' texts are fetched from ResumeService, they do not travel on the broker.</summary>
/// <param name="ResumeId">Id of the stored resume.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="Revision">Raised when the same resume is read anew (a better parser); an index of a lower revision is out of date.</param>
/// <param name="ChunkCount">Chunks to index.</param>
/// <param name="ParsedAt">UTC.</param>
public sealed record ResumeParsed(long ResumeId, long UserId, int Revision, int ChunkCount, DateTimeOffset ParsedAt);
