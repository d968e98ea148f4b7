using ResumeService.Extraction;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Extraction;

/// <summary>What every <see cref="IDocumentReader"/> does, in this process or in another one.</summary>
public abstract class DocumentReaderConformance
{
    protected abstract Task<ExtractionResult> ReadAsync(byte[] document, DocumentKind kind);

    [Fact]
    public async Task Text_of_a_pdf_comes_line_by_line_with_offsets_into_the_whole()
    {
        var result = await ReadAsync(PdfBuilder.OfLines("Ada Example", "ada@example.com", "Wrote programs for the Analytical Engine"), DocumentKind.Pdf);

        result.Failure.ShouldBeNull();
        var document = result.Document.ShouldNotBeNull();
        document.Text.ShouldBe("Ada Example\nada@example.com\nWrote programs for the Analytical Engine");
        document.PageCount.ShouldBe(1);
        document.FromOcr.ShouldBeFalse();
        document.Lines.Count.ShouldBe(3);
        foreach (var line in document.Lines)
        {
            document.Text[line.Start..line.End].ShouldBe(line.Text);
            line.Page.ShouldBe(1);
            line.FontSize.ShouldBeGreaterThan(0);
            line.Left.ShouldBe(72, 1);
        }
    }

    [Fact]
    public async Task Text_of_a_word_document_comes_line_by_line()
    {
        var result = await ReadAsync(new DocxBuilder().Heading("Experience").Paragraph("Engineer at Example & Sons").Build(), DocumentKind.Docx);

        var document = result.Document.ShouldNotBeNull();
        document.Lines().ShouldBe(["Experience", "Engineer at Example & Sons"]);
        document.Lines[0].IsHeading.ShouldBeTrue();
        document.Lines[1].IsHeading.ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_are_counted_and_their_lines_numbered()
    {
        var result = await ReadAsync(new PdfBuilder().Page(page => page.Text(72, 700, "On the first page of this resume")).Page(page => page.Text(72, 600, "On the second page of it")).Build(), DocumentKind.Pdf);

        var document = result.Document.ShouldNotBeNull();
        document.PageCount.ShouldBe(2);
        document.Lines.Select(line => line.Page).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_pdf_that_wants_a_password_is_refused_as_such()
    {
        var document = new PdfBuilder().Page(page => page.Text(72, 700, "Nobody is to read this without a password")).ProtectedBy("open sesame").Build();

        (await ReadAsync(document, DocumentKind.Pdf)).Failure.ShouldBe(ExtractionFailure.PasswordProtected);
    }

    [Fact]
    public async Task An_encrypted_pdf_that_opens_without_a_password_is_read()
    {
        var document = new PdfBuilder().Page(page => page.Text(72, 700, "Encrypted with the empty password only")).ProtectedBy("").Build();

        (await ReadAsync(document, DocumentKind.Pdf)).Document.ShouldNotBeNull().Text.ShouldBe("Encrypted with the empty password only");
    }

    [Fact]
    public async Task Bytes_that_are_no_pdf_are_damaged()
    {
        (await ReadAsync("%PDF-1.7 and then nothing of the kind"u8.ToArray(), DocumentKind.Pdf)).Failure.ShouldBe(ExtractionFailure.Damaged);
    }

    [Fact]
    public async Task Bytes_that_are_no_archive_are_damaged()
    {
        (await ReadAsync("PK\x03\x04 and then nothing of the kind"u8.ToArray(), DocumentKind.Docx)).Failure.ShouldBe(ExtractionFailure.Damaged);
    }

    [Fact]
    public async Task A_pdf_cut_off_before_its_content_is_damaged()
    {
        var whole = PdfBuilder.OfLines("This line is lost with the rest of the file");

        (await ReadAsync(whole[..60], DocumentKind.Pdf)).Failure.ShouldBe(ExtractionFailure.Damaged);
    }

    [Fact]
    public async Task A_pdf_that_lost_only_its_end_is_repaired_and_read()
    {
        var whole = PdfBuilder.OfLines("This line came through with the first part");

        var result = await ReadAsync(whole[..^12], DocumentKind.Pdf);

        result.Document.ShouldNotBeNull().Text.ShouldBe("This line came through with the first part");
    }

    [Fact]
    public async Task More_pages_than_allowed_are_too_large()
    {
        var pdf = new PdfBuilder();
        for (var page = 0; page < Limits.MaxPages + 1; page++)
            pdf.Page(content => content.Text(72, 700, "One page of far too many of them"));

        (await ReadAsync(pdf.Build(), DocumentKind.Pdf)).Failure.ShouldBe(ExtractionFailure.TooLarge);
    }

    [Fact]
    public async Task An_empty_word_document_has_no_text()
    {
        (await ReadAsync(DocxBuilder.OfParagraphs(" ", ""), DocumentKind.Docx)).Failure.ShouldBe(ExtractionFailure.NoText);
    }

    [Fact]
    public async Task An_empty_page_has_no_text()
    {
        (await ReadAsync(new PdfBuilder().Page(_ => { }).Build(), DocumentKind.Pdf)).Failure.ShouldBe(ExtractionFailure.NoText);
    }

    [Fact]
    public async Task A_scanned_page_is_read_by_ocr()
    {
        if (!OcrInstalled)
            return;
        var scan = ScannedPdf.Of(new PdfBuilder().Page(page => page.Lines(72, 750, ["Grace Hopper", "Programming languages and compilers"], size: 20, leading: 40)).Build());

        var result = await ReadAsync(scan, DocumentKind.Pdf);

        var document = result.Document.ShouldNotBeNull();
        document.FromOcr.ShouldBeTrue();
        document.PageCount.ShouldBe(1);
        document.Lines().ShouldBe(["Grace Hopper", "Programming languages and compilers"]);
    }

    // Times that a busy machine keeps too: they are what ExtractionPoolTests is about.
    protected static ExtractionOptions Limits { get; } = new()
    {
        MaxPages = 12,
        Workers = 1,
        TimeLimit = TimeSpan.FromSeconds(60),
        OcrTimeLimit = TimeSpan.FromSeconds(60),
        WaitLimit = TimeSpan.FromSeconds(60),
        TotalTimeLimit = TimeSpan.FromSeconds(60),
    };

    /// <summary>OCR needs two programs; where they are missing a scan has no text, which its own test shows.</summary>
    protected static bool OcrInstalled => ResumeService.Extraction.Ocr.OcrReader.IsInstalled && ScannedPdf.CanScan;
}

/// <summary>In the caller's process.</summary>
public sealed class DocumentReaderTests : DocumentReaderConformance
{
    protected override Task<ExtractionResult> ReadAsync(byte[] document, DocumentKind kind) => Read.ResultAsync(document, kind, Limits);
}

/// <summary>In a worker.</summary>
public sealed class ExtractionPoolConformanceTests(ExtractionPoolConformanceTests.Fixture fixture) : DocumentReaderConformance, IClassFixture<ExtractionPoolConformanceTests.Fixture>
{
    protected override Task<ExtractionResult> ReadAsync(byte[] document, DocumentKind kind) =>
        fixture.Pool.ReadAsync(document, kind, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(90));

    public sealed class Fixture : IAsyncLifetime
    {
        internal ExtractionPool Pool { get; } = Pools.Of(Limits);

        public async ValueTask InitializeAsync() => await Pool.StartAsync(CancellationToken.None);

        public async ValueTask DisposeAsync() => await Pool.DisposeAsync();
    }
}
