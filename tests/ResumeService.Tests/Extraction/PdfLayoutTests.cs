using ResumeService.Extraction;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Extraction;

/// <summary>Reading order, lines, blocks and headings of PDF pages.</summary>
public sealed class PdfLayoutTests
{
    private static readonly string[] Sidebar = ["Contact details", "ada@example.com", "555 0100 200", "Skills in short", "Python and SQL", "Docker, Linux"];

    private static readonly string[] Main =
    [
        "Experience with large systems", "Senior Engineer at Example Corporation", "Led the move of forty services to containers", "and cut the cost of hosting by a third.",
        "Engineer at Sample Industries", "Wrote the scheduler that plans all deliveries.", "Taught three people who now lead teams.",
    ];

    [Fact]
    public async Task Two_columns_written_one_after_the_other_are_read_as_written()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page.Lines(50, 750, Sidebar).Lines(250, 750, Main)).Build());

        document.Text.ShouldBe(string.Join('\n', Sidebar) + "\n\n" + string.Join('\n', Main));
    }

    [Fact]
    public async Task Two_columns_written_line_by_line_are_read_column_by_column()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page =>
        {
            page.Text(50, 790, "Ada Example, engineer, with a line that goes over both of the columns", 14);
            for (var line = 0; line < Main.Length; line++)
            {
                if (line < Sidebar.Length)
                    page.Text(50, 750 - (16 * line), Sidebar[line]);
                page.Text(250, 750 - (16 * line), Main[line]);
            }
        }).Build());

        document.Lines().ShouldBe(["Ada Example, engineer, with a line that goes over both of the columns", .. Sidebar, .. Main]);
    }

    [Fact]
    public async Task Columns_mixed_row_by_row_are_parted_again_at_each_line_across_the_page()
    {
        string[] across = ["Ada Example builds reliable systems for people, and has done so for twenty years", "References and further documents are at hand whenever they are asked for by mail"];
        var document = await Read.PdfAsync(new PdfBuilder().Page(page =>
        {
            for (var band = 0; band < 2; band++)
            {
                page.Text(50, 790 - (200 * band), across[band]);
                for (var line = 0; line < 6; line++)
                    page.Text(50, 760 - (200 * band) - (16 * line), Sidebar[line]).Text(250, 760 - (200 * band) - (16 * line), Main[line]);
            }
        }).Build());

        document.Lines().ShouldBe([across[0], .. Sidebar, .. Main[..6], across[1], .. Sidebar, .. Main[..6]]);
    }

    [Fact]
    public async Task A_date_at_the_right_margin_stands_on_the_line_of_its_job()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(72, 700, "Software Engineer").Text(450, 700, "Jan 2020 - Present")
            .Text(72, 684, "Example Corporation").Text(480, 684, "London")).Build());

        document.Lines().ShouldBe(["Software Engineer\tJan 2020 - Present", "Example Corporation\tLondon"]);
    }

    [Fact]
    public async Task What_a_browser_prints_around_the_page_is_left_out()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(30, 822, "11/24/26, 11:04 AM").Text(300, 822, "My resume")
            .Text(50, 780, "Ada Example").Text(50, 700, "Baker, Crumb Ltd").Text(450, 700, "Jan '22 - Now")
            .Text(30, 18, "https://example.org/cv.html").Text(560, 18, "1/1")).Build());

        document.Lines().ShouldBe(["Ada Example", "Baker, Crumb Ltd\tJan '22 - Now"]);
    }

    [Fact]
    public async Task Short_dates_written_first_go_back_to_their_jobs_beside_a_page_number_in_the_margin()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page =>
        {
            for (var job = 0; job < 3; job++)
                page.Text(450, 750 - (100 * job), $"Jan '2{2 - job} - Dec '2{3 - job}");
            for (var job = 0; job < 3; job++)
                page.Lines(50, 750 - (100 * job), [$"Engineer at Company {(char)('A' + job)}", "Built things that are still in use today", "Measured what they do and told everybody"]);
            page.Text(560, 18, "1");
        }).Build());

        document.Lines().ShouldContain("Engineer at Company A\tJan '22 - Dec '23");
        document.Lines().ShouldContain("Engineer at Company B\tJan '21 - Dec '22");
        document.Lines().ShouldContain("Engineer at Company C\tJan '20 - Dec '21");
    }

    [Fact]
    public async Task Dates_written_as_a_column_of_their_own_go_back_to_their_jobs()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page =>
        {
            for (var job = 0; job < 3; job++)
            {
                page.Lines(50, 750 - (100 * job), [$"Engineer at Company {(char)('A' + job)}", "Built things that are still in use today", "Measured what they do and told everybody"]);
            }

            for (var job = 0; job < 3; job++)
                page.Text(455, 750 - (100 * job), $"{2010 + job} - {2011 + job}").Text(479, 734 - (100 * job), "Berlin x");
        }).Build());

        var lines = document.Lines();
        for (var job = 0; job < 3; job++)
            lines.ShouldContain($"Engineer at Company {(char)('A' + job)}\t{2010 + job} - {2011 + job}");
        lines[1].ShouldBe("Berlin x");
        lines[2].ShouldBe("Built things that are still in use today");
    }

    [Fact]
    public async Task A_heading_drawn_before_the_text_above_it_is_read_where_it_stands()
    {
        // As browsers do with headings that have a border: all of them first, then the text.
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(72, 760, "Summary").Text(72, 700, "Experience").Text(72, 640, "Education")
            .Text(72, 740, "Ten years of building things").Text(72, 680, "Engineer at Example since 2015").Text(72, 620, "University of Nowhere, 2014")).Build());

        document.Lines().ShouldBe(["Summary", "Ten years of building things", "Experience", "Engineer at Example since 2015", "Education", "University of Nowhere, 2014"]);
    }

    [Fact]
    public async Task Headings_of_two_columns_drawn_first_go_back_to_their_columns()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(50, 760, "Skills").Text(50, 700, "Languages").Text(300, 760, "Experience").Text(300, 700, "Education")
            .Text(50, 744, "Python, SQL, Go").Text(50, 684, "English, French")
            .Text(300, 744, "Engineer at Example since 2015").Text(300, 684, "University of Nowhere")).Build());

        document.Lines().ShouldBe(["Skills", "Python, SQL, Go", "Languages", "English, French", "Experience", "Engineer at Example since 2015", "Education", "University of Nowhere"]);
    }

    [Fact]
    public async Task A_row_of_a_table_is_one_line_with_its_cells_parted_by_tabs()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(72, 700, "Languages").Text(200, 700, "Python, Go").Text(400, 700, "8 years")
            .Text(72, 684, "Databases").Text(200, 684, "Postgres").Text(400, 684, "5 years")).Build());

        document.Lines().ShouldBe(["Languages\tPython, Go\t8 years", "Databases\tPostgres\t5 years"]);
    }

    [Fact]
    public async Task A_heading_in_the_margin_is_a_line_of_its_own()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(50, 700, "Experience").Text(180, 700, "Engineer at Example Corporation")
            .Text(180, 684, "Built the thing that everybody uses now").Text(180, 668, "and kept it running for years")).Build());

        document.Lines().ShouldBe(["Experience", "Engineer at Example Corporation", "Built the thing that everybody uses now", "and kept it running for years"]);
    }

    [Fact]
    public async Task A_date_in_the_margin_stays_on_the_line_of_its_job()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(50, 700, "2015 - 2019").Text(180, 700, "Engineer at Example Corporation")
            .Text(180, 684, "Built the thing that everybody uses now").Text(180, 668, "and kept it running for years")).Build());

        document.Lines()[0].ShouldBe("2015 - 2019\tEngineer at Example Corporation");
    }

    [Fact]
    public async Task A_wider_gap_between_lines_starts_a_block()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page.Lines(72, 700, ["First paragraph, line one", "and line two"]).Lines(72, 650, ["Second paragraph, line one", "and line two"])).Build());

        document.Text.ShouldBe("First paragraph, line one\nand line two\n\nSecond paragraph, line one\nand line two");
    }

    [Fact]
    public async Task A_line_set_larger_than_the_body_is_a_heading()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(72, 750, "Ada Example", 22).Text(72, 720, "Experience", 15)
            .Lines(72, 700, ["Engineer at Example Corporation since 2015", "Built the thing that everybody uses now", "and kept it running for years"])).Build());

        document.Lines.Select(line => line.IsHeading).ShouldBe([true, true, false, false, false]);
        document.Lines[0].FontSize.ShouldBeGreaterThan(document.Lines[1].FontSize);
    }

    [Fact]
    public async Task Page_headers_and_footers_are_kept_once()
    {
        var pdf = new PdfBuilder();
        for (var number = 1; number <= 3; number++)
        {
            var text = $"Text of page {"one two three".Split(' ')[number - 1]} of this resume";
            var footer = $"Page {number} of 3";
            pdf.Page(page => page.Text(72, 810, "Ada Example - ada@example.com").Lines(72, 700, [text, "and more of it"]).Text(280, 30, footer));
        }

        (await Read.PdfAsync(pdf.Build())).Lines().ShouldBe(
        [
            "Ada Example - ada@example.com", "Text of page one of this resume", "and more of it", "Text of page two of this resume", "and more of it", "Text of page three of this resume", "and more of it", "Page 3 of 3",
        ]);
    }

    [Fact]
    public async Task A_sidebar_that_goes_on_over_the_page_break_is_read_whole()
    {
        var document = await Read.PdfAsync(new PdfBuilder()
            .Page(page => page.Text(50, 800, "Ada Example, who has a line over both of the columns of her resume").Lines(50, 150, ["Skills", "Python", "Docker"]).Lines(250, 150, ["Experience", "Engineer at Example", "Built one thing"]))
            .Page(page => page.Lines(50, 800, ["Terraform", "Postgres"]).Lines(250, 800, ["and another thing", "that is in use", "to this day", "Engineer at Sample", "Wrote a scheduler", "and a planner"]))
            .Build());

        document.Lines()[1..].ShouldBe(
        [
            "Skills", "Python", "Docker", "Terraform", "Postgres",
            "Experience", "Engineer at Example", "Built one thing", "and another thing", "that is in use", "to this day", "Engineer at Sample", "Wrote a scheduler", "and a planner",
        ]);
    }

    [Fact]
    public async Task Bold_imitated_by_drawing_twice_is_read_once()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page.Text(72, 700, "Senior Engineer").Text(72.4, 700, "Senior Engineer").Text(72, 684, "at Example Corporation")).Build());

        document.Lines().ShouldBe(["Senior Engineer", "at Example Corporation"]);
    }

    [Fact]
    public async Task Bullets_are_written_one_way()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(72, 700, "•").Text(90, 700, "Built one thing").Text(72, 684, "▪ Built another").Text(72, 668, "- Built a third").Text(72, 652, "Built 3 - 4 more")).Build());

        document.Lines().ShouldBe(["- Built one thing", "- Built another", "- Built a third", "Built 3 - 4 more"]);
    }

    [Fact]
    public async Task A_date_drawn_before_its_title_stands_on_its_line()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Text(450, 700, "Jan 2020 - Present").Text(72, 700, "Software Engineer").Text(72, 684, "Example Corporation, London")).Build());

        document.Lines().ShouldBe(["Software Engineer\tJan 2020 - Present", "Example Corporation, London"]);
    }

    [Fact]
    public async Task Rows_drawn_after_the_text_below_them_go_back_above_it()
    {
        // As browsers do with flex rows: the titles and dates of all jobs last.
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Lines(72, 740, ["Built things that are still in use today", "Measured what they do and told everybody about it"])
            .Lines(72, 640, ["Wrote the scheduler that plans all deliveries", "Taught three people who now lead teams"])
            .Text(450, 756, "2020 - 2022").Text(72, 756, "Engineer at Example").Text(450, 656, "2018 - 2020").Text(72, 656, "Engineer at Sample")).Build());

        document.Lines().ShouldBe(
        [
            "Engineer at Example\t2020 - 2022", "Built things that are still in use today", "Measured what they do and told everybody about it",
            "Engineer at Sample\t2018 - 2020", "Wrote the scheduler that plans all deliveries", "Taught three people who now lead teams",
        ]);
    }

    [Fact]
    public async Task Dates_beside_a_sidebar_belong_to_the_text_they_stand_over()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Lines(40, 740, ["Skills", "Python", "Docker", "Linux"])
            .Text(487, 745, "2020 - 2022").Text(487, 665, "2018 - 2020")
            .Lines(200, 735, ["Engineer at Example Corporation", "Built things that are still in use today and have been for a long time", "Measured them"])
            .Lines(200, 655, ["Engineer at Sample Industries", "Wrote the scheduler that plans all deliveries of the whole company", "Taught people"])).Build());

        document.Lines().ShouldBe(
        [
            "Skills", "Python", "Docker", "Linux",
            "2020 - 2022", "Engineer at Example Corporation", "Built things that are still in use today and have been for a long time", "Measured them",
            "2018 - 2020", "Engineer at Sample Industries", "Wrote the scheduler that plans all deliveries of the whole company", "Taught people",
        ]);
    }

    [Fact]
    public async Task Letters_set_apart_are_one_word()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Raw("BT /F1 12 Tf 4 Tc 1 0 0 1 72 700 Tm (WORK EXPERIENCE) Tj 0 Tc ET").Lines(72, 680, ["Engineer at Example", "C and R since 2015"])).Build());

        document.Lines().ShouldBe(["WORK EXPERIENCE", "Engineer at Example", "C and R since 2015"]);
    }

    [Fact]
    public async Task An_address_broken_by_a_narrow_column_is_one_again_and_words_keep_their_hyphens()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Lines(72, 740, ["ada.lovelace@exampl", "e.com"]).Lines(72, 680, ["https://", "ada.example.com"]).Lines(72, 620, ["ada@example.com", "Go"]).Lines(72, 560, ["Built a well-", "known system"])).Build());

        document.Lines().ShouldBe(["ada.lovelace@example.com", "https://ada.example.com", "ada@example.com", "Go", "Built a well-", "known system"]);
    }

    [Theory]
    [InlineData("程序员 后端开发")]
    [InlineData("Разработчик программ")]
    [InlineData("Mühlenstraße Ørsted Škoda")]
    [InlineData("日本語のテキスト")]
    public async Task Every_script_is_kept(string text)
    {
        (await Read.PdfAsync(new PdfBuilder().Page(page => page.Text(72, 700, text).Text(72, 650, "A line in English beside it")).Build())).Lines()[0].ShouldBe(text);
    }

    [Theory]
    [InlineData("مهندس برمجيات 2020 - 2023")]
    [InlineData("עבודה עם Machine Learning וגם SQL")]
    public async Task Lines_that_run_from_right_to_left_are_read_that_way(string text)
    {
        // Pages draw them from left to right as they look: the last word first, each word's letters turned round, other scripts and numbers as they are.
        var words = text.Split(' ').Select(word => word.All(char.IsAscii) ? word : string.Concat(word.Reverse())).ToList();
        var learning = words.IndexOf("Learning");
        if (learning > 0)
            (words[learning - 1], words[learning]) = (words[learning], words[learning - 1]);

        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page.Text(72, 700, string.Join(' ', words.AsEnumerable().Reverse())).Text(72, 650, "A line in English below it")).Build());

        document.Lines().ShouldBe([text, "A line in English below it"]);
    }

    [Fact]
    public async Task Text_that_runs_up_the_page_is_a_line_of_its_own()
    {
        var document = await Read.PdfAsync(new PdfBuilder().Page(page => page
            .Raw("BT /F1 12 Tf 0 1 -1 0 40 300 Tm (Curriculum) Tj ET").Lines(72, 700, ["Ada Example", "Engineer since 1843"])).Build());

        document.Lines().ShouldContain("Curriculum");
        document.Text.ShouldContain("Ada Example\nEngineer since 1843");
    }

    [Fact]
    public async Task A_page_of_very_many_words_is_read_in_time()
    {
        var document = new PdfBuilder().Page(page =>
        {
            for (var row = 0; row < 400; row++)
            {
                for (var column = 0; column < 58; column++)
                    page.Text(10 + (10 * column), 10 + (2 * row), "ab", 2);
            }
        });

        (await Read.ResultAsync(document.Build(), DocumentKind.Pdf)).Document.ShouldNotBeNull().Text.Count(c => c == 'a').ShouldBe(23_200);
    }
}
