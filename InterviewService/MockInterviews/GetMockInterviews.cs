using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;

namespace InterviewService.MockInterviews;

/// <summary><c>GET /api/mock-interviews</c> (ours): what <see cref="ListMockInterviews"/> reads, for programs.</summary>
internal static class GetMockInterviews
{
    internal sealed record Response(IReadOnlyList<MockInterviewRow> MockInterviews);

    public static async Task<Ok<Response>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response(await ListMockInterviews.ReadAsync(dataSource, user.UserId(), cancellationToken)));
}
