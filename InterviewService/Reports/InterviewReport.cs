using System.Text.Json.Serialization;

namespace InterviewService.Reports;

/// <summary>What the engine writes about a person and a job; stored as one document.</summary>
public sealed record ReportContent
{
    public required MatchScore Match { get; init; }

    public required IReadOnlyList<ReportQuestion> TechnicalQuestions { get; init; }

    public required IReadOnlyList<ReportQuestion> BehavioralQuestions { get; init; }

    public required IReadOnlyList<SkillGap> SkillGaps { get; init; }

    public required IReadOnlyList<PlanDay> PreparationPlan { get; init; }

    /// <summary>What the reader should know of how the report came about, for instance what was left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <param name="Question">As it is asked.</param>
/// <param name="Intention">What the interviewer learns from the answer.</param>
/// <param name="Answer">A model answer that uses the person's own material and nothing beside it.</param>
/// <param name="Why">Why this person is asked it.</param>
public sealed record ReportQuestion(string Question, string Intention, string Answer, string Why)
{
    /// <summary>What is likely to be asked next.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FollowUp { get; init; }
}

/// <param name="Skill">What is missing, as people call it.</param>
/// <param name="Severity">low, medium or high.</param>
/// <param name="Reason">Why it counts, and what is near it.</param>
public sealed record SkillGap(string Skill, string Severity, string Reason);

/// <param name="Day">1-based.</param>
public sealed record PlanDay(int Day, string Focus, IReadOnlyList<string> Tasks);

/// <summary>S1's report.</summary>
internal sealed record InterviewReportView
{
    /// <summary>24 hex digits.</summary>
    [JsonPropertyName("_id")]
    public required string Id { get; init; }

    /// <summary>24 hex digits that stand for the owner.</summary>
    public required string User { get; init; }

    public required string Title { get; init; }

    public required string JobDescription { get; init; }

    /// <summary>Text of the resume; empty without one.</summary>
    public required string Resume { get; init; }

    public required string SelfDescription { get; init; }

    /// <summary>0 to 100.</summary>
    public required int MatchScore { get; init; }

    public required IReadOnlyList<ReportQuestion> TechnicalQuestions { get; init; }

    public required IReadOnlyList<ReportQuestion> BehavioralQuestions { get; init; }

    public required IReadOnlyList<SkillGap> SkillGaps { get; init; }

    public required IReadOnlyList<PlanDay> PreparationPlan { get; init; }

    /// <summary>What <see cref="MatchScore"/> is made of.</summary>
    public required MatchScore MatchDetails { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static InterviewReportView Of(StoredReport report) => new()
    {
        Id = report.Id,
        User = ReportIds.OfUser(report.UserId),
        Title = report.Title,
        JobDescription = report.JobDescription,
        Resume = report.Resume,
        SelfDescription = report.SelfDescription,
        MatchScore = report.MatchScore,
        TechnicalQuestions = report.Content.TechnicalQuestions,
        BehavioralQuestions = report.Content.BehavioralQuestions,
        SkillGaps = report.Content.SkillGaps,
        PreparationPlan = report.Content.PreparationPlan,
        MatchDetails = report.Content.Match,
        Notes = report.Content.Notes,
        CreatedAt = report.CreatedAt,
        UpdatedAt = report.UpdatedAt,
    };
}
