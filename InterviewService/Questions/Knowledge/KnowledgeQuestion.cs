namespace InterviewService.Questions.Knowledge;

/// <summary>How much practice a question asks for.</summary>
internal enum QuestionLevel
{
    Junior,
    Middle,
    Senior,
}

/// <summary>One question of the knowledge base with all that is needed to ask it, to grade its answer and to prepare for it.</summary>
internal sealed record KnowledgeQuestion
{
    /// <summary>Stable: <c>topic-number</c>. A session keeps it, so an id is never given to another question.</summary>
    public required string Id { get; init; }

    public required string TopicId { get; init; }

    public required QuestionLevel Level { get; init; }

    public required string Text { get; init; }

    /// <summary>What the interviewer learns from the answer.</summary>
    public required string Intention { get; init; }

    /// <summary>A good answer, three to six sentences.</summary>
    public required string Answer { get; init; }

    /// <summary>4 to 7 clauses, each of which an answer either holds or lacks.</summary>
    public required IReadOnlyList<string> KeyPoints { get; init; }

    /// <summary>Wrong statements of candidates who are mistaken, each one sentence; for behavioural questions, what a candidate tells of himself that speaks against him.</summary>
    public required IReadOnlyList<string> Mistakes { get; init; }

    /// <summary>Further good answers, as people would say them who do not know the words of <see cref="Answer"/>.</summary>
    public required IReadOnlyList<string> OtherAnswers { get; init; }

    public required string FollowUp { get; init; }

    /// <summary>Only of behavioural questions, and of each of them.</summary>
    public StarGuidance? Star { get; init; }

    /// <summary>The same question in Chinese, where the base has it.</summary>
    public LocalizedQuestion? Chinese { get; init; }
}

/// <summary>What each part of a STAR answer to a behavioural question should hold.</summary>
internal sealed record StarGuidance
{
    public required string Situation { get; init; }

    public required string Task { get; init; }

    public required string Action { get; init; }

    public required string Result { get; init; }
}

/// <summary>The parts of a <see cref="KnowledgeQuestion"/> that are language.</summary>
internal sealed record LocalizedQuestion
{
    public required string Text { get; init; }

    public required string Intention { get; init; }

    public required string Answer { get; init; }

    /// <summary>As many as the question has in English, in the same order.</summary>
    public required IReadOnlyList<string> KeyPoints { get; init; }

    /// <summary>Null for behavioural questions.</summary>
    public IReadOnlyList<string>? Mistakes { get; init; }

    public required string FollowUp { get; init; }
}
