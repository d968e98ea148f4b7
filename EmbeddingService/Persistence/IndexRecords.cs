using Dapper;
using EmbeddingService.Contracts;
using Npgsql;

namespace EmbeddingService.Persistence;

/// <param name="Index">What is indexed.</param>
/// <param name="Store">Which store holds its vectors.</param>
/// <param name="Version">Another number after every change, a larger one.</param>
internal sealed record IndexRecord(ResumeIndexed Index, string Store, long Version);

/// <summary>
/// What is known of an index beside its vectors, and the marks of what was erased. It is kept in Postgres whichever store has the vectors, so that an index,
/// its event and the marks commit together, and so that it is one row that says which vectors count.
/// </summary>
internal static class IndexRecords
{
    /// <summary>The store whose vectors turned out to be gone.</summary>
    public const string Lost = "lost";

    // Whichever store is in use now: what another one holds is not forgotten.
    private const string NoteResume = """
        INSERT INTO qdrant_leftovers (user_id, resume_id)
        SELECT user_id, resume_id FROM resume_indexes WHERE resume_id = @resumeId AND user_id = @userId AND store <> 'postgres';
        """;

    private const string Columns = "resume_id, user_id, revision, model, chunk_count, indexed_at, store, version";

    extension(NpgsqlConnection connection)
    {
        public async Task<IndexRecord?> FindIndexAsync(long userId, long resumeId, CancellationToken cancellationToken)
        {
            var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                $"SELECT {Columns} FROM resume_indexes WHERE resume_id = @resumeId AND user_id = @userId", new { userId, resumeId }, cancellationToken: cancellationToken));
            return row?.Record;
        }

        /// <summary>False when the resume or its user was erased, a newer revision is there, or this one by the same model in the same store.</summary>
        public Task<bool> IsIndexWantedAsync(ResumeIndexed index, string store, CancellationToken cancellationToken) =>
            connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                """
                SELECT NOT EXISTS (SELECT FROM erased_resumes WHERE resume_id = @ResumeId)
                    AND NOT EXISTS (SELECT FROM erased_users WHERE user_id = @UserId)
                    AND NOT EXISTS (
                        SELECT FROM resume_indexes WHERE resume_id = @ResumeId
                            AND (user_id <> @UserId OR revision > @Revision OR revision = @Revision AND model = @Model AND store = @store))
                """,
                new { index.ResumeId, index.UserId, index.Revision, index.Model, store },
                cancellationToken: cancellationToken));

        /// <summary>Says that the vectors of this version are not in their store any more, so that they are made again.</summary>
        public Task MarkIndexLostAsync(long resumeId, long version, CancellationToken cancellationToken) =>
            connection.ExecuteAsync(new CommandDefinition(
                "UPDATE resume_indexes SET store = @Lost, version = nextval('index_versions') WHERE resume_id = @resumeId AND version = @version",
                new { resumeId, version, Lost },
                cancellationToken: cancellationToken));
    }

    extension(NpgsqlTransaction transaction)
    {
        /// <summary>
        /// One writer at a time for one user's vectors, until the transaction ends: an index that is being stored and the erasure of its owner cannot pass
        /// each other unseen.
        /// </summary>
        public Task LockUserAsync(long userId, CancellationToken cancellationToken) => transaction.Connection!.ExecuteAsync(
            new CommandDefinition("SELECT pg_advisory_xact_lock(@userId)", new { userId }, transaction, cancellationToken: cancellationToken));

        /// <summary>Writes the record in the place of an older one; what Qdrant holds of that is a leftover then.</summary>
        /// <returns>False on the conditions under which <c>IsIndexWantedAsync</c> says so; the transaction is to be rolled back then.</returns>
        public async Task<bool> TryPutIndexAsync(ResumeIndexed index, string store, CancellationToken cancellationToken) =>
            await transaction.Connection!.ExecuteScalarAsync<long?>(new CommandDefinition(
                """
                INSERT INTO qdrant_leftovers (user_id, resume_id, revision, model)
                SELECT user_id, resume_id, revision, model FROM resume_indexes
                WHERE resume_id = @ResumeId AND user_id = @UserId AND store <> 'postgres' AND NOT (@store = 'qdrant' AND revision = @Revision AND model = @Model);
                INSERT INTO resume_indexes AS held (resume_id, user_id, revision, model, chunk_count, indexed_at, store)
                SELECT @ResumeId, @UserId, @Revision, @Model, @ChunkCount, @IndexedAt, @store
                WHERE NOT EXISTS (SELECT FROM erased_resumes WHERE resume_id = @ResumeId) AND NOT EXISTS (SELECT FROM erased_users WHERE user_id = @UserId)
                ON CONFLICT (resume_id) DO UPDATE
                SET revision = excluded.revision, model = excluded.model, chunk_count = excluded.chunk_count, indexed_at = excluded.indexed_at,
                    store = excluded.store, version = nextval('index_versions'), claimed_until = NULL
                WHERE held.user_id = excluded.user_id
                    AND (held.revision < excluded.revision
                        OR held.revision = excluded.revision AND (held.model <> excluded.model OR held.store <> excluded.store))
                RETURNING resume_id
                """,
                new { index.ResumeId, index.UserId, index.Revision, index.Model, index.ChunkCount, index.IndexedAt, store },
                transaction,
                cancellationToken: cancellationToken)) is not null;

        public Task RemoveIndexAsync(long userId, long resumeId, CancellationToken cancellationToken) => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"{NoteResume} DELETE FROM resume_indexes WHERE resume_id = @resumeId AND user_id = @userId",
            new { userId, resumeId },
            transaction,
            cancellationToken: cancellationToken));

        public Task EraseIndexAsync(long userId, long resumeId, DateTimeOffset erasedAt, CancellationToken cancellationToken) =>
            transaction.Connection!.ExecuteAsync(new CommandDefinition(
                $"""
                {NoteResume}
                INSERT INTO erased_resumes (resume_id, user_id, erased_at) VALUES (@resumeId, @userId, @erasedAt) ON CONFLICT DO NOTHING;
                DELETE FROM resume_indexes WHERE resume_id = @resumeId AND user_id = @userId
                """,
                new { userId, resumeId, erasedAt },
                transaction,
                cancellationToken: cancellationToken));

        // The mark of the user stands for those of the resumes.
        public Task EraseIndexesAsync(long userId, DateTimeOffset erasedAt, CancellationToken cancellationToken) => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO qdrant_leftovers (user_id)
            SELECT @userId WHERE EXISTS (SELECT FROM resume_indexes WHERE user_id = @userId AND store <> 'postgres');
            INSERT INTO erased_users (user_id, erased_at) VALUES (@userId, @erasedAt) ON CONFLICT DO NOTHING;
            DELETE FROM erased_resumes WHERE user_id = @userId;
            DELETE FROM resume_indexes WHERE user_id = @userId
            """,
            new { userId, erasedAt },
            transaction,
            cancellationToken: cancellationToken));
    }

    private sealed record Row(long ResumeId, long UserId, int Revision, string Model, int ChunkCount, DateTime IndexedAt, string Store, long Version)
    {
        public IndexRecord Record => new(new ResumeIndexed(ResumeId, UserId, Revision, ChunkCount, Model, new DateTimeOffset(IndexedAt)), Store, Version);
    }
}
