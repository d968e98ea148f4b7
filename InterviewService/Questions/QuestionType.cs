namespace InterviewService.Questions;

/// <summary>The values of <c>type</c> (CONTRACT.md, "S0 resume").</summary>
internal static class QuestionType
{
    public const string ProjectBased = "project-based";
    public const string Technical = "technical";
    public const string Situational = "situational";
    public const string Behavioral = "behavioral";
}
