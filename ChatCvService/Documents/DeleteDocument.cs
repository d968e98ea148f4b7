using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ChatCvService.Documents;

/// <summary><c>DELETE /api/v1/documents/{id}</c> (CONTRACT.md, S3). The conversation it was made from stays.</summary>
internal static class DeleteDocument
{
    public static async Task<Results<NoContent, ApiError>> HandleAsync(long id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var deleted = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM documents WHERE id = @id AND user_id = @userId", new { id, userId = user.UserId() }, cancellationToken: cancellationToken));
        return deleted == 0 ? DocumentErrors.NoSuchDocument : TypedResults.NoContent();
    }
}
