using System.Security.Claims;
using InterviewService.MockInterviews.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary><c>POST /session/{id}/upload-job</c>: the job description, 50 to 10,000 characters.</summary>
internal static class UploadJob
{
    public const int MinLength = 50;
    public const int MaxLength = 10_000;

    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        var interview = await MockInterview.FindAsync(dataSource, id, cancellationToken);
        if (MockAnswers.Refuse(interview, user.UserId()) is { } refusal)
            return refusal;
        if (await request.FormAsync(cancellationToken) is not { } form)
            return MockAnswers.BadRequest("The form could not be read.");

        // Browsers send line ends as two characters; the person counts one.
        var job = Questions.Text.Storable(form["job_description"].ToString()).ReplaceLineEndings("\n").Trim();
        if (Problem(job, interview!) is { } problem)
        {
            return MockAnswers.IsNavigation(request)
                ? PlatformPages.Html<UploadPage>(new { Interview = interview!, JobText = job, JobError = problem }, StatusCodes.Status400BadRequest)
                : MockAnswers.BadRequest(problem);
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await MockInterview.LockAsync(transaction, interview!.Id, cancellationToken) is not { } locked)
            return MockAnswers.NoSuchSession;
        if (Problem(job, locked) is { } late)
            return MockAnswers.BadRequest(late);
        await MockInterview.UpdateAsync(transaction, locked with { JobDescription = job, IntervieweeJson = null }, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return MockAnswers.See(GetUploadPage.PathOf(interview.Id, GetUploadPage.JobSaved));
    }

    private static string? Problem(string job, MockInterview interview) => job.Length switch
    {
        _ when interview.QuestionCount > 0 => "The interview has begun; its job description stays as it is.",
        0 => "Job description cannot be empty.",
        < MinLength => "Job description is too short (minimum 50 characters).",
        > MaxLength => "Job description is too long (maximum 10,000 characters).",
        _ => null,
    };
}
