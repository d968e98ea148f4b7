namespace ResumeService.Contracts;

/// <summary>A stored resume by its name: answer of <c>GET /internal/users/{userId}/resumes</c>, which lists the newest, the current one, first.</summary>
public sealed record ResumeOverview
{
    public required long ResumeId { get; init; }

    public required string Filename { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }
}
