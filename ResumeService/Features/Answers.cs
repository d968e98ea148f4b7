using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary>S0's errors, word for word where the seed or CONTRACT.md gives the words.</summary>
internal static class Answers
{
    public static ApiError NoResume { get; } = new(StatusCodes.Status404NotFound, "No resume uploaded");

    public static ApiError NoSuchResume { get; } = new(StatusCodes.Status404NotFound, "Resume not found");

    public static ApiError BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);
}
