namespace InterviewService.Questions.Knowledge;

/// <summary>A skill, a field of knowledge or a competency with its questions.</summary>
internal sealed record KnowledgeTopic
{
    /// <summary>Lower case with hyphens, for instance <c>spring-boot</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The group shown to people, for instance <c>Databases</c>; one data file each.</summary>
    public required string Family { get; init; }

    /// <summary>Names of ResumeService's skills ontology whose owner can be asked these questions; the closest first.</summary>
    public required IReadOnlyList<string> Skills { get; init; }

    /// <summary>From the easiest level to the hardest.</summary>
    public required IReadOnlyList<KnowledgeQuestion> Questions { get; init; }

    /// <summary>A competency: its questions ask for something the person did and carry STAR guidance.</summary>
    public required bool IsBehavioural { get; init; }
}
