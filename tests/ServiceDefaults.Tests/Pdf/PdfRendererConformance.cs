using ServiceDefaults.Pdf;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ServiceDefaults.Tests.Pdf;

/// <summary>What every <see cref="IPdfRenderer"/> does.</summary>
public abstract class PdfRendererConformance
{
    protected static readonly PdfOptions Plain = new() { Title = "A title" };

    protected abstract IPdfRenderer Renderer { get; }

    [Fact]
    public async Task A_document_keeps_its_text_its_order_its_links_and_its_title()
    {
        var pdf = await RenderAsync(
            """<h1>Ada Example</h1><p>Write to <a href="mailto:ada@example.org">ada@example.org</a></p><h2>Experience</h2><ul><li>First &amp; foremost</li><li>Efficient office workflows</li></ul>""",
            Plain with { Title = "Ada Example, CV", Language = "en-GB" });

        (await TextAsync(pdf)).ShouldBe(["Ada Example", "Write to ada@example.org", "Experience", "First & foremost", "Efficient office workflows"]);
        (await PdfTools.LinksAsync(pdf)).ShouldBe(["mailto:ada@example.org"]);
        var info = await PdfTools.InfoAsync(pdf);
        info["Title"].ShouldBe("Ada Example, CV");
        info["Tagged"].ShouldBe("yes");
        var structure = await PdfTools.StructureAsync(pdf);
        structure.ShouldContain("H1");
        structure.ShouldContain("LI");
    }

    [Theory]
    [InlineData(PaperSize.A4, "(A4)")]
    [InlineData(PaperSize.Letter, "(letter)")]
    public async Task Paper_is_the_one_asked_for(PaperSize paper, string expected)
    {
        var pdf = await RenderAsync("<p>Text</p>", Plain with { Paper = paper });

        (await PdfTools.InfoAsync(pdf))["Page size"].ShouldEndWith(expected);
    }

    [Theory]
    [InlineData("zh-Hans", "王小明，软件工程师")]
    [InlineData("ja", "佐藤花子 看護師")]
    [InlineData("ko", "김민준 엔지니어")]
    [InlineData("ru", "Анна Каренина, бухгалтер")]
    [InlineData("el", "Νίκος Παπαδόπουλος")]
    [InlineData("vi", "Nguyễn Thị Hương")]
    [InlineData("hi", "प्रिया शर्मा")]
    [InlineData("th", "สมชาย ใจดี")]
    public async Task Text_in_any_script_is_drawn_with_embedded_fonts_and_can_be_read_back(string language, string text)
    {
        var pdf = await RenderAsync($"<p>{text}</p>", Plain with { Language = language });

        // The space of a Han or Hangul font is so narrow that pdftotext takes it for none.
        WithoutSpaces(string.Concat(await TextAsync(pdf))).ShouldBe(WithoutSpaces(text));
        (await PdfTools.FontsAsync(pdf)).ShouldAllBe(font => font.Embedded);
    }

    [Fact]
    public async Task Text_from_right_to_left_and_emoji_are_drawn()
    {
        var pdf = await RenderAsync("""<p dir="rtl">مهندسة برمجيات</p><p>Launched 🚀</p>""", Plain with { Language = "ar" });

        var text = string.Join(' ', await TextAsync(pdf));
        text.ShouldContain("مهندسة");
        text.ShouldContain("🚀");
        (await PdfTools.FontsAsync(pdf)).ShouldAllBe(font => font.Embedded);
    }

    [Fact]
    public async Task A_long_document_runs_over_as_many_pages_as_it_needs()
    {
        var pdf = await RenderAsync(string.Concat(Enumerable.Range(1, 3).Select(page => $"""<section style="break-after: page"><h2>Page {page}</h2></section>""")) + "<p>End</p>", Plain);

        (await PdfTools.PageCountAsync(pdf)).ShouldBe(4);
        (await TextAsync(pdf)).ShouldBe(["Page 1", "Page 2", "Page 3", "End"]);
    }

    [Fact]
    public async Task Many_documents_at_once_each_get_their_own()
    {
        var documents = Enumerable.Range(1, 20).ToArray();

        var pdfs = await Task.WhenAll(documents.Select(number => RenderAsync($"<p>Document {number}</p>", Plain)));

        foreach (var (number, pdf) in documents.Zip(pdfs))
            (await TextAsync(pdf)).ShouldBe([$"Document {number}"]);
    }

    [Fact]
    public async Task Scripts_files_and_addresses_of_a_document_are_never_reached()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "what stands in this file");
        using var web = new Neighbour();
        try
        {
            var pdf = await RenderAsync(
                $"""
                <p id="p">Untouched</p><script>document.getElementById('p').textContent = 'Changed'</script><img src="x" onerror="document.body.textContent = 'Changed'">
                <iframe src="file://{secret}"></iframe><object data="file://{secret}"></object><link rel="stylesheet" href="{web.Address}style.css">
                <img src="{web.Address}picture.png"><iframe src="{web.Address}page"></iframe>
                """,
                Plain);

            (await TextAsync(pdf)).ShouldBe(["Untouched"]);
            web.Requests.ShouldBe(0);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task The_roomiest_density_that_fits_on_one_page_is_taken()
    {
        (await PagesAndTextAsync(lines: 20)).ShouldBe((1, "roomy"));
        (await PagesAndTextAsync(lines: 46)).ShouldBe((1, "usual"));
        (await PagesAndTextAsync(lines: 60)).ShouldBe((1, "tight"));
    }

    [Fact]
    public async Task A_last_page_with_two_lines_is_avoided()
    {
        // 1000 px of text area hold 66 tight lines; 68 would leave two of them alone on a second page.
        (await PagesAndTextAsync(lines: 68)).ShouldBe((2, "usual"));
        (await PagesAndTextAsync(lines: 102)).ShouldBe((2, "tight"));
    }

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal).Normalize();

    protected Task<byte[]> RenderAsync(string body, PdfOptions options) =>
        Renderer.RenderAsync($"""<!DOCTYPE html><html><head><meta charset="utf-8"><style>body {"{"} margin: 0 {"}"}</style></head><body>{body}</body></html>""", options, CancellationToken.None);

    protected static async Task<string[]> TextAsync(byte[] pdf) =>
        (await PdfTools.TextAsync(pdf)).Split(['\n', '\f'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Lines of 25, 20 or 15 pixels on pages of 1001 pixels; the first line says which density was taken.
    private async Task<(int Pages, string Density)> PagesAndTextAsync(int lines)
    {
        var pdf = await RenderAsync(
            """
            <style>
                p { margin: 0; height: 20px; overflow: hidden; line-height: 15px }
                [data-density=roomy] p { height: 25px } [data-density=tight] p { height: 15px }
                p:first-child::before { content: "usual" } [data-density=roomy] p:first-child::before { content: "roomy" } [data-density=tight] p:first-child::before { content: "tight" }
            </style>
            """ + "<main>" + string.Concat(Enumerable.Repeat("<p></p>", lines)) + "</main>",
            Plain with { VerticalMargin = 16.1, Densities = ["roomy", "usual", "tight"] });
        return (await PdfTools.PageCountAsync(pdf), (await TextAsync(pdf))[0]);
    }
}
