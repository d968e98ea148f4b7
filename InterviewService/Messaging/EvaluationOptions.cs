namespace InterviewService.Messaging;

/// <summary>Section <c>Evaluation</c>.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Answers of one interview that are graded at a time.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>How long the evaluation of a completed interview may take before it is asked for again.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Default of <see cref="Patience"/> where a language model grades.</summary>
    public static readonly TimeSpan PatienceWithModel = TimeSpan.FromMinutes(10);

    /// <summary>Times that a language model is asked to grade an interview before the built-in engine does it, where that one may (<c>Ai:FallbackToBuiltIn</c>).</summary>
    public int ModelAttempts { get; init; } = 2;

    /// <summary>First wait after an evaluation that failed; doubled each time, up to <see cref="MaxRetryDelay"/>.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often missing evaluations are looked for.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(5);
}
