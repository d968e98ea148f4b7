using InterviewService.Pages;

namespace InterviewService.Reports.Pages;

/// <summary>The form for a report as it was filled in.</summary>
public sealed record ReportForm
{
    public string JobTitle { get; init; } = "";

    public string JobDescription { get; init; } = "";

    public string SelfDescription { get; init; } = "";

    public required ResumeChoices Resumes { get; init; }

    /// <summary>Id of the report that the form makes: sent twice it makes one.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the field that is wrong; null when it is none of them.</summary>
    public string? WrongField { get; init; }

    public string? Error { get; init; }

    public string? ErrorAt(string field) => WrongField == field ? Error : null;
}
