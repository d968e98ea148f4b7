using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ServiceDefaults.Json;

namespace ServiceDefaults.Problems;

/// <summary>An error in the body shape of the API it belongs to. Nothing of an exception ever goes into it.</summary>
public sealed class ApiError(int status, string? specificMessage = null) : IResult
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).UsePlatformRules();

    /// <summary>HTTP status, also the <c>code</c> of an S2 body.</summary>
    public int Status { get; } = status;

    /// <summary>What the caller reads; null for the status's usual sentence on that surface.</summary>
    public string? Message { get; } = specificMessage;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        var surface = ApiSurfaces.Of(httpContext.Request.Path);
        var message = Message ?? UsualMessage(surface, Status);
        response.StatusCode = Status;
        return surface switch
        {
            ApiSurface.Resume => WriteAsync(new { success = false, message }),
            ApiSurface.InterviewReport => WriteAsync(new { message }),
            ApiSurface.InterviewSession => WriteAsync(new { code = Status, message, data = (object?)null }),
            ApiSurface.Chat => WriteAsync(new { error = message }),
            ApiSurface.MockInterview or ApiSurface.Page => WriteHtmlAsync(response, ErrorPage.Write(httpContext.Request, Status, message), httpContext.RequestAborted),
            _ => WriteAsync(
                new { type = $"https://httpstatuses.io/{Status}", title = ReasonPhrases.GetReasonPhrase(Status), status = Status, detail = message },
                "application/problem+json"),
        };

        Task WriteAsync<T>(T body, string? contentType = null) => response.WriteAsJsonAsync(body, Json, contentType, httpContext.RequestAborted);
    }

    private static Task WriteHtmlAsync(HttpResponse response, string html, CancellationToken cancellationToken)
    {
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(html, cancellationToken);
    }

    private static string UsualMessage(ApiSurface surface, int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be read.",
        StatusCodes.Status403Forbidden => surface == ApiSurface.MockInterview ? "You don't have access to this session" : "Not allowed",
        StatusCodes.Status404NotFound => surface switch
        {
            ApiSurface.MockInterview => "Session not found",
            ApiSurface.Page => "There is no such page, or it is not yours.",
            _ => "Not found",
        },
        StatusCodes.Status405MethodNotAllowed => "Method not allowed",
        StatusCodes.Status401Unauthorized => surface == ApiSurface.Page ? "Your sign-in has expired." : "Invalid or expired token",
        StatusCodes.Status413PayloadTooLarge => surface switch
        {
            ApiSurface.Resume => "File too large. Maximum size is 16MB.",
            ApiSurface.Page => "The file is too large. The limit is 16 MB; saving it again as PDF often makes it smaller.",
            _ => "The request is too large.",
        },
        StatusCodes.Status415UnsupportedMediaType => "Unsupported content type",
        StatusCodes.Status429TooManyRequests => "Rate limit exceeded",
        StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout =>
            "The service is not available right now. Please try again.",
        >= 500 => surface == ApiSurface.InterviewSession ? "Server error" : "Internal server error",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}
