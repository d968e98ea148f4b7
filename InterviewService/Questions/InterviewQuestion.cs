using System.Text.Json.Serialization;
using InterviewService.Evaluation;

namespace InterviewService.Questions;

/// <summary>A question of an interview with what is needed to ask it, to grade its answer and to prepare for it.</summary>
internal sealed record InterviewQuestion
{
    /// <summary>Tells questions apart: none is asked twice about one resume.</summary>
    public required string Key { get; init; }

    public required string Text { get; init; }

    /// <summary>Said before the question, such as a greeting or what it takes up; no part of it.</summary>
    public string Opening { get; init; } = "";

    /// <summary>What the interviewer says.</summary>
    [JsonIgnore]
    public string Spoken => Opening + Text;

    /// <summary>One of <see cref="QuestionType"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: a skill of the resume or the job in upper case, else <c>PROJECT</c>, <c>BEHAVIORAL</c> or <c>SITUATIONAL</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Group in which scores are added up, for instance <c>Databases</c>.</summary>
    public required string Category { get; init; }

    /// <summary>What the interviewer learns from the answer.</summary>
    public required string Intention { get; init; }

    /// <summary>Why this person is asked it.</summary>
    public required string Why { get; init; }

    public required string ReferenceAnswer { get; init; }

    /// <summary>What a good answer says.</summary>
    public required IReadOnlyList<string> KeyPoints { get; init; }

    /// <summary>What mistaken candidates say, or tell of themselves; none for a question that is not of the question bank.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];

    /// <summary>Further good answers, in other words than <see cref="ReferenceAnswer"/>; none for a question that is not of the question bank.</summary>
    public IReadOnlyList<string> OtherAnswers { get; init; } = [];

    /// <summary>Asked when the answer is short of the key points; null for a follow-up.</summary>
    public string? FollowUp { get; init; }

    /// <summary>About the person's own work: the key points say what belongs to the story, and no answer is held against their words.</summary>
    public bool IsStory { get; init; }

    /// <summary>About something that the resume or the job names; false for what everybody can be asked.</summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>The line of the resume that it builds on; null when it builds on none.</summary>
    public string? Line { get; init; }

    /// <summary>Guidance on the parts of the story, of a behavioural question from the question bank.</summary>
    public Knowledge.StarGuidance? Star { get; init; }

    public ExaminedQuestion ForExaminer(string language) => new()
    {
        Text = Text,
        Kind = Kind,
        ReferenceAnswer = IsStory ? "" : ReferenceAnswer,
        KeyPoints = IsJudgedAsStory ? [] : KeyPoints,
        Mistakes = IsStory ? [] : Mistakes,
        OtherAnswers = IsStory ? [] : OtherAnswers,
        Language = language,
    };

    // The key points of a behavioural question say what belongs to a story ("names a real mistake"): another good story shares none of their words.
    private bool IsJudgedAsStory => IsStory || Kind == QuestionType.Behavioral;
}
