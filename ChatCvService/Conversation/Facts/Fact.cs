using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Facts;

/// <summary>One thing the person said, with the words that say it.</summary>
internal abstract record Fact(Span Span);

internal enum PersonField
{
    FullName,
    Title,
    Phone,
    Email,
    Linkedin,
    Website,
    Location,
    Summary,
}

/// <param name="Span">Its words.</param>
/// <param name="Field">What it is.</param>
/// <param name="Value">As it stands in the CV.</param>
/// <param name="OnlyIfEmpty">Said in passing: a value that was given on purpose is not replaced by it.</param>
internal sealed record PersonFact(Span Span, PersonField Field, string Value, bool OnlyIfEmpty = false) : Fact(Span);

/// <summary>Something about a position; without company and title it belongs to the one that was spoken of last.</summary>
internal sealed record JobFact(Span Span) : Fact(Span)
{
    public string Title { get; init; } = "";

    public string Company { get; init; } = "";

    public string Location { get; init; } = "";

    public string Start { get; init; } = "";

    public string End { get; init; } = "";

    public IReadOnlyList<string> Bullets { get; init; } = [];

    /// <summary>Another role at the employer that was spoken of last.</summary>
    public bool IsPromotion { get; init; }

    /// <summary>"I was a trainee there": at the employer that was spoken of last.</summary>
    public bool IsThere { get; init; }

    /// <summary>"Since then": it begins where the one that was spoken of last ended.</summary>
    public bool FollowsLast { get; init; }

    public bool IsCorrection { get; init; }
}

/// <summary>Something about a school or degree; without institution and degree it belongs to the one that was spoken of last.</summary>
internal sealed record SchoolFact(Span Span) : Fact(Span)
{
    public string Institution { get; init; } = "";

    public string Degree { get; init; } = "";

    public string Field { get; init; } = "";

    public string Graduation { get; init; } = "";

    public string Details { get; init; } = "";

    public bool IsCorrection { get; init; }
}

internal enum SkillList
{
    Core,
    Software,
    Languages,
    Certifications,
}

internal sealed record SkillFact(Span Span, SkillList List, string Value) : Fact(Span);

/// <summary>A project; without a name it describes the one that was spoken of last.</summary>
internal sealed record ProjectFact(Span Span) : Fact(Span)
{
    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Areas { get; init; } = [];
}

internal sealed record AwardFact(Span Span, string Value) : Fact(Span);

internal enum LetterField
{
    Company,
    Manager,
    Position,
    Opening,
    Body,
    Closing,
}

internal sealed record LetterFact(Span Span, LetterField Field, string Value) : Fact(Span);

/// <summary>The text of a job that the person wants to apply for; steers what is asked and what stands first.</summary>
internal sealed record JobDescriptionFact(Span Span, string Text) : Fact(Span);
