namespace ResumeService.Contracts;

/// <summary>A user's resumes, newest first: answer of <c>GET /internal/users/{userId}/resumes</c>.</summary>
public sealed record UploadedResumes(IReadOnlyList<UploadedResume> Resumes);

/// <summary>One of them; what it says is <c>GET /internal/users/{userId}/resumes/{resumeId}</c>, a <see cref="DocumentAnalysis"/>.</summary>
public sealed record UploadedResume(long ResumeId, string Filename, DateTimeOffset UploadedAt);
