using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary>S2's wrapper around every answer but the PDF.</summary>
internal sealed record SessionAnswer<T>(int Code, string Message, T Data);

/// <summary>S2's answers; the Chinese messages are the seed's, word for word.</summary>
internal static class SessionAnswers
{
    public static ApiError NoSuchSession { get; } = new(StatusCodes.Status404NotFound, "Interview session not found");

    public static ApiError NothingUnfinished { get; } = new(StatusCodes.Status404NotFound, "No unfinished interview session");

    public static ApiError NoResumeText { get; } = BadRequest("简历文本不能为空");

    public static ApiError TooFewQuestions { get; } = BadRequest("题目数量最少3题");

    public static ApiError TooManyQuestions { get; } = BadRequest("题目数量最多20题");

    public static ApiError NoResumeId { get; } = BadRequest("简历ID不能为空");

    public static ApiError NoAnswer { get; } = BadRequest("Answer must not be empty");

    public static ApiError Completed { get; } = new(StatusCodes.Status409Conflict, "The interview is already completed");

    public static ApiError StillOpen { get; } = new(StatusCodes.Status409Conflict, "The interview is not completed yet");

    public static ApiError Unavailable { get; } = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Seed 002: "Server error".</summary>
    public static ApiError ModelFailed { get; } = new(StatusCodes.Status500InternalServerError);

    public static Ok<SessionAnswer<T>> Ok<T>(T data) => TypedResults.Ok(new SessionAnswer<T>(StatusCodes.Status200OK, "success", data));

    public static Ok<SessionAnswer<object?>> Done { get; } = Ok<object?>(null);

    public static JsonHttpResult<SessionAnswer<object?>> Evaluating { get; } =
        TypedResults.Json(new SessionAnswer<object?>(StatusCodes.Status202Accepted, "evaluating", null), statusCode: StatusCodes.Status202Accepted);

    public static ApiError NotTheCurrentQuestion(int current) =>
        BadRequest(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"questionIndex must be the current question ({current})"));

    public static ApiError BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);
}
