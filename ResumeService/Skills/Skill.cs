namespace ResumeService.Skills;

/// <summary>One entry of the skills ontology.</summary>
public sealed record Skill
{
    /// <summary>Stable id, lower case with hyphens, for instance <c>csharp</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Usual spelling, for instance <c>C#</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Group shown to people, for instance <c>Languages</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Other spellings, matched on token boundaries like the name.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Ids of related skills.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The name is also an everyday word or letter (Go, R, C, Swift): matched only in a skill context.</summary>
    public bool Ambiguous { get; init; }
}

/// <summary>A place in a text that names a skill.</summary>
/// <param name="Skill">The skill named.</param>
/// <param name="Start">UTF-16 offset of the first character.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public sealed record SkillMention(Skill Skill, int Start, int Length)
{
    public int End => Start + Length;
}
