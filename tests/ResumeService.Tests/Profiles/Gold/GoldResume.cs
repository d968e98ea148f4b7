namespace ResumeService.Tests.Profiles.Gold;

/// <summary>What a sample document is known to say.</summary>
public sealed record GoldResume
{
    public required string File { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public IReadOnlyList<GoldJob> Jobs { get; init; } = [];

    public IReadOnlyList<string> Schools { get; init; } = [];

    public IReadOnlyList<string> Skills { get; init; } = [];

    public IReadOnlyList<string> Projects { get; init; } = [];

    public IReadOnlyList<string> Certifications { get; init; } = [];
}

/// <param name="Company">Employer.</param>
/// <param name="Title">Position.</param>
/// <param name="Start">Year and month as printed in the gold file, <c>2019-06</c> or <c>2019</c>.</param>
/// <param name="End">Same; null while current.</param>
public sealed record GoldJob(string Company, string Title, string? Start, string? End);
