using ServiceDefaults.Problems;

namespace ChatCvService.Sessions;

/// <summary>S3's errors, word for word where the seed gives the words.</summary>
internal static class Answers
{
    public static ApiError NoSession { get; } = new(StatusCodes.Status404NotFound, "Chat session not found or expired");

    public static ApiError NoKey { get; } = BadRequest("Gemini API key not set. Please set your API key first.");

    /// <summary>Seed 003: "Server Error - Gemini API or database issue".</summary>
    public static ApiError ModelFailed { get; } = new(StatusCodes.Status500InternalServerError);

    public static ApiError NoResume { get; } = new(StatusCodes.Status404NotFound, "Resume not found");

    public static ApiError NoResumes { get; } = new(StatusCodes.Status503ServiceUnavailable, "Your resumes cannot be read right now. Try again in a moment, or start from scratch.");

    public static ApiError OtherRequest { get; } = new(StatusCodes.Status409Conflict, "This Idempotency-Key was used for another message");

    public static ApiError BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);
}
