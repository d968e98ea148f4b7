using ResumeService.Profiles.Sections;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Profiles;

public sealed class HeadingReaderTests
{
    [Theory]
    [InlineData("EXPERIENCE", "Experience")]
    [InlineData("E X P E R I E N C E", "Experience")]
    [InlineData("W O R K  H I S T O R Y", "Experience")]
    [InlineData("3. Professional Experience:", "Experience")]
    [InlineData("== Where I've worked ==", "Experience")]
    [InlineData("My journey", "Experience")]
    [InlineData("工作经历", "Experience")]
    [InlineData("Beruflicher Werdegang", "Experience")]
    [InlineData("Expérience professionnelle", "Experience")]
    [InlineData("Experiencia laboral", "Experience")]
    [InlineData("Relevant Work Experience", "Experience")]
    [InlineData("Toolbox", "Skills")]
    [InlineData("Core competencies", "Skills")]
    [InlineData("Tech stack", "Skills")]
    [InlineData("专业技能", "Skills")]
    [InlineData("What I've built", "Projects")]
    [InlineData("教育背景", "Education")]
    [InlineData("EDUCATION & TRAINING", "Education")]
    [InlineData("Licenses & Certifications", "Certifications")]
    [InlineData("Volunteer Experience", "Volunteering")]
    [InlineData("About me", "Summary")]
    public void Headings_are_known_whatever_their_dress(string line, string kind) => HeadingReader.Read(line).ShouldNotBeNull().Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData("User Experience")]
    [InlineData("Led the migration of 40 services")]
    [InlineData("Ada Lovelace")]
    [InlineData("Northwind Traders")]
    [InlineData("")]
    public void Other_lines_are_no_headings(string line) => HeadingReader.Read(line).ShouldBeNull();

    [Fact]
    public void A_word_of_everyday_use_needs_more_than_itself() => HeadingReader.Read("Writing").ShouldNotBeNull().Certainty.ShouldBe(HeadingCertainty.Everyday);
}
