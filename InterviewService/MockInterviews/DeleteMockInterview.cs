using System.Security.Claims;
using Dapper;
using Npgsql;
using ServiceDefaults.Auth;

namespace InterviewService.MockInterviews;

/// <summary><c>POST /session/{id}/delete</c>: a form cannot send DELETE.</summary>
internal static class DeleteMockInterview
{
    public static async Task<IResult> HandleAsync(string id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var interview = await MockInterview.FindAsync(dataSource, id, cancellationToken);
        if (MockAnswers.Refuse(interview, user.UserId()) is { } refusal)
            return refusal;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM mock_interviews WHERE id = @Id AND user_id = @UserId", new { interview!.Id, interview.UserId }, cancellationToken: cancellationToken));
        return MockAnswers.See("/interviews");
    }
}
