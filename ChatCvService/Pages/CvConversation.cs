using ChatCvService.CvData;
using ChatCvService.Documents;
using ChatCvService.Documents.Templates;
using ChatCvService.Persistence;
using Dapper;
using Npgsql;

namespace ChatCvService.Pages;

/// <summary>A conversation as its page shows it.</summary>
public sealed record CvConversation
{
    public required Guid Id { get; init; }

    public required bool IsLetter { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<CvLine> Lines { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Progress { get; init; }

    public required IReadOnlyList<CvPart> Parts { get; init; }

    /// <summary>Code of the look that the preview has.</summary>
    public required string Template { get; init; }

    /// <summary>Title of the document, or a proposal for it.</summary>
    public required string Title { get; init; }

    /// <summary>Null before the first finish.</summary>
    public CvFinished? Finished { get; init; }

    public IEnumerable<CvPart> Missing => Parts.Where(part => !part.IsThere);

    public bool IsComplete => !Missing.Any();

    /// <summary>As in "your CV".</summary>
    public string Noun => IsLetter ? "cover letter" : "CV";

    public string Path => CvPages.OfConversation(Id);

    /// <summary>Differs whenever the paper looks different.</summary>
    public string PreviewPath => $"{Path}/preview?template={Template}&after={Lines.Count}";

    /// <summary>Null when there is no such conversation, it has expired, or it is somebody else's.</summary>
    internal static async Task<CvConversation?> FindAsync(NpgsqlDataSource dataSource, string? id, long userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var sessionId) || await StoredSession.FindAsync(dataSource, sessionId, userId, now, cancellationToken) is not { } session)
            return null;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var lines = await connection.QueryAsync<CvLine>(new CommandDefinition(
            "SELECT number, role = 'user' AS is_persons, text, sent_at FROM chat_messages WHERE session_id = @sessionId ORDER BY number", new { sessionId }, cancellationToken: cancellationToken));
        var finished = session.DocumentId is not { } documentId ? null : await connection.QuerySingleOrDefaultAsync<CvFinished>(new CommandDefinition(
            """
            SELECT d.id, d.title, d.current_version AS version, d.template_code, v.cv_data <> s.cv_data AS is_behind
            FROM documents d
            JOIN document_versions v ON v.document_id = d.id AND v.version = d.current_version
            JOIN chat_sessions s ON s.id = @sessionId
            WHERE d.id = @documentId AND d.user_id = @userId
            """,
            new { sessionId, documentId, userId },
            cancellationToken: cancellationToken));
        var cv = session.Dialogue.Cv;
        return new CvConversation
        {
            Id = sessionId,
            IsLetter = session.Dialogue.IsLetter,
            Lines = lines.AsList(),
            Progress = session.Progress,
            Parts = CvPart.Of(cv, session.Dialogue.IsLetter),
            Template = session.TemplateCode ?? finished?.TemplateCode ?? CvTemplate.Default.Code,
            Title = finished?.Title ?? TitleFor(cv, session.Dialogue.IsLetter),
            Finished = finished,
        };
    }

    private static string TitleFor(Cv cv, bool isLetter)
    {
        var what = isLetter ? cv.CoverLetter?.Recipient is { Company.Length: > 0 } recipient ? $"Cover letter to {recipient.Company}" : "Cover letter" : "CV";
        return CvSections.Joined(cv.PersonalInfo.FullName, what);
    }
}

/// <summary>One message of the transcript.</summary>
public sealed record CvLine
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required bool IsPersons { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>The document that a conversation was finished into.</summary>
public sealed record CvFinished
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required int Version { get; init; }

    public required string TemplateCode { get; init; }

    /// <summary>The conversation knows more than the document.</summary>
    public required bool IsBehind { get; init; }
}
