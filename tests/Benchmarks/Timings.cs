using System.Globalization;

namespace Benchmarks;

/// <summary>Durations of one kind of work, in milliseconds.</summary>
internal sealed class Timings(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {Median,7:F1} ms   p95 {P95,7:F1} ms   n {_sorted.Length}");

    // Nearest rank.
    private double At(double share) => _sorted.Length == 0 ? double.NaN : _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)];
}
