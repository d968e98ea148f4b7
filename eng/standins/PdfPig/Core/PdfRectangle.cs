namespace UglyToad.PdfPig.Core;

/// <summary>An upright rectangle in PDF coordinates. The real type can also be rotated; poppler's boxes never are.</summary>
public readonly struct PdfRectangle(double x1, double y1, double x2, double y2) : IEquatable<PdfRectangle>
{
    public PdfPoint BottomLeft { get; } = new(x1, y1);

    public PdfPoint TopRight { get; } = new(x2, y2);

    public double Left => BottomLeft.X;

    public double Right => TopRight.X;

    public double Bottom => BottomLeft.Y;

    public double Top => TopRight.Y;

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public static bool operator ==(PdfRectangle left, PdfRectangle right) => left.Equals(right);

    public static bool operator !=(PdfRectangle left, PdfRectangle right) => !left.Equals(right);

    public bool Equals(PdfRectangle other) => BottomLeft == other.BottomLeft && TopRight == other.TopRight;

    public override bool Equals(object? obj) => obj is PdfRectangle other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(BottomLeft, TopRight);
}
