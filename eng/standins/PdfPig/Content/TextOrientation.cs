namespace UglyToad.PdfPig.Content;

#pragma warning disable CA1028 // The real enumeration is a byte.
public enum TextOrientation : byte
{
    /// <summary>None of the four directions along the page's edges.</summary>
    Other = 0,

    /// <summary>Left to right.</summary>
    Horizontal = 1,

    /// <summary>Upside down.</summary>
    Rotate180 = 2,

    /// <summary>Top to bottom.</summary>
    Rotate90 = 3,

    /// <summary>Bottom to top.</summary>
    Rotate270 = 4,
}
