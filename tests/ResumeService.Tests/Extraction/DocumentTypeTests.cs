using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ResumeService.Extraction;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Extraction;

public sealed class DocumentTypeTests
{
    [Fact]
    public void A_pdf_is_known_by_its_signature_also_behind_other_bytes()
    {
        var pdf = PdfBuilder.OfLines("text");

        DocumentType.Detect(pdf).ShouldBe(DocumentKind.Pdf);
        DocumentType.Detect([.. new byte[1000], .. pdf]).ShouldBe(DocumentKind.Pdf);
        DocumentType.Detect([.. new byte[1021], .. pdf]).ShouldBeNull();
    }

    [Fact]
    public void A_word_document_is_known_by_its_content() => DocumentType.Detect(DocxBuilder.OfParagraphs("text")).ShouldBe(DocumentKind.Docx);

    [Theory]
    [InlineData(WordprocessingDocumentType.MacroEnabledDocument)]
    [InlineData(WordprocessingDocumentType.Template)]
    [InlineData(WordprocessingDocumentType.MacroEnabledTemplate)]
    public async Task Word_templates_and_documents_with_macros_are_read_as_text(WordprocessingDocumentType type)
    {
        using var file = new MemoryStream();
        file.Write(DocxBuilder.OfParagraphs("Ada Example, engineer"));
        using (var word = WordprocessingDocument.Open(file, isEditable: true))
            word.ChangeDocumentType(type);

        DocumentType.Detect(file.ToArray()).ShouldBe(DocumentKind.Docx);
        (await Read.DocxAsync(file.ToArray())).Text.ShouldBe("Ada Example, engineer");
    }

    [Fact]
    public void A_spreadsheet_is_none()
    {
        using var file = new MemoryStream();
        using (var sheet = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
            sheet.AddWorkbookPart().Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();

        DocumentType.Detect(file.ToArray()).ShouldBeNull();
    }

    [Fact]
    public void A_plain_archive_is_none_whatever_its_entries_are_called()
    {
        DocumentType.Detect(Archive(("readme.txt", "hello"))).ShouldBeNull();
        DocumentType.Detect(Archive(("word/document.xml", "<w:document/>"))).ShouldBeNull();
        DocumentType.Detect(Archive(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>"))).ShouldBeNull();
        DocumentType.Detect(Archive(("resume.pdf", Encoding.Latin1.GetString(PdfBuilder.OfLines("text"))))).ShouldBeNull();
    }

    [Fact]
    public void Other_files_are_none()
    {
        DocumentType.Detect([]).ShouldBeNull();
        DocumentType.Detect("just text"u8).ShouldBeNull();
        DocumentType.Detect([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).ShouldBeNull();
        DocumentType.Detect([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).ShouldBeNull();
        DocumentType.Detect("PK\x03\x04"u8).ShouldBeNull();
    }

    [Fact]
    public void A_word_document_cut_off_anywhere_is_none_and_never_an_exception()
    {
        var whole = DocxBuilder.OfParagraphs("text");
        for (var length = 0; length < whole.Length - 22; length++)
            DocumentType.Detect(whole.AsSpan(0, length)).ShouldBeNull();
    }

    private static byte[] Archive(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.Latin1.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
