using Dapper;
using EmbeddingService.Contracts;
using Npgsql;

namespace EmbeddingService.Persistence;

/// <summary>Points to delete from Qdrant: all of a user, all of a resume, or those of one revision by one model.</summary>
internal sealed record QdrantLeftover(long Id, long UserId, long? ResumeId, int? Revision, string? Model);

/// <summary>
/// The list of points that Qdrant may hold and no index names. Qdrant takes no part in a transaction of Postgres: what is about to be written there is on this
/// list first and leaves it with the commit that makes it count; what no longer counts joins the list with the commit that replaces or erases it. So a crash
/// leaves an entry behind, never points that nobody knows of.
/// </summary>
internal static class QdrantLeftovers
{
    extension(NpgsqlConnection connection)
    {
        public async Task<IReadOnlyList<QdrantLeftover>> ReadLeftoversAsync(long userId, CancellationToken cancellationToken) =>
            [.. await connection.QueryAsync<QdrantLeftover>(new CommandDefinition(
                "SELECT id, user_id, resume_id, revision, model FROM qdrant_leftovers WHERE user_id = @userId ORDER BY id",
                new { userId },
                cancellationToken: cancellationToken))];

        /// <summary>Users with entries older than <paramref name="age"/>: whoever wrote those is done with them, or dead.</summary>
        public async Task<IReadOnlyList<long>> ReadUsersWithLeftoversAsync(TimeSpan age, int most, CancellationToken cancellationToken) =>
            [.. await connection.QueryAsync<long>(new CommandDefinition(
                "SELECT user_id FROM qdrant_leftovers WHERE noted_at < now() - @age GROUP BY user_id ORDER BY min(id) LIMIT @most",
                new { age, most },
                cancellationToken: cancellationToken))];

        public Task NoteLeftoverAsync(ResumeIndexed index, CancellationToken cancellationToken) => connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO qdrant_leftovers (user_id, resume_id, revision, model) VALUES (@UserId, @ResumeId, @Revision, @Model)", index, cancellationToken: cancellationToken));

        public Task ForgetLeftoverAsync(long id, CancellationToken cancellationToken) => connection.ExecuteAsync(
            new CommandDefinition("DELETE FROM qdrant_leftovers WHERE id = @id", new { id }, cancellationToken: cancellationToken));
    }

    extension(NpgsqlTransaction transaction)
    {
        /// <summary>Takes the points of <paramref name="index"/> off the list: from this commit on they count.</summary>
        public Task ForgetLeftoverAsync(ResumeIndexed index, CancellationToken cancellationToken) => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM qdrant_leftovers WHERE user_id = @UserId AND resume_id = @ResumeId AND revision = @Revision AND model = @Model",
            index,
            transaction,
            cancellationToken: cancellationToken));
    }
}
