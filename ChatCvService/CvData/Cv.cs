using System.Text.Json.Serialization;

namespace ChatCvService.CvData;

/// <summary>The seed's <c>cv_data</c> (003, "CV Data Object"). What nobody said is an empty text or an empty list, never null.</summary>
internal sealed record Cv
{
    public PersonalInfo PersonalInfo { get; init; } = new();

    public string Summary { get; init; } = "";

    public IReadOnlyList<Job> Experience { get; init; } = [];

    public IReadOnlyList<School> Education { get; init; } = [];

    public SkillSet Skills { get; init; } = new();

    public IReadOnlyList<Project> KeyProjectsAchievements { get; init; } = [];

    public IReadOnlyList<string> AwardsAndRecognitions { get; init; } = [];

    /// <summary>Ours, only in a session or document of type <c>cover_letter</c>; left out of the JSON of a CV.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CoverLetter? CoverLetter { get; init; }
}

/// <summary>Who the CV is about and how to reach that person.</summary>
internal sealed record PersonalInfo
{
    public string FullName { get; init; } = "";

    public string Title { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Linkedin { get; init; } = "";

    public string Website { get; init; } = "";

    public string Location { get; init; } = "";
}

/// <summary>One position.</summary>
internal sealed record Job
{
    public string Title { get; init; } = "";

    public string Company { get; init; } = "";

    public string Location { get; init; } = "";

    /// <summary><c>MM/YYYY</c> or empty.</summary>
    public string StartDate { get; init; } = "";

    /// <summary><c>MM/YYYY</c>, <c>Present</c> or empty.</summary>
    public string EndDate { get; init; } = "";

    public IReadOnlyList<string> DescriptionBullets { get; init; } = [];
}

/// <summary>One degree or school.</summary>
internal sealed record School
{
    public string Institution { get; init; } = "";

    public string Degree { get; init; } = "";

    public string FieldOfStudy { get; init; } = "";

    /// <summary><c>MM/YYYY</c> or empty.</summary>
    public string GraduationDate { get; init; } = "";

    public string Details { get; init; } = "";
}

/// <summary>The four lists of skills.</summary>
internal sealed record SkillSet
{
    public IReadOnlyList<string> CoreCompetencies { get; init; } = [];

    public IReadOnlyList<string> SoftwareProficiency { get; init; } = [];

    public IReadOnlyList<string> LanguageFluency { get; init; } = [];

    public IReadOnlyList<string> Certifications { get; init; } = [];
}

/// <summary>A project or achievement that stands for itself.</summary>
internal sealed record Project
{
    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> KeyAreasUsed { get; init; } = [];
}

/// <summary>The letter that goes with a CV.</summary>
internal sealed record CoverLetter
{
    public Recipient Recipient { get; init; } = new();

    public string Opening { get; init; } = "";

    public string Body { get; init; } = "";

    public string Closing { get; init; } = "";
}

/// <summary>Whom the letter addresses, and for which position.</summary>
internal sealed record Recipient
{
    public string Company { get; init; } = "";

    public string Manager { get; init; } = "";

    public string Position { get; init; } = "";
}
