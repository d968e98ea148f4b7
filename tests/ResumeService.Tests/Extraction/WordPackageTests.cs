using System.IO.Compression;
using System.Text;
using ResumeService.Extraction;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Extraction;

/// <summary>Archives made to harm whoever unpacks them.</summary>
public sealed class WordPackageTests
{
    private static readonly byte[] Sound = new DocxBuilder().Paragraph("Ada Example, engineer").Header("ada@example.com").Build();

    [Fact]
    public async Task More_entries_than_allowed_are_too_large()
    {
        var document = With(Enumerable.Range(0, 2000).Select(number => ($"word/media/image{number}.png", 10L)));

        (await ReadAsync(document)).Failure.ShouldBe(ExtractionFailure.TooLarge);
    }

    [Fact]
    public async Task More_expanded_bytes_than_allowed_are_too_large()
    {
        var document = With([("word/media/image.bmp", 101L * 1024 * 1024)]);

        document.Length.ShouldBeLessThan(1024 * 1024);
        (await ReadAsync(document)).Failure.ShouldBe(ExtractionFailure.TooLarge);
    }

    [Fact]
    public async Task A_part_that_shrank_as_no_text_does_is_too_large()
    {
        (await ReadAsync(With([("word/footnotes.xml", 50L * 1024 * 1024)]))).Failure.ShouldBe(ExtractionFailure.TooLarge);
    }

    [Fact]
    public async Task A_blank_picture_may_shrink_as_much_as_it_likes()
    {
        (await ReadAsync(With([("word/media/blank.bmp", 5L * 1024 * 1024)]))).Document.ShouldNotBeNull().Text.ShouldContain("Ada Example");
    }

    [Fact]
    public async Task A_part_that_is_larger_than_the_directory_says_is_not_unpacked_beyond_that()
    {
        // 40 MB of blanks behind the body's start; the central directory and the local header both say one kilobyte.
        var text = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>{DocxBuilder.Run("Ada Example, engineer")}</w:p></w:body></w:document>{new string(' ', 40 * 1024 * 1024)}";
        var document = Replace("word/document.xml", Encoding.UTF8.GetBytes(text));
        Declare(document, "word/document.xml", 1024);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = await ReadAsync(document);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20 * 1024 * 1024);
        (result.Failure is ExtractionFailure.Damaged || result.Document?.Text.Contains("Ada Example", StringComparison.Ordinal) == true).ShouldBeTrue();
    }

    [Fact]
    public async Task A_part_larger_than_allowed_is_refused()
    {
        var body = string.Concat(Enumerable.Range(0, 3000).Select(number => $"<w:p>{DocxBuilder.Run($"line number {number}")}</w:p>"));

        (await Read.ResultAsync(new DocxBuilder().BodyXml(body).Build(), DocumentKind.Docx, new ExtractionOptions { MaxPartBytes = 10_000 })).Failure.ShouldBe(ExtractionFailure.TooLarge);
    }

    [Fact]
    public async Task Entities_are_never_resolved()
    {
        var secret = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(secret, "content of a file of this machine");
            var xml = $"<!DOCTYPE w:document [<!ENTITY file SYSTEM \"file://{secret}\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&file;</w:t></w:r></w:p></w:body></w:document>";

            var result = await ReadAsync(Replace("word/document.xml", Encoding.UTF8.GetBytes(xml)));

            result.Failure.ShouldBe(ExtractionFailure.Damaged);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task Entities_that_multiply_are_never_expanded()
    {
        var entities = string.Concat(Enumerable.Range(1, 12).Select(level => $"<!ENTITY e{level} \"{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}\">"));
        var xml = $"<!DOCTYPE w:document [<!ENTITY e0 \"lol\">{entities}]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>";

        (await ReadAsync(Replace("word/document.xml", Encoding.UTF8.GetBytes(xml)))).Failure.ShouldBe(ExtractionFailure.Damaged);
    }

    [Fact]
    public async Task An_archive_inside_is_not_opened()
    {
        var inner = DocxBuilder.OfParagraphs("Text of the inner document");
        using var file = new MemoryStream();
        file.Write(Sound);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("word/embeddings/inner.docx").Open();
            entry.Write(inner);
        }

        (await ReadAsync(file.ToArray())).Document.ShouldNotBeNull().Text.ShouldNotContain("inner");
    }

    [Fact]
    public async Task Malformed_xml_is_damaged() => (await ReadAsync(Replace("word/document.xml", "<w:document"u8.ToArray()))).Failure.ShouldBe(ExtractionFailure.Damaged);

    [Fact]
    public async Task A_document_without_its_main_part_is_damaged()
    {
        using var file = new MemoryStream();
        file.Write(Sound);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            zip.GetEntry("word/document.xml").ShouldNotBeNull().Delete();

        (await ReadAsync(file.ToArray())).Failure.ShouldBe(ExtractionFailure.Damaged);
    }

    private static Task<ExtractionResult> ReadAsync(byte[] document) => Read.ResultAsync(document, DocumentKind.Docx);

    /// <summary>The sound document with more entries, each so many zeros.</summary>
    private static byte[] With(IEnumerable<(string Name, long Bytes)> entries)
    {
        using var file = new MemoryStream();
        file.Write(Sound);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                var zeros = new byte[64 * 1024];
                for (var left = bytes; left > 0; left -= zeros.Length)
                    entry.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            }
        }

        return file.ToArray();
    }

    private static byte[] Replace(string name, byte[] content)
    {
        using var file = new MemoryStream();
        file.Write(Sound);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name).ShouldNotBeNull().Delete();
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return file.ToArray();
    }

    /// <summary>Writes another expanded size into the entry's record in the central directory.</summary>
    private static void Declare(byte[] archive, string name, uint size)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var at = 0; at < archive.Length - 46; at++)
        {
            if (archive.AsSpan(at).StartsWith("PK\x01\x02"u8) && archive.AsSpan(at + 46).StartsWith(wanted))
                BitConverter.TryWriteBytes(archive.AsSpan(at + 24), size).ShouldBeTrue();
        }
    }
}
