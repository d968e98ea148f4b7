namespace Gateway.RateLimiting;

/// <summary>Section <c>RateLimits:InterviewSessions</c>: how often interviews may be made (seed 2). 0 switches a limit off.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "RateLimits:InterviewSessions";

    /// <summary>Requests of one client in a window.</summary>
    public int PerClient { get; set; } = 5;

    /// <summary>Requests of all clients together in a window, at this gateway.</summary>
    public int InAll { get; set; } = 5;

    /// <summary>Length of the window, which ends with each request.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(1);
}
