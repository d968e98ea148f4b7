using System.Security.Claims;
using InterviewService.MockInterviews.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary><c>GET /session/{id}/upload</c>.</summary>
internal static class GetUploadPage
{
    /// <summary>What a form before has done, as the address says it; nothing else is ever shown.</summary>
    public const string CvSaved = "CV uploaded successfully";

    /// <inheritdoc cref="CvSaved"/>
    public const string JobSaved = "Job description saved successfully";

    /// <inheritdoc cref="CvSaved"/>
    public const string BothNeeded = "Please upload your CV and the job description first";

    public static async Task<IResult> HandleAsync(string id, string? message, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var interview = await MockInterview.FindAsync(dataSource, id, cancellationToken);
        if (MockAnswers.Refuse(interview, user.UserId()) is { } refusal)
            return refusal;
        var known = message is CvSaved or JobSaved or BothNeeded ? message : null;
        return PlatformPages.Html<UploadPage>(new { Interview = interview!, Message = known });
    }

    public static string PathOf(Guid id, string message) => $"/session/{id}/upload?message={Uri.EscapeDataString(message)}";
}
