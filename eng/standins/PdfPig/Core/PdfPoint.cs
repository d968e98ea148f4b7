namespace UglyToad.PdfPig.Core;

/// <summary>A point in PDF coordinates: the origin is the page's lower left corner, y grows upwards, the unit is 1/72 inch.</summary>
public readonly struct PdfPoint(double x, double y) : IEquatable<PdfPoint>
{
    public double X { get; } = x;

    public double Y { get; } = y;

    public static bool operator ==(PdfPoint left, PdfPoint right) => left.Equals(right);

    public static bool operator !=(PdfPoint left, PdfPoint right) => !left.Equals(right);

    public bool Equals(PdfPoint other) => X.Equals(other.X) && Y.Equals(other.Y);

    public override bool Equals(object? obj) => obj is PdfPoint other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(X, Y);
}
