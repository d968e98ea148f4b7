using System.IO.Compression;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Extraction;

public sealed class DocxReaderTests
{
    [Fact]
    public async Task Short_paragraphs_in_a_row_are_one_block_and_an_empty_one_ends_it()
    {
        var document = await Read.DocxAsync(DocxBuilder.OfParagraphs("Engineer", "Example Corporation", "2015 - 2019", "", "Engineer", "Sample Industries"));

        document.Text.ShouldBe("Engineer\nExample Corporation\n2015 - 2019\n\nEngineer\nSample Industries");
        document.PageCount.ShouldBe(1);
    }

    [Fact]
    public async Task Headings_start_blocks_by_style_by_a_style_based_on_one_and_by_outline_level()
    {
        var document = await Read.DocxAsync(new DocxBuilder()
            .Heading("By style").Paragraph("text")
            .BodyXml($"<w:p><w:pPr><w:pStyle w:val=\"Rubrik\"/></w:pPr>{DocxBuilder.Run("By a style based on one")}</w:p>").Paragraph("text")
            .BodyXml($"<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>{DocxBuilder.Run("By outline level")}</w:p>").Paragraph("text").Build());

        document.Text.ShouldBe("By style\ntext\n\nBy a style based on one\ntext\n\nBy outline level\ntext");
        document.Lines.Where(line => line.IsHeading).Select(line => line.Text).ShouldBe(["By style", "By a style based on one", "By outline level"]);
        document.Lines[0].FontSize.ShouldBe(16);
    }

    [Fact]
    public async Task List_items_are_lines_with_a_dash()
    {
        var document = await Read.DocxAsync(new DocxBuilder().Paragraph("Engineer at Example").Bullet("Built one thing").Bullet("Built another").Paragraph("Engineer at Sample").Build());

        document.Text.ShouldBe("Engineer at Example\n- Built one thing\n- Built another\n\nEngineer at Sample");
    }

    [Fact]
    public async Task A_table_of_data_is_read_row_by_row()
    {
        var document = await Read.DocxAsync(new DocxBuilder().Table(["Python", "8 years"], ["Go", "2 years"]).Build());

        document.Lines().ShouldBe(["Python\t8 years", "Go\t2 years"]);
    }

    [Fact]
    public async Task A_table_used_for_layout_is_read_cell_by_cell()
    {
        var document = await Read.DocxAsync(new DocxBuilder().Table(["Skills\nPython\nGo", "Experience\nEngineer at Example\nBuilt one thing"]).Build());

        document.Text.ShouldBe("Skills\nPython\nGo\n\nExperience\nEngineer at Example\nBuilt one thing");
    }

    [Fact]
    public async Task A_date_in_the_last_cell_stands_on_the_first_line_of_its_row()
    {
        var document = await Read.DocxAsync(new DocxBuilder().Table(["Engineer at Example\nBuilt one thing\nBuilt another", "2015 - 2019"]).Build());

        document.Lines().ShouldBe(["Engineer at Example\t2015 - 2019", "Built one thing", "Built another"]);
    }

    [Fact]
    public async Task A_table_in_a_cell_is_read_in_its_place()
    {
        var inner = $"<w:tbl><w:tr><w:tc><w:p>{DocxBuilder.Run("Go")}</w:p></w:tc><w:tc><w:p>{DocxBuilder.Run("2 years")}</w:p></w:tc></w:tr></w:tbl>";
        var document = await Read.DocxAsync(new DocxBuilder()
            .BodyXml($"<w:tbl><w:tr><w:tc><w:p>{DocxBuilder.Run("Skills")}</w:p>{inner}<w:p/></w:tc><w:tc><w:p>{DocxBuilder.Run("Experience")}</w:p><w:p>{DocxBuilder.Run("Engineer")}</w:p></w:tc></w:tr></w:tbl>").Build());

        document.Lines().ShouldBe(["Skills", "Go\t2 years", "Experience", "Engineer"]);
    }

    [Fact]
    public async Task A_text_box_is_read_once_though_it_is_written_twice()
    {
        var document = await Read.DocxAsync(new DocxBuilder().TextBox("Ada Example", "ada@example.com").Paragraph("Engineer since 1843").Build());

        document.Lines().ShouldBe(["Ada Example", "ada@example.com", "Engineer since 1843"]);
    }

    [Fact]
    public async Task A_text_box_of_an_old_document_is_read_too()
    {
        var document = await Read.DocxAsync(new DocxBuilder()
            .BodyXml($"<w:p>{DocxBuilder.Run("Engineer since 1843")}<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{DocxBuilder.Run("Ada Example")}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>").Build());

        document.Lines().ShouldBe(["Ada Example", "Engineer since 1843"]);
    }

    [Fact]
    public async Task Page_headers_come_first_and_footers_last_each_once()
    {
        var document = await Read.DocxAsync(new DocxBuilder().Paragraph("Engineer since 1843").Header("Ada Example").Header("Ada Example", "first").Header("ada@example.com", "even").Footer("References on request").Build());

        document.Lines().ShouldBe(["Ada Example", "ada@example.com", "Engineer since 1843", "References on request"]);
    }

    [Fact]
    public async Task Insertions_are_accepted_and_deletions_are_gone()
    {
        var document = await Read.DocxAsync(new DocxBuilder()
            .BodyXml($"<w:p>{DocxBuilder.Run("Senior ")}<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>Junior </w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\">{DocxBuilder.Run("Engineer")}</w:ins></w:p>")
            .BodyXml($"<w:p><w:moveFrom w:id=\"3\" w:author=\"x\">{DocxBuilder.Run("moved away")}</w:moveFrom><w:moveTo w:id=\"4\" w:author=\"x\">{DocxBuilder.Run("moved here")}</w:moveTo></w:p>")
            .BodyXml($"<w:p><w:pPr><w:rPr><w:del w:id=\"5\" w:author=\"x\"/></w:rPr></w:pPr>{DocxBuilder.Run("joined with ")}</w:p><w:p>{DocxBuilder.Run("the next line")}</w:p>")
            .BodyXml($"<w:tbl><w:tr><w:trPr><w:del w:id=\"6\" w:author=\"x\"/></w:trPr><w:tc><w:p>{DocxBuilder.Run("deleted row")}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>{DocxBuilder.Run("kept row")}</w:p></w:tc></w:tr></w:tbl>").Build());

        document.Lines().ShouldBe(["Senior Engineer", "moved here", "joined with the next line", "kept row"]);
    }

    [Fact]
    public async Task Hidden_text_is_left_out()
    {
        var document = await Read.DocxAsync(new DocxBuilder()
            .BodyXml($"<w:p>{DocxBuilder.Run("seen")}<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\"> and shown</w:t></w:r></w:p>").Build());

        document.Lines().ShouldBe(["seen and shown"]);
    }

    [Fact]
    public async Task Fields_give_their_results_and_page_numbers_nothing()
    {
        static string Field(string instruction, string result) =>
            $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{DocxBuilder.Run(result)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

        var document = await Read.DocxAsync(new DocxBuilder()
            .BodyXml($"<w:p>{DocxBuilder.Run("Updated ")}{Field("DATE \\@ yyyy", "2024")}</w:p>")
            .BodyXml($"<w:p>{DocxBuilder.Run("page")}{Field("PAGE", "7")}<w:fldSimple w:instr=\" NUMPAGES \">{DocxBuilder.Run("9")}</w:fldSimple></w:p>")
            .BodyXml($"<w:p>{Field("HYPERLINK \"mailto:ada@example.com\"", "Write to me")}</w:p>").Build());

        document.Lines().ShouldBe(["Updated 2024", "page", "Write to me (ada@example.com)"]);
    }

    [Fact]
    public async Task Links_tell_an_address_that_they_do_not_show()
    {
        var document = await Read.DocxAsync(new DocxBuilder()
            .Link("E-mail", "mailto:ada@example.com?subject=Hello").Link("ada@example.com", "mailto:ada@example.com").Link("LinkedIn", "https://www.linkedin.com/in/ada-example/")
            .Link("linkedin.com/in/ada-example", "https://www.linkedin.com/in/ada-example").Link("Example Corporation", "https://example.com").Build());

        document.Lines().ShouldBe(["E-mail (ada@example.com)", "ada@example.com", "LinkedIn (www.linkedin.com/in/ada-example)", "linkedin.com/in/ada-example", "Example Corporation"]);
    }

    [Fact]
    public async Task A_link_with_a_malformed_target_does_no_harm()
    {
        using var file = new MemoryStream();
        file.Write(new DocxBuilder().Paragraph("Ada Example").Link("E-mail", "mailto:to-be-replaced").Build());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("word/_rels/document.xml.rels").ShouldNotBeNull();
            string relationships;
            using (var reader = new StreamReader(part.Open()))
                relationships = await reader.ReadToEndAsync();
            part.Delete();
            await using var writer = new StreamWriter(zip.CreateEntry("word/_rels/document.xml.rels").Open());
            await writer.WriteAsync(relationships.Replace("mailto:to-be-replaced", "http://ada@@exa mple..com,,:x", StringComparison.Ordinal));
        }

        (await Read.DocxAsync(file.ToArray())).Lines().ShouldBe(["Ada Example", "E-mail"]);
    }

    [Fact]
    public async Task Line_breaks_tabs_and_special_hyphens_are_kept()
    {
        var document = await Read.DocxAsync(new DocxBuilder()
            .BodyXml("<w:p><w:r><w:t>Engineer</w:t><w:tab/><w:t>2015</w:t><w:noBreakHyphen/><w:t>2019</w:t><w:br/><w:t>Example</w:t><w:softHyphen/><w:t> Corporation</w:t></w:r></w:p>").Build());

        document.Lines().ShouldBe(["Engineer\t2015-2019", "Example Corporation"]);
    }

    [Fact]
    public async Task Content_controls_give_their_content_and_no_placeholder()
    {
        var document = await Read.DocxAsync(new DocxBuilder()
            .BodyXml($"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{DocxBuilder.Run("in a block control")}</w:p></w:sdtContent></w:sdt>")
            .BodyXml($"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{DocxBuilder.Run("in a run control")}</w:sdtContent></w:sdt></w:p>")
            .BodyXml($"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{DocxBuilder.Run("Click here to enter text")}</w:sdtContent></w:sdt></w:p>")
            .BodyXml($"<w:tbl><w:sdt><w:sdtPr/><w:sdtContent><w:tr><w:sdt><w:sdtPr/><w:sdtContent><w:tc><w:p>{DocxBuilder.Run("in a cell control")}</w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>").Build());

        document.Lines().ShouldBe(["in a block control", "in a run control", "in a cell control"]);
    }

    [Fact]
    public async Task Footnotes_follow_the_body()
    {
        var document = await Read.DocxAsync(new DocxBuilder().Footnote("Published a paper", "Notes by the Translator, 1843").Paragraph("Engineer").Build());

        document.Lines().ShouldBe(["Published a paper", "Engineer", "Notes by the Translator, 1843"]);
    }

    [Theory]
    [InlineData("程序员，后端开发")]
    [InlineData("مهندس برمجيات")]
    [InlineData("Ligature oﬃce", "Ligature office")]
    public async Task Every_script_is_kept(string text, string? expected = null)
    {
        (await Read.DocxAsync(DocxBuilder.OfParagraphs(text))).Text.ShouldBe(expected ?? text);
    }

    [Fact]
    public async Task Tables_nested_beyond_reason_do_no_harm()
    {
        var xml = $"<w:p>{DocxBuilder.Run("the innermost")}</w:p>";
        for (var depth = 0; depth < 120; depth++)
            xml = $"<w:tbl><w:tr><w:tc>{xml}<w:p/></w:tc></w:tr></w:tbl>";

        (await Read.DocxAsync(new DocxBuilder().Paragraph("Ada Example").BodyXml(xml).Build())).Lines()[0].ShouldBe("Ada Example");
    }
}
