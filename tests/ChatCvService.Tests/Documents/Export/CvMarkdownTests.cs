using System.Text;
using ChatCvService.CvData;
using ChatCvService.Documents.Export;
using FsCheck.Fluent;
using Shouldly;
using Testing;
using Xunit;

namespace ChatCvService.Tests.Documents.Export;

public sealed class CvMarkdownTests
{
    [Theory]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("*bold* _it_ `code`", @"\*bold\* \_it\_ \`code\`")]
    [InlineData("[a](https://x.invalid)", @"\[a\](https://x.invalid)")]
    [InlineData("<script>alert(1)</script>", @"\<script\>alert(1)\</script\>")]
    [InlineData("- no list", @"\- no list")]
    [InlineData("1. no list", @"1\. no list")]
    [InlineData("2019) no list", @"2019\) no list")]
    [InlineData("+ no list", @"\+ no list")]
    [InlineData("=== no heading", @"\=== no heading")]
    [InlineData("a | b", @"a \| b")]
    [InlineData("AT&T &amp; co", @"AT\&T \&amp; co")]
    [InlineData("C:\\temp", @"C:\\temp")]
    [InlineData("two\nlines", "two lines")]
    public void What_people_wrote_means_nothing_to_Markdown(string said, string written) =>
        Written(new Cv { PersonalInfo = new() { FullName = "A" }, AwardsAndRecognitions = [said] }).ShouldEndWith($"## Awards\n\n- {written}\n");

    [Fact]
    public void Each_section_has_its_heading_and_each_job_its_line()
    {
        var lines = Written(SampleCvs.Nurse).Split('\n');

        lines[0].ShouldBe("# Maria Fernanda Oliveira");
        lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ShouldBe(["## Summary", "## Experience", "## Projects", "## Education", "## Skills", "## Certifications", "## Awards"]);
        lines.ShouldContain("### Staff Nurse, Medical Ward, Northfield General Hospital, Bradford");
        lines.ShouldContain("*Mar 2020 – Present*");
    }

    [Fact]
    public void A_letter_is_written_from_its_date_to_its_signature()
    {
        var text = Written(SampleCvs.Letter);

        var at = 0;
        foreach (var part in (string[])["24 November 2026\n", "\nMs. Priya Raman", "**Application for Lead Data Scientist**", "Dear Ms. Priya Raman,", "For six years", "Yours sincerely,", "Sarah Johnson\n"])
        {
            at = text.IndexOf(part, at, StringComparison.Ordinal);
            at.ShouldBeGreaterThan(0, part);
        }
    }

    [Fact]
    public void No_text_of_a_person_begins_a_block_of_its_own() => FsCheck.Check.One(Properties.Cases(500), Prop.ForAll(
        Gen.Choose(1, 12).SelectMany(count => Gen.ArrayOf(Gen.Elements("#", "*", "- ", "1. ", "\n", "\r\n", "`", "> ", "|", "[", "]", "<", "&", "=", "a", " ", "\u2028", "\\", "~~~", "_"), count)).Select(string.Concat).ToArbitrary(),
        said =>
        {
            var lines = Written(new Cv { PersonalInfo = new() { FullName = "A" }, AwardsAndRecognitions = [said + "x"] }).Split('\n');
            return lines.Length == 6 && lines[0] == "# A" && lines[2] == "## Awards" && lines[4].StartsWith("- ", StringComparison.Ordinal) && lines[5].Length == 0;
        }));

    private static string Written(Cv cv) => Encoding.UTF8.GetString(CvMarkdown.Write(cv.Document()));
}
