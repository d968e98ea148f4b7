using System.IO.Compression;
using System.Text;

namespace ResumeService.Extraction.Docx;

/// <summary>What makes an archive a Word document, and which archives are refused unopened.</summary>
internal static class WordPackage
{
    private const int LongestContentTypes = 1 << 20;

    // XML shrinks to a fifth or so, at the very best to a fiftieth; only bombs reach hundreds.
    private const int HighestRatio = 200;
    private const long RatioMattersFrom = 1 << 20;

    // Documents, templates, and the same with macros (which are never looked at).
    private static readonly string[] MainContentTypes =
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ];

    public static bool HasMainPart(ReadOnlySpan<byte> file, ZipDirectory directory)
    {
        if (!directory.Entries.Any(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.Name.StartsWith('[')))
            return false;
        if (directory.Find("[Content_Types].xml") is not { } contentTypes)
            return false;
        var declared = ReadText(file, contentTypes, LongestContentTypes);
        return MainContentTypes.Any(type => declared.Contains(type, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Null when the archive may be opened.</summary>
    public static ExtractionFailure? Refuse(ReadOnlySpan<byte> file, ExtractionOptions limits)
    {
        if (ZipDirectory.Read(file, limits.MaxEntries) is not { } directory)
            return ExtractionFailure.Damaged;
        if (directory.Entries.Count > limits.MaxEntries || directory.ExpandedBytes > limits.MaxExpandedBytes)
            return ExtractionFailure.TooLarge;
        if (directory.Entries.Any(entry => IsXml(entry) && (entry.ExpandedBytes > limits.MaxPartBytes || IsBomb(entry))))
            return ExtractionFailure.TooLarge;
        if (directory.Entries.Any(entry => entry.IsEncrypted))
            return ExtractionFailure.PasswordProtected;
        return HasMainPart(file, directory) ? null : ExtractionFailure.Damaged;
    }

    // Pictures may be blank and shrink without end; they are never unpacked.
    private static bool IsXml(ZipEntry entry) => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsBomb(ZipEntry entry) => entry.ExpandedBytes > RatioMattersFrom && entry.ExpandedBytes / HighestRatio > entry.PackedBytes;

    private static string ReadText(ReadOnlySpan<byte> file, ZipEntry entry, int limit)
    {
        var packed = ZipDirectory.Packed(file, entry);
        if (entry.Method == 0)
            return Encoding.UTF8.GetString(packed[..Math.Min(packed.Length, limit)]);
        if (entry.Method != 8)
            return "";
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var text = new byte[Math.Min(limit, Math.Max(entry.ExpandedBytes, 0))];
            var length = deflate.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(text, 0, length);
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }
}
