namespace ResumeService.Extraction;

/// <summary>The text of one document in reading order, as every later step sees it.</summary>
/// <remarks>Offsets anywhere in this service (evidence, mentions, chunks) are UTF-16 offsets into <see cref="Text"/>.</remarks>
public sealed record DocumentText
{
    /// <summary>All lines joined by <c>\n</c>; an empty line stands between blocks (paragraphs, columns, table cells, pages).
    /// A tab within a line stands for a wide gap: a date at the right margin, the next cell of a table's row.</summary>
    public required string Text { get; init; }

    /// <summary>The non-empty lines of <see cref="Text"/>, in its order.</summary>
    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>Pages read; 1 for a DOCX.</summary>
    public required int PageCount { get; init; }

    /// <summary>True when the text was recognised from page images.</summary>
    public bool FromOcr { get; init; }
}

/// <summary>One line of a document.</summary>
/// <param name="Start">Offset of the line's first character in <see cref="DocumentText.Text"/>.</param>
/// <param name="Text">The line without its line break; exactly the substring at <paramref name="Start"/>.</param>
/// <param name="Page">1-based page; 1 for a DOCX.</param>
/// <param name="FontSize">Size in points (word-box height for a PDF); 0 when the format does not say.</param>
/// <param name="Left">Left edge in points from the page's left; 0 when the format does not say.</param>
/// <param name="IsHeading">The format says so: a DOCX heading style, or a PDF line set clearly larger than the body text.</param>
public sealed record DocumentLine(int Start, string Text, int Page, double FontSize, double Left, bool IsHeading)
{
    /// <summary>Offset just behind the line's last character.</summary>
    public int End => Start + Text.Length;
}
