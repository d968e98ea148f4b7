using ChatCvService.CvData;
using ChatCvService.Documents.Export;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ServiceDefaults.Pdf;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Documents.Export;

public sealed class CvDocxTests
{
    private static readonly Dictionary<string, Cv> People = new(StringComparer.Ordinal)
    {
        ["nurse"] = SampleCvs.Nurse, ["engineer"] = SampleCvs.Engineer, ["name in Chinese"] = SampleCvs.Chinese, ["many jobs"] = SampleCvs.ManyJobs, ["minimal"] = SampleCvs.Minimal, ["letter"] = SampleCvs.Letter, ["nothing"] = new(),
        ["Arabic"] = new() { PersonalInfo = new() { FullName = "سارة أحمد", Title = "ممرضة", Location = "دبي" }, Summary = "ممرضة في قسم العناية" },
        ["controls"] = new() { PersonalInfo = new() { FullName = "A\u0001B \uD800", Website = "https://example.org/a b" }, Summary = "one\n\ntwo\u000Bthree" },
    };

    public static TheoryData<string, string, string> Documents => [.. from person in People.Keys from template in new[] { "default", "professional", "modern" } from paper in Enum.GetNames<PaperSize>() select (person, template, paper)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_file_is_valid_for_Word(string person, string template, string paper)
    {
        using var file = new MemoryStream(CvDocx.Write(People[person].Document(template), Enum.Parse<PaperSize>(paper)));
        using var package = WordprocessingDocument.Open(file, isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Parts_of_the_CV_carry_Words_own_styles()
    {
        using var package = Open(SampleCvs.Nurse);
        var paragraphs = Paragraphs(package);

        Styled(paragraphs, "Title").ShouldBe(["Maria Fernanda Oliveira"]);
        Styled(paragraphs, "Subtitle").ShouldBe(["Registered Nurse, Intensive Care"]);
        Styled(paragraphs, "Heading1").ShouldBe(["Summary", "Experience", "Projects", "Education", "Skills", "Certifications", "Awards"]);
        Styled(paragraphs, "Heading2")[0].ShouldStartWith("Senior Staff Nurse, Cardiac Intensive Care");
        SampleCvs.Nurse.Experience.SelectMany(job => job.DescriptionBullets).Except(Styled(paragraphs, "ListBullet")).ShouldBeEmpty();

        // By these names Word knows them as its own, in every language.
        var names = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!, style => style.StyleName!.Val!.Value, StringComparer.Ordinal);
        (names["Title"], names["Subtitle"], names["Heading1"], names["Heading2"], names["ListBullet"]).ShouldBe(("Title", "Subtitle", "heading 1", "heading 2", "List Bullet"));
        paragraphs.Select(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!).Except(names.Keys).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PaperSize.A4)]
    [InlineData(PaperSize.Letter)]
    public void Dates_stand_at_a_tab_stop_at_the_right_edge_of_the_text(PaperSize paper)
    {
        using var package = Open(SampleCvs.Nurse, paper);
        var heading = Paragraphs(package).First(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == "Heading2");
        var stop = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "Heading2").StyleParagraphProperties!.Tabs!.Elements<TabStop>().Single();
        var section = package.MainDocumentPart.Document!.Body!.Elements<SectionProperties>().Single();
        var (width, margin) = (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageMargin>()!);

        heading.Descendants<TabChar>().Count().ShouldBe(1);
        heading.InnerText.ShouldEndWith("Mar 2020 – Present");
        stop.Val!.Value.ShouldBe(TabStopValues.Right);
        stop.Position!.Value.ShouldBe((int)(width - margin.Left!.Value - margin.Right!.Value));
    }

    [Fact]
    public void Bullets_are_a_list_and_not_characters()
    {
        using var package = Open(SampleCvs.Nurse);
        var style = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(one => one.StyleId == "ListBullet");
        var id = style.StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value;

        package.MainDocumentPart.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Select(instance => instance.NumberID!.Value).ShouldContain(id);
        Styled(Paragraphs(package), "ListBullet").ShouldAllBe(text => char.IsLetterOrDigit(text[0]));
    }

    [Fact]
    public void Addresses_can_be_clicked()
    {
        using var package = Open(SampleCvs.Engineer);

        package.MainDocumentPart!.HyperlinkRelationships.Select(link => link.Uri.OriginalString).ShouldBe(
            ["mailto:jonas@weidenfeller.example", "tel:+493055501234", "https://www.linkedin.com/in/jonas-weidenfeller", "https://weidenfeller.example/"], ignoreOrder: true);
    }

    [Fact]
    public void A_letter_has_its_address_its_subject_and_its_signature()
    {
        using var package = Open(SampleCvs.Letter);
        var paragraphs = Paragraphs(package);

        Styled(paragraphs, "Date").ShouldBe(["24 November 2026"]);
        Styled(paragraphs, "Address").ShouldBe(["Ms. Priya Raman", "Northwind Analytics"]);
        Styled(paragraphs, "Heading1").ShouldBe(["Application for Lead Data Scientist"]);
        Styled(paragraphs, "BodyText").Count.ShouldBe(5);
        Styled(paragraphs, "BodyText")[0].ShouldBe("Dear Ms. Priya Raman,");
        Styled(paragraphs, "Closing").ShouldBe(["Yours sincerely,"]);
        Styled(paragraphs, "Signature").ShouldBe(["Sarah Johnson"]);
    }

    private static WordprocessingDocument Open(Cv cv, PaperSize paper = PaperSize.A4) => WordprocessingDocument.Open(new MemoryStream(CvDocx.Write(cv.Document(), paper)), isEditable: false);

    private static List<Paragraph> Paragraphs(WordprocessingDocument package) => [.. package.MainDocumentPart!.Document!.Body!.Elements<Paragraph>()];

    private static List<string> Styled(IEnumerable<Paragraph> paragraphs, string style) => [.. paragraphs.Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == style).Select(paragraph => paragraph.InnerText)];
}
