namespace ServiceDefaults.Pdf;

/// <summary>What is not in the HTML itself.</summary>
public sealed record PdfOptions
{
    /// <summary>The title readers show in their window.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47, as in <c>zh-Hant</c>: decides the shapes of Han characters, hyphenation and what a screen reader speaks.</summary>
    public string Language { get; init; } = "en";

    public PaperSize Paper { get; init; } = PaperSize.A4;

    /// <summary>Millimetres left blank at the top and the bottom of each page.</summary>
    public double VerticalMargin { get; init; } = 16;

    /// <summary>Millimetres left blank at both sides.</summary>
    public double HorizontalMargin { get; init; } = 18;

    /// <summary>
    /// Values of <c>data-density</c> on the root element, from the roomiest to the tightest, that the document's CSS knows. The renderer takes the
    /// roomiest one that fits on a page, and otherwise one whose last page is not nearly empty (<see cref="PageFit"/>). Empty: the document stays as it is.
    /// </summary>
    public IReadOnlyList<string> Densities { get; init; } = [];
}
