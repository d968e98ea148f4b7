using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Sections;

/// <summary>Lines under one heading, the heading itself left out.</summary>
internal sealed record Section(SectionKind Kind, ResumeLine? Heading, IReadOnlyList<ResumeLine> Lines);
