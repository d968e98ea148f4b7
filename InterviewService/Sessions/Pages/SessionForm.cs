using InterviewService.Pages;

namespace InterviewService.Sessions.Pages;

/// <summary>The form for a practice interview as it was filled in.</summary>
public sealed record SessionForm
{
    public const string DefaultCount = "8";

    /// <summary>As it was typed.</summary>
    public string Count { get; init; } = DefaultCount;

    public required ResumeChoices Resumes { get; init; }

    /// <summary>Value and title of the report whose job is practised; null for none.</summary>
    public (string Value, string Title)? Report { get; init; }

    /// <summary>Interviews that wait for answers.</summary>
    public IReadOnlyList<ListSessions.Item> Unfinished { get; init; } = [];

    /// <summary>Id of the session that the form makes: sent twice it makes one.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the field that is wrong; null when it is none of them.</summary>
    public string? WrongField { get; init; }

    public string? Error { get; init; }

    public string? ErrorAt(string field) => WrongField == field ? Error : null;
}
