namespace EmbeddingService.Contracts;

/// <summary>Body of <c>POST /internal/similarity</c>, and the same as a request on the bus: how close a job description is to a resume in meaning.</summary>
/// <param name="UserId">Owner of the resume.</param>
/// <param name="ResumeId">The resume; indexed first when it is not yet.</param>
/// <param name="Revision">Lowest revision that will do.</param>
/// <param name="JobDescription">The text to compare.</param>
/// <param name="Facts">What the asking service has read in the two texts; without it the texts alone decide.</param>
public sealed record ResumeSimilarityRequest(long UserId, long ResumeId, int Revision, string JobDescription, SimilarityFacts? Facts = null);

/// <summary>What tells a near miss from a fit, where the words are alike: the trade, the level and the tools. Each of them may be unknown.</summary>
public sealed record SimilarityFacts
{
    /// <summary>The title of the job.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The titles that the resume shows, the newest first; at most 32 are read.</summary>
    public IReadOnlyList<string> ResumeTitles { get; init; } = [];

    /// <summary>Share of the skills asked for that the resume shows, 0 to 1; null when the job names none.</summary>
    public double? SkillMatch { get; init; }

    /// <summary>Levels (intern, junior, middle, senior, lead, executive) from the highest one shown up to the one asked; negative when more is shown than asked.</summary>
    public int? LevelGap { get; init; }

    /// <summary>Years of experience asked for.</summary>
    public int? YearsAsked { get; init; }

    /// <summary>Years of experience shown; null when the resume has no dates.</summary>
    public int? YearsShown { get; init; }
}

/// <param name="Similarity">0 to 1.</param>
/// <param name="Model">Version of the embedding model.</param>
public sealed record ResumeSimilarityResponse(double Similarity, string Model);
