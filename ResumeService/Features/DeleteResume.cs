using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Contracts;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary><c>DELETE /api/resumes/{id}</c> (CONTRACT.md, S0). The newest of the remaining resumes becomes the current one.</summary>
internal static class DeleteResume
{
    internal sealed record Response(bool Success, string Message);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(
        long id, ClaimsPrincipal user, NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var deleted = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM resumes WHERE id = @id AND user_id = @userId", new { id, userId }, transaction, cancellationToken: cancellationToken));
        if (deleted == 0)
            return Answers.NoSuchResume;
        await Outbox.AddAsync(transaction, new ResumeDeleted(id, userId, time.GetUtcNow()), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return TypedResults.Ok(new Response(true, "Resume deleted successfully"));
    }
}
