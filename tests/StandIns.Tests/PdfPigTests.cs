using System.Diagnostics;
using Shouldly;
using Testing.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using Xunit;

namespace StandIns.Tests;

/// <summary>What the platform takes from PdfPig, on poppler.</summary>
public sealed class PdfPigTests
{
    [Fact]
    public void Letters_come_in_content_order_with_their_places_from_the_lower_left_corner()
    {
        using var document = PdfDocument.Open(new PdfBuilder().Page(page => page.Text(72, 100, "Lower").Text(72, 700, "Upper line"), width: 400, height: 800).Build());

        var page = document.GetPage(1);

        page.Number.ShouldBe(1);
        page.Width.ShouldBe(400);
        page.Height.ShouldBe(800);
        page.Text.ShouldBe("LowerUpper line");
        var first = page.Letters[0];
        first.Value.ShouldBe("L");
        first.TextOrientation.ShouldBe(TextOrientation.Horizontal);
        first.Location.X.ShouldBe(72, 0.5);
        first.Location.Y.ShouldBe(100, 1.5);
        first.PointSize.ShouldBeInRange(11, 16);
        first.BoundingBox.Left.ShouldBe(72, 0.5);
        first.BoundingBox.Bottom.ShouldBeInRange(95, 100);
        first.BoundingBox.Top.ShouldBeInRange(105, 115);
        page.Letters[5].Location.Y.ShouldBe(700, 1.5);
        page.Letters.Zip(page.Letters.Skip(1)).Where(pair => pair.First.Location.Y == pair.Second.Location.Y).ShouldAllBe(pair => pair.First.Location.X < pair.Second.Location.X);
    }

    [Fact]
    public void Blanks_between_words_are_letters_and_wide_gaps_are_not()
    {
        using var document = PdfDocument.Open(new PdfBuilder().Page(page => page.Text(72, 700, "two words").Text(400, 700, "far")).Build());

        document.GetPage(1).Text.ShouldBe("two wordsfar");
    }

    [Fact]
    public void Signs_of_markup_and_of_other_scripts_come_as_they_are()
    {
        using var document = PdfDocument.Open(new PdfBuilder().Page(page => page.Text(72, 700, "R&D<b>\"C\"").Text(72, 600, "程序员")).Build());

        var page = document.GetPage(1);
        page.Text.ShouldBe("R&D<b>\"C\"程序员");
    }

    [Fact]
    public void Text_that_runs_up_the_page_says_so()
    {
        using var document = PdfDocument.Open(new PdfBuilder().Page(page => page.Raw("BT /F1 12 Tf 0 1 -1 0 100 300 Tm (Curriculum) Tj ET")).Build());

        var letters = document.GetPage(1).Letters;
        letters.ShouldAllBe(letter => letter.TextOrientation == TextOrientation.Rotate270);
        letters[0].Location.Y.ShouldBe(300, 1);
        letters[0].Location.X.ShouldBe(100, 4);
        letters[^1].Location.Y.ShouldBeGreaterThan(letters[0].Location.Y);
        letters[0].EndBaseLine.Y.ShouldBeGreaterThan(letters[0].StartBaseLine.Y);
    }

    [Fact]
    public void Pages_are_counted_and_can_be_asked_for_in_any_order()
    {
        var pdf = new PdfBuilder();
        for (var number = 1; number <= 5; number++)
        {
            var text = $"page{number}";
            pdf.Page(page => page.Text(72, 700, text));
        }

        using var document = PdfDocument.Open(pdf.Build());

        document.GetPage(3).Text.ShouldBe("page3");
        document.GetPage(1).Text.ShouldBe("page1");
        document.NumberOfPages.ShouldBe(5);
        document.GetPages().Select(page => page.Text).ShouldBe(["page1", "page2", "page3", "page4", "page5"]);
        Should.Throw<ArgumentOutOfRangeException>(() => document.GetPage(6));
        Should.Throw<ArgumentOutOfRangeException>(() => document.GetPage(0));
    }

    [Fact]
    public void An_encrypted_document_wants_its_password()
    {
        var pdf = new PdfBuilder().Page(page => page.Text(72, 700, "secret")).ProtectedBy("open sesame").Build();

        Should.Throw<PdfDocumentEncryptedException>(() => PdfDocument.Open(pdf));
        Should.Throw<PdfDocumentEncryptedException>(() => PdfDocument.Open(pdf, new ParsingOptions { Password = "wrong" }));
        using var byPassword = PdfDocument.Open(pdf, new ParsingOptions { Password = "open sesame" });
        byPassword.GetPage(1).Text.ShouldBe("secret");
        using var byOneOfMany = PdfDocument.Open(pdf, new ParsingOptions { Passwords = ["wrong", "open sesame"] });
        byOneOfMany.GetPage(1).Text.ShouldBe("secret");
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("%PDF-1.7\nnothing else")]
    public void What_is_no_pdf_is_a_format_error(string content) =>
        Should.Throw<PdfDocumentFormatException>(() => PdfDocument.Open(System.Text.Encoding.ASCII.GetBytes(content)));

    [Fact]
    public void A_document_disposed_of_in_the_middle_ends_its_process()
    {
        if (!OperatingSystem.IsLinux())
            return;
        string[] lines = [.. Enumerable.Range(0, 45).Select(number => $"line {number} of a page with enough text to be passed on at once")];
        var endless = new PdfBuilder().Page(page => page.Lines(72, 800, lines)).Page(page => page.Lines(72, 800, lines)).Page(page => page.Text(72, 700, "trap")).Endless().Build();
        var document = PdfDocument.Open(endless);
        document.GetPage(1).Text.ShouldStartWith("line 0 of a page");
        var reading = PopplerProcesses();

        document.Dispose();

        reading.ShouldNotBeEmpty();
        // The process started ahead for the next document waits on; the one that read this document must go.
        SpinWait.SpinUntil(() => reading.Exists(id => !Directory.Exists($"/proc/{id}")), TimeSpan.FromSeconds(20)).ShouldBeTrue();
        Should.Throw<ObjectDisposedException>(() => document.GetPage(3));
    }

    [Fact]
    public void A_process_is_limited_in_time_and_memory()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using (PdfDocument.Open(PdfBuilder.OfLines("text")))
        {
        }

        var limits = PopplerProcesses().Select(id => File.Exists($"/proc/{id}/limits") ? File.ReadAllLines($"/proc/{id}/limits") : []).ToList();

        limits.SelectMany(lines => lines).ShouldContain(line => line.StartsWith("Max cpu time", StringComparison.Ordinal) && line.Contains(" 30 ", StringComparison.Ordinal));
        limits.SelectMany(lines => lines).ShouldContain(line => line.StartsWith("Max address space", StringComparison.Ordinal) && line.Contains(" 2147483648 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Documents_can_be_read_side_by_side()
    {
        var texts = Enumerable.Range(0, 12).AsParallel().AsOrdered().Select(number =>
        {
            using var document = PdfDocument.Open(PdfBuilder.OfLines($"document{number}"));
            return document.GetPage(1).Text;
        }).ToList();

        texts.ShouldBe(Enumerable.Range(0, 12).Select(number => $"document{number}"));
    }

    /// <summary>This process's own, waited for: the one for the next document is started in the background.</summary>
    private static List<int> PopplerProcesses()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var found = Process.GetProcessesByName("pdftotext").Select(process => process.Id).Where(IsOwn).ToList();
            if (found.Count > 0)
                return found;
            Thread.Sleep(100);
        }

        return [];
    }

    private static bool IsOwn(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
