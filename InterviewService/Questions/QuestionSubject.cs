namespace InterviewService.Questions;

/// <summary>Something one question can be about: a project, a skill, a gap, a line, a job, or a theme that suits everybody.</summary>
/// <param name="Type">Type of the question.</param>
/// <param name="Name">Tells subjects of one type apart.</param>
/// <param name="IsOwn">From the resume or the job description; false for a theme that suits everybody.</param>
/// <param name="Wordings">Ways to ask, each with what it needs.</param>
internal sealed record QuestionSubject(string Type, string Name, bool IsOwn, IReadOnlyList<Wording> Wordings);

/// <summary>A way to ask about a subject: any template that needs just these values.</summary>
internal sealed record Wording(string Needs)
{
    /// <summary>Skill group whose templates suit too.</summary>
    public string? Group { get; init; }

    /// <summary>Values of the place holders by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What no second question of the set may be built on: this line, or this skill in this project.</summary>
    public string? Uses { get; init; }

    /// <summary>The one template, where the subject is a theme of its own.</summary>
    public QuestionTemplate? Template { get; init; }
}
