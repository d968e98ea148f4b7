namespace ChatCvService.Conversation;

/// <summary>What a conversation remembers besides the CV; stored with the session.</summary>
internal sealed record Memory
{
    /// <summary>What the last question was about.</summary>
    public Topic Asked { get; init; }

    /// <summary>What a sentence without a subject of its own would go on about.</summary>
    public Topic Focus { get; init; }

    /// <summary>Positions in the lists that were spoken of last; -1 for none.</summary>
    public int Job { get; init; } = -1;

    public int School { get; init; } = -1;

    public int Project { get; init; } = -1;

    /// <summary>Not asked again unless the person comes back to it.</summary>
    public IReadOnlyList<Topic> Skipped { get; init; } = [];

    /// <summary>Follow-up questions that were asked once ("when did you work at X?") and are not repeated.</summary>
    public IReadOnlyList<string> FollowedUp { get; init; } = [];

    /// <summary>Text that was proposed and waits for a yes.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>The posting that the person applies for; empty when none was given.</summary>
    public string JobDescription { get; init; } = "";

    /// <summary>The first reply greets.</summary>
    public bool IsGreeted { get; init; }
}

internal enum ProposalKind
{
    Summary,
    Bullets,
    Letter,
}

/// <param name="Kind">Where an accepted text goes.</param>
/// <param name="Job">Position in the list of jobs, for bullets.</param>
/// <param name="Lines">The summary, the bullets, or opening, body and closing of a letter.</param>
internal sealed record Proposal(ProposalKind Kind, int Job, IReadOnlyList<string> Lines);
