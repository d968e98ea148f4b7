namespace ServiceDefaults.Pdf;

/// <summary>The two paper sizes people print CVs on.</summary>
public enum PaperSize
{
    /// <summary>210 x 297 mm.</summary>
    A4,

    /// <summary>8.5 x 11 inches.</summary>
    Letter,
}

internal static class PaperSizes
{
    private const double PixelsPerMillimetre = 96 / 25.4;

    extension(PaperSize paper)
    {
        /// <summary>Millimetres.</summary>
        public (double Width, double Height) Size => paper switch
        {
            PaperSize.A4 => (210, 297),
            PaperSize.Letter => (215.9, 279.4),
            _ => throw new ArgumentOutOfRangeException(nameof(paper), paper, "Unknown paper size."),
        };
    }

    extension(PdfOptions options)
    {
        /// <summary>The printable part of a page in CSS pixels.</summary>
        public (double Width, double Height) Area =>
        (
            (options.Paper.Size.Width - (2 * options.HorizontalMargin)) * PixelsPerMillimetre,
            (options.Paper.Size.Height - (2 * options.VerticalMargin)) * PixelsPerMillimetre
        );
    }
}
