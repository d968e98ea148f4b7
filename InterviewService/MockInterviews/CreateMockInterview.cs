using System.Security.Claims;
using Dapper;
using InterviewService.MockInterviews.Pages;
using InterviewService.Questions;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary><c>POST /session/create</c>: 303 to the page for the documents.</summary>
internal static class CreateMockInterview
{
    public const int MaxName = 200;

    public static async Task<IResult> HandleAsync(HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return MockAnswers.BadRequest("The form could not be read.");
        var title = Text.OneLine(Text.Storable(form["job_title"].ToString()));
        var company = Text.OneLine(Text.Storable(form["company_name"].ToString()));
        if (Problem(title, company) is { } problem)
        {
            return MockAnswers.IsNavigation(request)
                ? PlatformPages.Html<StartPage>(new { JobTitle = title, CompanyName = company, Error = problem }, StatusCodes.Status400BadRequest)
                : MockAnswers.BadRequest(problem);
        }

        var id = Guid.CreateVersion7();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, user.UserId(), cancellationToken))
            return new ApiError(StatusCodes.Status401Unauthorized);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO mock_interviews (id, user_id, job_title, company_name, created_at, updated_at) VALUES (@id, @userId, @title, @company, @now, @now)",
            new { id, userId = user.UserId(), title, company, now = time.GetUtcNow() },
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return MockAnswers.See($"/session/{id}/upload");
    }

    private static string? Problem(string title, string company) => (title, company) switch
    {
        ({ Length: 0 }, _) => "Job title is required.",
        ({ Length: > MaxName }, _) => "Job title is too long (at most 200 characters).",
        (_, { Length: > MaxName }) => "Company name is too long (at most 200 characters).",
        _ => null,
    };
}
