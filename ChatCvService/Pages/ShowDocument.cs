using System.Globalization;
using System.Security.Claims;
using ChatCvService.Documents;
using ChatCvService.Pages.Components;
using ChatCvService.Persistence;
using Dapper;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>GET /cvs/documents/{id}</c>, with <c>version</c> and <c>template</c> to look at another than the document's own.</summary>
internal static class ShowDocument
{
    public static async Task<IResult> HandleAsync(
        string id, string? version, string? template, string? saved, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var documentId)
            || !DocumentErrors.TryTemplate(template, out var look)
            || await StoredDocument.FindAsync(dataSource, userId, documentId, cancellationToken) is not { } document)
        {
            return PageAnswers.NoDocument;
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var versions = (await connection.QueryAsync<CvVersion>(new CommandDefinition(
            "SELECT version AS number, template_code, created_at FROM document_versions WHERE document_id = @documentId ORDER BY version DESC", new { documentId }, cancellationToken: cancellationToken))).AsList();
        var conversation = await connection.QueryFirstOrDefaultAsync<Guid?>(new CommandDefinition(
            "SELECT id FROM chat_sessions WHERE document_id = @documentId AND user_id = @userId AND last_message_at > @oldest ORDER BY updated_at DESC LIMIT 1",
            new { documentId, userId, oldest = time.GetUtcNow() - StoredSession.Lifetime },
            cancellationToken: cancellationToken));
        var wanted = string.IsNullOrEmpty(version) ? versions[0] : versions.Find(each => each.Number.ToString(CultureInfo.InvariantCulture) == version);
        if (wanted is null)
            return PageAnswers.NoDocument;
        return PlatformPages.Html<DocumentPage>(new
        {
            Document = new CvDocumentView
            {
                Id = document.Id,
                Title = document.Title,
                IsLetter = document.DocType == "cover_letter",
                UpdatedAt = document.UpdatedAt,
                Versions = (IReadOnlyList<CvVersion>)versions,
                Shown = wanted,
                Template = look?.Code ?? wanted.TemplateCode,
                Conversation = conversation,
                // Only what is true is said: the address may have been kept.
                IsJustSaved = saved == document.CurrentVersion.ToString(CultureInfo.InvariantCulture) && wanted.Number == document.CurrentVersion,
            },
        });
    }
}

/// <summary>A document as its page shows it.</summary>
public sealed record CvDocumentView
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required bool IsLetter { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Newest first; never empty.</summary>
    public required IReadOnlyList<CvVersion> Versions { get; init; }

    public required CvVersion Shown { get; init; }

    /// <summary>Code of the look that is shown.</summary>
    public required string Template { get; init; }

    /// <summary>The conversation that goes on with it; null when it has ended.</summary>
    public Guid? Conversation { get; init; }

    public bool IsJustSaved { get; init; }

    public string Noun => IsLetter ? "cover letter" : "CV";

    public string Path => CvPages.OfDocument(Id);

    public bool IsNewest => Shown.Number == Versions[0].Number;

    public bool IsOwnTemplate => Template == Shown.TemplateCode;

    /// <summary>What an address adds to show or take this version in this look.</summary>
    public string Query => $"version={Shown.Number}&template={Template}";
}

/// <summary>One version of a document.</summary>
public sealed record CvVersion
{
    public required int Number { get; init; }

    public required string TemplateCode { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
