using InterviewService.Sessions.Pages;

namespace InterviewService.Practice.Pages;

/// <summary>A question of an evaluated interview, to be answered again.</summary>
public sealed record PracticeQuestion
{
    public required AnsweredQuestion Question { get; init; }

    /// <summary>Number of the attempt that the form makes: sent twice it makes one.</summary>
    public required int Next { get; init; }

    /// <summary>When it comes back; null when it does not.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Weak once, and answered well after every interval since.</summary>
    public bool IsKnown { get; init; }

    /// <summary>What is due beside it; null outside of practice.</summary>
    public int? Others { get; init; }

    /// <summary>The answer was just given: its feedback stands first.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>What was typed.</summary>
    public string? Answer { get; init; }

    public string? Error { get; init; }

    public bool IsPractice => Others is not null;
}
