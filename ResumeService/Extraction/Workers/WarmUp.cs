using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ResumeService.Extraction.Workers;

/// <summary>Reads small documents of each kind before the first real one, so that the code is compiled and poppler's libraries are in memory.</summary>
/// <remarks>What keeps a worker from reading at all, a program that is not installed, ends it here, before it says that it is ready.</remarks>
internal static class WarmUp
{
    // What is called for each word is then called often enough to be compiled anew, optimised.
    private const int Rounds = 3;

    public static void Run(DocumentReader reader)
    {
        var (pdf, docx) = (SmallPdf(), SmallDocx());
        for (var round = 0; round < Rounds; round++)
        {
            reader.ReadAsync(pdf, DocumentKind.Pdf, CancellationToken.None).GetAwaiter().GetResult();
            reader.ReadAsync(docx, DocumentKind.Docx, CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    private static byte[] SmallPdf()
    {
        var content = new StringBuilder();
        for (var line = 0; line < 40; line++)
            content.Append(CultureInfo.InvariantCulture, $"BT /F1 11 Tf 1 0 0 1 72 {780 - (15 * line)} Tm (The quick brown fox jumps over line {line} of the page) Tj ET\n");
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var body in (string[])
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"),
        ])
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static byte[] SmallDocx()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            static Paragraph Line(string text) => new(new Run(new Text(text)));
            word.AddMainDocumentPart().Document = new Document(new Body(
                Line("The quick brown fox"),
                new Table(new TableRow(new TableCell(Line("jumps")), new TableCell(Line("over")))),
                Line("the lazy dog")));
        }

        return file.ToArray();
    }
}
