using System.Globalization;
using System.Security.Claims;
using ChatCvService.Contracts;
using ChatCvService.Documents;
using ChatCvService.Documents.Templates;
using Dapper;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>POST /cvs/documents/{id}/template</c>: a new version with the same text in another look; earlier versions stay as they were.</summary>
internal static class KeepTemplate
{
    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return PageAnswers.UnreadableForm;
        if (CvTemplate.Find(form["template"].ToString()) is not { } template)
            return DocumentErrors.UnknownTemplate;
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var documentId))
            return PageAnswers.NoDocument;

        var (userId, now) = (user.UserId(), time.GetUtcNow());
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken))
            return new ApiError(StatusCodes.Status401Unauthorized);
        // A form that is sent twice finds the look in place.
        var raised = await connection.QuerySingleOrDefaultAsync<Raised>(new CommandDefinition(
            """
            UPDATE documents SET current_version = current_version + 1, template_code = @Code, updated_at = @now
            WHERE id = @documentId AND user_id = @userId AND template_code <> @Code
            RETURNING current_version AS version, doc_type
            """,
            new { documentId, userId, template.Code, now },
            transaction,
            cancellationToken: cancellationToken));
        if (raised is null)
            return await StoredDocument.FindAsync(dataSource, userId, documentId, cancellationToken) is null ? PageAnswers.NoDocument : PlatformPages.SeeOther(CvPages.OfDocument(documentId));

        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO document_versions (document_id, version, title, template_code, cv_data, created_at)
            SELECT document_id, @Version, title, @Code, cv_data, @now FROM document_versions WHERE document_id = @documentId AND version = @Version - 1;
            UPDATE chat_sessions SET template_code = @Code WHERE document_id = @documentId AND user_id = @userId;
            """,
            new { documentId, userId, raised.Version, template.Code, now },
            transaction,
            cancellationToken: cancellationToken));
        await Outbox.AddAsync(transaction, new CvDocumentUpdated(documentId, userId, raised.DocType, raised.Version, now), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return PlatformPages.SeeOther($"{CvPages.OfDocument(documentId)}?saved={raised.Version}");
    }

    private sealed record Raised
    {
        public required int Version { get; init; }

        public required string DocType { get; init; }
    }
}
