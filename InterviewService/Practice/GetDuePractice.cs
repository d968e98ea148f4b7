using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;

namespace InterviewService.Practice;

/// <summary><c>GET /api/interview/practice/due</c> (ours): the weak questions to answer today.</summary>
internal static class GetDuePractice
{
    /// <param name="Due">The longest due first.</param>
    /// <param name="Count">How many there are.</param>
    /// <param name="Minutes">About how long they take together.</param>
    internal sealed record Response(IReadOnlyList<DueQuestions.Item> Due, int Count, int Minutes);

    public static async Task<Ok<Response>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        var due = await DueQuestions.ReadAsync(dataSource, user.UserId(), time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(new Response(due, due.Count, DueQuestions.Minutes(due.Count)));
    }
}
