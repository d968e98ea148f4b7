using System.Security.Claims;
using System.Text.Json.Serialization;
using InterviewService.MockInterviews.Pages;
using Npgsql;
using ServiceDefaults.Ai;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary><c>GET /session/{id}/interview</c>: the page, whose first view asks the first question; with <c>Accept: application/json</c> the same as data.</summary>
internal static class GetInterview
{
    /// <param name="Session">The interview itself.</param>
    /// <param name="Messages">In the order in which they were said.</param>
    /// <param name="Progress">How far it is.</param>
    internal sealed record Response(
        [property: JsonPropertyName("session")] SessionView Session,
        [property: JsonPropertyName("messages")] IReadOnlyList<MessageView> Messages,
        [property: JsonPropertyName("progress")] ProgressView Progress);

    internal sealed record SessionView(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("job_title")] string JobTitle,
        [property: JsonPropertyName("company_name")] string CompanyName,
        [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt);

    internal sealed record MessageView(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("session_id")] Guid SessionId,
        [property: JsonPropertyName("role")] string Role,
        [property: JsonPropertyName("content")] string Content,
        [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp);

    internal sealed record ProgressView(
        [property: JsonPropertyName("question_count")] int QuestionCount,
        [property: JsonPropertyName("max_questions")] int MaxQuestions,
        [property: JsonPropertyName("is_started")] bool IsStarted,
        [property: JsonPropertyName("is_complete")] bool IsComplete);

    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, InterviewStart start, ILogger<InterviewStart> logger, CancellationToken cancellationToken)
    {
        var interview = await MockInterview.FindAsync(dataSource, id, cancellationToken);
        if (MockAnswers.Refuse(interview, user.UserId()) is { } refusal)
            return refusal;
        if (!interview!.HasDocuments)
            return MockAnswers.See(GetUploadPage.PathOf(interview.Id, GetUploadPage.BothNeeded));
        try
        {
            interview = await start.EnsureAsync(interview, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            Log.AnalysisMissing(logger, exception.HttpRequestError.ToString());
            return MockAnswers.Unavailable;
        }
        catch (AiException)
        {
            return MockAnswers.ModelFailed;
        }

        if (interview is null)
            return MockAnswers.NoSuchSession;
        return WantsJson(request)
            ? TypedResults.Ok(new Response(
                new SessionView(interview.Id, interview.JobTitle, interview.CompanyName, interview.CreatedAt),
                [.. interview.Messages.Select(message => new MessageView(message.Id, message.SessionId, message.Role, message.Content, message.Timestamp))],
                new ProgressView(interview.QuestionCount, MockInterview.MaxQuestions, interview.QuestionCount > 0, interview.IsComplete)))
            : PlatformPages.Html<InterviewPage>(new { Interview = interview });
    }

    private static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accept
        && accept.MaxBy(type => type.Quality ?? 1)!.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
