using InterviewService.Questions;
using ResumeService.Contracts;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Questions;

public sealed class PhrasesTests
{
    [Theory]
    [InlineData("Docker", "Docker")]
    [InlineData("Kubernetes", "Kubernetes")]
    [InlineData("Spring", "Spring")]
    [InlineData("Spring Boot", "Spring Boot")]
    [InlineData("C#", "C#")]
    [InlineData("REST", "REST")]
    [InlineData("C4 model", "C4 model")]
    [InlineData("Linux administration", "Linux administration")]
    [InlineData("Slim framework", "Slim framework")]
    [InlineData("Design patterns", "design patterns")]
    [InlineData("Test-driven development", "test-driven development")]
    [InlineData("Machine learning", "machine learning")]
    [InlineData("Microservices", "microservices")]
    [InlineData("Scalability", "scalability")]
    [InlineData("Monitoring", "monitoring")]
    [InlineData("Notion", "Notion")]
    [InlineData("算法", "算法")]
    public void A_skill_reads_as_in_the_middle_of_a_sentence(string name, string phrase) => Phrases.Skill(name).ShouldBe(phrase);

    [Theory]
    [InlineData("E-commerce Platform", "your E-commerce Platform project")]
    [InlineData("Final Year Project", "your Final Year Project")]
    [InlineData(" Tidepool: ", "your Tidepool project")]
    [InlineData("The Reading Room", "your project “The Reading Room”")]
    [InlineData("My Weather App", "your project “My Weather App”")]
    [InlineData("Face recognition with OpenCV: doors that open by themselves", "your project “Face recognition with OpenCV: doors that open by themselves”")]
    [InlineData("“Quoted” thing", "your project “Quoted’ thing”")]
    [InlineData("one two three four five six seven eight nine ten eleven twelve thirteen", "your project “one two three four five six seven eight nine ten eleven…”")]
    [InlineData("Two\r\nlines", "your Two lines project")]
    [InlineData(" . - ", null)]
    public void A_project_is_called_by_its_own_name(string name, string? phrase) => Phrases.Project(name).ShouldBe(phrase);

    [Theory]
    [InlineData("Nurse", "St. Brendan", "in your role as Nurse at St. Brendan")]
    [InlineData("Nurse", null, "in your role as Nurse")]
    [InlineData(null, "St. Brendan", "during your time at St. Brendan")]
    [InlineData(" ", "", null)]
    public void A_job_is_called_by_what_the_resume_prints(string? title, string? company, string? phrase) =>
        Phrases.Job(new AnalysedJob(title, company, [])).ShouldBe(phrase);

    [Theory]
    [InlineData("• Cut page load times by 40 % with caching.", "Cut page load times by 40 % with caching")]
    [InlineData("  wrote\tthe   runbooks of\nthe team ", "wrote the runbooks of the team")]
    [InlineData("Known as “the fixer” in the team", "Known as ‘the fixer’ in the team")]
    [InlineData("Python, SQL", null)]
    [InlineData("See https://example.org/me for more of it", null)]
    [InlineData("Write to ana.b@example.org for more of it", null)]
    [InlineData("Phone number: +351 912 345 678 by day", null)]
    public void A_line_is_quoted_when_it_says_something(string line, string? quoted) => Phrases.Line(line).ShouldBe(quoted);

    [Fact]
    public void A_long_line_is_cut_between_words()
    {
        var line = Phrases.Line(string.Concat(Enumerable.Repeat("responsible for deliveries ", 30)))!;

        line.Length.ShouldBeLessThanOrEqualTo(180);
        line.ShouldMatch("(responsible|for|deliveries)…$");
    }

    [Fact]
    public void A_cut_never_splits_a_character() => Text.Shorten(string.Concat(Enumerable.Repeat("😀", 200)), 100).EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);

    [Theory]
    [InlineData("services in C# and Go", "C#", true)]
    [InlineData("services in C++", "C", false)]
    [InlineData("JavaScript front ends", "Java", false)]
    [InlineData("java, sql", "Java", true)]
    [InlineData("JavaScript and Java", "Java", true)]
    public void A_line_names_a_skill_by_whole_words(string line, string skill, bool names) => Phrases.Names(line, skill).ShouldBe(names);
}
