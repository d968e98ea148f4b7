using ChatCvService.CvData;
using ChatCvService.Documents.Templates;

namespace ChatCvService.Documents;

/// <summary>One version of a document, as every export and preview takes it.</summary>
internal sealed record CvDocument
{
    public required Cv Cv { get; init; }

    public required string Title { get; init; }

    public required CvTemplate Template { get; init; }

    /// <summary>When this version was finalized: the date on a letter, and in a file's properties.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it is a letter; its CV then only says who writes it.</summary>
    public bool IsLetter { get; init; }

    /// <summary>The person's name, or the document's title while nobody has said it.</summary>
    public string Heading => Cv.PersonalInfo.FullName.Trim() is { Length: > 0 } name ? name : Title;
}
