namespace EmbeddingService.Contracts;

/// <summary>Body of <c>POST /internal/similarity</c>, and the same as a request on the bus: how close a job description is to a resume in meaning.</summary>
/// <param name="UserId">Owner of the resume.</param>
/// <param name="ResumeId">The resume; indexed first when it is not yet.</param>
/// <param name="Revision">Lowest revision that will do.</param>
/// <param name="JobDescription">The text to compare.</param>
public sealed record ResumeSimilarityRequest(long UserId, long ResumeId, int Revision, string JobDescription);

/// <param name="Similarity">0 to 1.</param>
/// <param name="Model">Version of the embedding model.</param>
public sealed record ResumeSimilarityResponse(double Similarity, string Model);
