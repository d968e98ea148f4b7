using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using ChatCvService.Contracts;
using ChatCvService.Conversation;
using ChatCvService.CvData;
using ChatCvService.Documents;
using ChatCvService.Documents.Templates;
using ChatCvService.Persistence;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace ChatCvService.Sessions;

/// <summary><c>POST /api/v1/chat/session/{session_id}/finalize</c> (seed 003, 5): a document the first time, a new version of it after that.</summary>
internal static class FinalizeSession
{
    public const int MaxTitle = 200;

    internal sealed record Request
    {
        public string? Title { get; init; }

        public string? TemplateCode { get; init; }
    }

    internal sealed record Document
    {
        public required string Id { get; init; }

        public required long UserId { get; init; }

        public required string DocType { get; init; }

        public required string Title { get; init; }

        public required string Slug { get; init; }

        public required string MongoDocumentId { get; init; }

        public required int CurrentVersion { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }

        public static Document Of(StoredDocument row) => new()
        {
            Id = row.Id.ToString(CultureInfo.InvariantCulture),
            UserId = row.UserId,
            DocType = row.DocType,
            Title = row.Title,
            Slug = row.Slug,
            MongoDocumentId = row.MongoDocumentId,
            CurrentVersion = row.CurrentVersion,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
    }

    internal sealed record Response(string Message, Document Document, Cv CvData);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(
        string sessionId, Request? request, ClaimsPrincipal user, NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        var title = request?.Title?.Trim() ?? "";
        if (title.Length > MaxTitle || title.Contains('\0', StringComparison.Ordinal))
            return Answers.BadRequest($"title must have at most {MaxTitle} characters");
        if (request?.TemplateCode is { } given && CvTemplate.Find(given) is null)
            return Answers.BadRequest("template_code must be default, professional or modern");
        if (!Guid.TryParse(sessionId, out var id))
            return Answers.NoSession;

        var userId = user.UserId();
        var now = time.GetUtcNow();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken))
            return new ApiError(StatusCodes.Status401Unauthorized);
        if (await StoredSession.LockAsync(transaction, id, userId, now, cancellationToken) is not { } session)
            return Answers.NoSession;
        if (session.Progress == 0)
            return Answers.BadRequest("There is nothing to finalize yet. Tell the chat about yourself first.");

        var document = session.DocumentId is { } documentId
            ? await RaiseAsync(transaction, documentId, title, request?.TemplateCode, now, cancellationToken)
            : await CreateAsync(transaction, session, title, request?.TemplateCode ?? CvTemplate.Default.Code, now, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO document_versions (document_id, version, title, template_code, cv_data, created_at) VALUES (@Id, @CurrentVersion, @Title, @TemplateCode, @cv::jsonb, @now);
            UPDATE chat_sessions SET document_id = @Id, updated_at = @now WHERE id = @session;
            """,
            new { document.Id, document.CurrentVersion, document.Title, document.TemplateCode, cv = session.CvJson, now, session = id },
            transaction,
            cancellationToken: cancellationToken));
        if (document.CurrentVersion == 1)
            await Outbox.AddAsync(transaction, new CvDocumentCreated(document.Id, userId, session.DocType, document.CurrentVersion, now), cancellationToken);
        else
            await Outbox.AddAsync(transaction, new CvDocumentUpdated(document.Id, userId, session.DocType, document.CurrentVersion, now), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        var what = session.DocType == DocTypes.Cv ? "CV" : "Cover letter";
        return TypedResults.Ok(new Response($"{what} {(document.CurrentVersion == 1 ? "created" : "updated")} successfully from chat session", Document.Of(document), session.Dialogue.Cv));
    }

    private static Task<StoredDocument> RaiseAsync(NpgsqlTransaction transaction, long documentId, string title, string? template, DateTimeOffset now, CancellationToken cancellationToken) =>
        // The address of a document does not change with its title.
        transaction.Connection!.QuerySingleAsync<StoredDocument>(new CommandDefinition(
            """
            UPDATE documents SET current_version = current_version + 1, title = COALESCE(NULLIF(@title, ''), title), template_code = COALESCE(@template, template_code), updated_at = @now
            WHERE id = @documentId RETURNING *
            """,
            new { documentId, title, template, now },
            transaction,
            cancellationToken: cancellationToken));

    private static async Task<StoredDocument> CreateAsync(NpgsqlTransaction transaction, StoredSession session, string title, string template, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (title.Length == 0)
            title = $"My {session.DocType}";
        var slug = Slug.Of(title);
        var free = slug;
        // The user's lock is held: nobody takes the slug in between.
        for (var number = 2; await IsTakenAsync(free); number++)
            free = Slug.Numbered(slug, number);
        return await transaction.Connection!.QuerySingleAsync<StoredDocument>(new CommandDefinition(
            """
            INSERT INTO documents (user_id, doc_type, title, slug, mongo_document_id, template_code, created_at, updated_at)
            VALUES (@UserId, @DocType, @title, @free, @mongoId, @template, @now, @now) RETURNING *
            """,
            new { session.UserId, session.DocType, title, free, mongoId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), template, now },
            transaction,
            cancellationToken: cancellationToken));

        Task<bool> IsTakenAsync(string candidate) => transaction.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM documents WHERE user_id = @UserId AND slug = @candidate)", new { session.UserId, candidate }, transaction, cancellationToken: cancellationToken));
    }
}
