using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServiceDefaults.Pdf;

/// <summary>
/// The typefaces that documents carry with them: Source Sans 3, Source Serif 4 and IBM Plex Sans (SIL Open Font License), cut into subsets by script.
/// CSS knows them as <c>source-sans-3</c>, <c>source-serif-4</c> and <c>ibm-plex-sans</c>; other scripts come from the system's fonts.
/// </summary>
public sealed partial class PdfFonts
{
    private readonly IReadOnlyList<Face> _faces;
    private readonly FrozenDictionary<string, byte[]> _files;

    private PdfFonts(IReadOnlyList<Face> faces, FrozenDictionary<string, byte[]> files)
    {
        _faces = faces;
        _files = files;
    }

    /// <summary>The fonts of this build. Without any (npm was missing) every rule below is empty and the system's fonts serve.</summary>
    public static PdfFonts Shared { get; } = Load();

    /// <summary><c>@font-face</c> rules with the fonts inside, of just the subsets that <paramref name="text"/> needs.</summary>
    public string EmbeddedCss(string text, params IReadOnlyList<string> families)
    {
        ArgumentNullException.ThrowIfNull(text);
        var characters = text.EnumerateRunes().Select(rune => rune.Value).ToHashSet();
        return Css(
            _faces.Where(face => families.Contains(face.Family, StringComparer.Ordinal) && characters.Any(face.Holds)),
            face => "data:font/woff2;base64," + Convert.ToBase64String(_files[face.File]));
    }

    /// <summary><c>@font-face</c> rules that fetch <c>{folder}/{file}</c>, for pages in a browser.</summary>
    public string LinkedCss(string folder, params IReadOnlyList<string> families) =>
        Css(_faces.Where(face => families.Contains(face.Family, StringComparer.Ordinal)), face => $"{folder}/{face.File}");

    /// <summary>A font file (woff2) by the name that <see cref="LinkedCss"/> gave it; null when there is none.</summary>
    public byte[]? File(string name) => _files.GetValueOrDefault(name);

    private static string Css(IEnumerable<Face> faces, Func<Face, string> source)
    {
        var css = new StringBuilder();
        foreach (var face in faces)
        {
            css.Append(CultureInfo.InvariantCulture, $$"""
                @font-face { font-family: "{{face.Family}}"; font-weight: {{face.Weight}}; font-style: {{face.Style}}; unicode-range: {{face.Range}}; src: url("{{source(face)}}") format("woff2"); }

                """);
        }

        return css.ToString();
    }

    private static PdfFonts Load()
    {
        var assembly = typeof(PdfFonts).Assembly;
        const string folder = "fonts/";
        var resources = assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Select(name => name[folder.Length..]).Order(StringComparer.Ordinal).ToArray();
        var ranges = resources.Where(name => name.EndsWith(".json", StringComparison.Ordinal)).ToDictionary(
            name => Path.GetFileNameWithoutExtension(name),
            name => JsonSerializer.Deserialize<Dictionary<string, string>>(Read(name))!,
            StringComparer.Ordinal);

        var faces = new List<Face>();
        foreach (var name in resources)
        {
            if (FileName().Match(name) is { Success: true } match && ranges.GetValueOrDefault(match.Groups["family"].Value)?.GetValueOrDefault(match.Groups["subset"].Value) is { } range)
                faces.Add(new Face(name, match.Groups["family"].Value, match.Groups["weight"].Value, match.Groups["style"].Value, range));
        }

        return new PdfFonts(faces, faces.ToFrozenDictionary(face => face.File, face => Read(face.File), StringComparer.Ordinal));

        byte[] Read(string name)
        {
            using var stream = assembly.GetManifestResourceStream(folder + name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    [GeneratedRegex(@"^(?<family>source-sans-3|source-serif-4|ibm-plex-sans)-(?<subset>[a-z-]+)-(?<weight>\d+)-(?<style>normal|italic)\.woff2$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    /// <param name="File">Name of the woff2 file.</param>
    /// <param name="Family">CSS font-family.</param>
    /// <param name="Weight">CSS font-weight.</param>
    /// <param name="Style">CSS font-style.</param>
    /// <param name="Range">CSS unicode-range.</param>
    private sealed record Face(string File, string Family, string Weight, string Style, string Range)
    {
        private readonly (int First, int Last)[] _ranges = [.. Range.Split(',').Select(Parse)];

        public bool Holds(int character) => Array.Exists(_ranges, range => character >= range.First && character <= range.Last);

        // U+0100-02BA or U+2113
        private static (int First, int Last) Parse(string range)
        {
            var ends = range.AsSpan().Trim()[2..];
            var dash = ends.IndexOf('-');
            var first = int.Parse(dash < 0 ? ends : ends[..dash], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return (first, dash < 0 ? first : int.Parse(ends[(dash + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }
    }
}
