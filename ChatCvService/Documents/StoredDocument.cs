using ChatCvService.CvData;
using ChatCvService.Documents.Templates;
using Dapper;
using Npgsql;

namespace ChatCvService.Documents;

/// <summary>A row of <c>documents</c>.</summary>
internal sealed record StoredDocument
{
    public required long Id { get; init; }

    public required long UserId { get; init; }

    public required string DocType { get; init; }

    public required string Title { get; init; }

    public required string Slug { get; init; }

    public required string MongoDocumentId { get; init; }

    public required int CurrentVersion { get; init; }

    public required string TemplateCode { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static async Task<IReadOnlyList<StoredDocument>> ListAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<StoredDocument>(new CommandDefinition(
            "SELECT * FROM documents WHERE user_id = @userId ORDER BY updated_at DESC, id DESC", new { userId }, cancellationToken: cancellationToken))];
    }

    /// <summary>Null when the user has no such document.</summary>
    public static async Task<StoredDocument?> FindAsync(NpgsqlDataSource dataSource, long userId, long id, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<StoredDocument>(new CommandDefinition(
            "SELECT * FROM documents WHERE id = @id AND user_id = @userId", new { id, userId }, cancellationToken: cancellationToken));
    }
}

/// <summary>A row of <c>document_versions</c> with what its document says about it.</summary>
internal sealed record StoredVersion
{
    public required string DocType { get; init; }

    public required string Slug { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string TemplateCode { get; init; }

    public required string CvData { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <param name="dataSource">The service's database.</param>
    /// <param name="userId">Owner.</param>
    /// <param name="id">Document.</param>
    /// <param name="version">Null for the current one.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>Null when the user has no such document, or it no such version.</returns>
    public static async Task<StoredVersion?> FindAsync(NpgsqlDataSource dataSource, long userId, long id, int? version, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<StoredVersion>(new CommandDefinition(
            """
            SELECT d.doc_type, d.slug, v.version, v.title, v.template_code, v.cv_data, v.created_at
            FROM documents d
            JOIN document_versions v ON v.document_id = d.id AND v.version = coalesce(@version, d.current_version)
            WHERE d.id = @id AND d.user_id = @userId
            """,
            new { id, userId, version },
            cancellationToken: cancellationToken));
    }

    /// <param name="template">Instead of the one it was finalized with.</param>
    public CvDocument ToDocument(CvTemplate? template) => new()
    {
        Cv = CvJson.Read<Cv>(CvData),
        Title = Title,
        Template = template ?? CvTemplate.Find(TemplateCode) ?? CvTemplate.Default,
        CreatedAt = CreatedAt,
        IsLetter = DocType == "cover_letter",
    };
}
