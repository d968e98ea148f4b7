using System.Security.Claims;
using ChatCvService.Documents;
using ChatCvService.Pages.Components;
using ChatCvService.Persistence;
using Dapper;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>GET /cvs</c>: what is being written, with its progress, and what is finished.</summary>
internal static class ListCvs
{
    public static async Task<IResult> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var unfinished = await connection.QueryAsync<UnfinishedCv>(new CommandDefinition(
            """
            SELECT id, doc_type = 'cover_letter' AS is_letter, progress, updated_at, cv_data -> 'personal_info' ->> 'full_name' AS name,
                COALESCE(cv_data -> 'cover_letter' -> 'recipient' ->> 'company', '') AS company
            FROM chat_sessions WHERE user_id = @userId AND document_id IS NULL AND last_message_at > @oldest ORDER BY updated_at DESC, id DESC
            """,
            new { userId, oldest = time.GetUtcNow() - StoredSession.Lifetime },
            cancellationToken: cancellationToken));
        var documents = await StoredDocument.ListAsync(dataSource, userId, cancellationToken);
        return PlatformPages.Html<ListPage>(new
        {
            Unfinished = (IReadOnlyList<UnfinishedCv>)unfinished.AsList(),
            Finished = (IReadOnlyList<FinishedCv>)[.. documents.Select(document =>
                new FinishedCv(document.Id, document.DocType == "cover_letter", document.Title, document.CurrentVersion, document.UpdatedAt))],
        });
    }
}

/// <summary>A conversation without a document yet.</summary>
public sealed record UnfinishedCv
{
    public required Guid Id { get; init; }

    public required bool IsLetter { get; init; }

    public required int Progress { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Empty while nobody has said it.</summary>
    public required string Name { get; init; }

    /// <summary>Whom a letter is for; empty while nobody has said it.</summary>
    public required string Company { get; init; }

    public string Heading => (IsLetter, Name, Company) switch
    {
        (true, "", "") => "Cover letter, not addressed yet",
        (true, _, { Length: > 0 }) => $"Cover letter to {Company}",
        (true, _, _) => $"Cover letter of {Name}",
        (_, "", _) => "CV, no name yet",
        _ => $"CV of {Name}",
    };
}

/// <summary>A document.</summary>
public sealed record FinishedCv(long Id, bool IsLetter, string Title, int Version, DateTimeOffset UpdatedAt);
