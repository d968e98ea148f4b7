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

    /// <summary>Ids of broader skills that nobody doubts in someone who shows this one (PostgreSQL implies SQL); direct ones only.</summary>
    public IReadOnlyList<string> Implies { get; init; } = [];

    /// <summary>Ids of related skills.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The name is also an everyday word or letter (Go, R, C, Swift): matched only in a skill context.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>Names a whole field of work (Software development): a job title or a degree names it without showing anything.</summary>
    public bool IsField { get; init; }

    /// <summary>The name and the aliases, each with what a text must show before the word counts as the skill.</summary>
    internal IReadOnlyList<Spelling> Spellings { get; init; } = [];
}

/// <summary>A spelling of a skill and how far it can be trusted.</summary>
internal sealed record Spelling(string Text, Certainty Certainty);

/// <summary>What a text must show before a spelling counts as the skill.</summary>
internal enum Certainty
{
    /// <summary>Nothing: the word means the skill (Kubernetes).</summary>
    Certain,

    /// <summary>Its exact case (REST, Angular), or a context where case says nothing.</summary>
    ByCase,

    /// <summary>Its exact case and a skill context (Go, React).</summary>
    InContext,

    /// <summary>A skill context; a common noun in any case (security, testing).</summary>
    CommonNoun,
}

/// <summary>A place in a text that names a skill.</summary>
/// <param name="Skill">The skill named.</param>
/// <param name="Start">UTF-16 offset of the first character.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public sealed record SkillMention(Skill Skill, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The text says the skill is absent or not wanted ("no Java required", "without PHP").</summary>
    public bool Negated { get; init; }
}
