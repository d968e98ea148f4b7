using System.Globalization;
using System.Text;

namespace ResumeService.Tests.Profiles.Gold;

/// <summary>Counts hits per field, and keeps the misses so that a run shows what to look at.</summary>
internal sealed class Scoreboard
{
    private readonly Dictionary<string, (int Hit, int Of)> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _misses = [];

    public void Add(string field, bool hit, string file, string detail)
    {
        var (hits, of) = _counts.GetValueOrDefault(field);
        _counts[field] = (hits + (hit ? 1 : 0), of + 1);
        if (!hit)
            _misses.Add($"{field,-22} {file}: {detail}");
    }

    public double Share(string field) => _counts.TryGetValue(field, out var count) && count.Of > 0 ? 100.0 * count.Hit / count.Of : 0;

    public string Table(string title)
    {
        var table = new StringBuilder().AppendLine(title);
        foreach (var (field, (hit, of)) in _counts)
            table.AppendLine(CultureInfo.InvariantCulture, $"  {field,-22} {100.0 * hit / of,6:0.0} %  ({hit}/{of})");

        return table.ToString();
    }

    public string Misses => string.Join('\n', _misses);
}
