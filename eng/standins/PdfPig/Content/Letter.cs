using UglyToad.PdfPig.Core;

namespace UglyToad.PdfPig.Content;

/// <summary>One glyph, or the blank between two words. Its box is its share of the word's box.</summary>
public class Letter
{
    internal Letter(string value, PdfPoint start, double width, double height, TextOrientation orientation)
    {
        Value = value;
        StartBaseLine = start;
        Width = width;
        PointSize = height;
        TextOrientation = orientation;
    }

    /// <summary>The character, or several for a ligature.</summary>
    public string Value { get; }

    public TextOrientation TextOrientation { get; }

    public PdfPoint Location => StartBaseLine;

    public PdfPoint StartBaseLine { get; }

    public PdfPoint EndBaseLine => TextOrientation switch
    {
        TextOrientation.Rotate90 => new(StartBaseLine.X, StartBaseLine.Y - Width),
        TextOrientation.Rotate270 => new(StartBaseLine.X, StartBaseLine.Y + Width),
        _ => new(StartBaseLine.X + Width, StartBaseLine.Y),
    };

    /// <summary>Advance along the line of writing, in points.</summary>
    public double Width { get; }

    /// <summary>Height of the word's box in points: a sixth or so more than the font's nominal size.</summary>
    public double PointSize { get; }

    public double FontSize => PointSize;

    public PdfRectangle BoundingBox
    {
        get
        {
            var below = PointSize * DescentShare;
            var (x, y) = (StartBaseLine.X, StartBaseLine.Y);
            return TextOrientation switch
            {
                TextOrientation.Rotate90 => new(x - below, y - Width, x - below + PointSize, y),
                TextOrientation.Rotate270 => new(x + below - PointSize, y, x + below, y + Width),
                _ => new(x, y - below, x + Width, y - below + PointSize),
            };
        }
    }

    /// <summary>The part of a word's box below its baseline: poppler gives boxes and no baseline, and most fonts' descent is near this.</summary>
    internal const double DescentShare = 0.2;

    public override string ToString() => Value;
}
