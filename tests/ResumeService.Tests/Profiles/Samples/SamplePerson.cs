namespace ResumeService.Tests.Profiles.Samples;

/// <summary>Somebody invented, to be written down in many layouts.</summary>
internal sealed record SamplePerson
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string Location { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<SampleJob> Jobs { get; init; }

    public required IReadOnlyList<SampleSchool> Schools { get; init; }

    public required IReadOnlyList<string> Skills { get; init; }

    public IReadOnlyList<SampleProject> Projects { get; init; } = [];

    public IReadOnlyList<string> Certifications { get; init; } = [];
}

internal sealed record SampleJob(string Title, string Company, string Location, DateOnly Start, DateOnly? End, params string[] Highlights);

internal sealed record SampleSchool(string Name, string Degree, int Start, int End);

internal sealed record SampleProject(string Name, string Description, params string[] Stack);
