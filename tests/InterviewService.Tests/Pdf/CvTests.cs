using InterviewService.Pdf;
using InterviewService.Reports;
using ResumeService.Contracts;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Pdf;

public sealed class CvTests
{
    [Fact]
    public void What_the_job_asks_for_stands_first_and_nothing_is_added()
    {
        var cv = Cv.Of(Candidate(jobs: 1));

        cv.Skills[0].Group.ShouldBe("DevOps");
        cv.Skills[0].Skills.ShouldBe([("Docker", true), ("Ansible", false)]);
        cv.Jobs[0].Highlights.ShouldBe(["Ran Docker for 40 services", "Cut costs by 10 %", "Kept the wiki tidy"]);
    }

    [Fact]
    public void A_long_career_is_cut_from_its_oldest_end()
    {
        var cv = Cv.Of(Candidate(jobs: 30));

        cv.Jobs.Count.ShouldBeLessThan(30);
        cv.Jobs.Select(job => job.Company).ShouldBe(Enumerable.Range(0, cv.Jobs.Count).Select(number => $"Company {number}"), "the latest jobs stay, in their order");
        cv.Jobs[0].Highlights.Count.ShouldBePositive();
    }

    [Fact]
    public void Text_of_a_resume_is_never_markup()
    {
        var candidate = Candidate(jobs: 1);
        var page = CvPage.Write(
            Cv.Of(candidate with { Profile = candidate.Profile with { Name = "<script>alert(1)</script>", Summary = "a < b & c > d \" '", Links = ["javascript:alert(1)", "example.org/x"] } }), "en");

        page.ShouldNotContain("<script>");
        page.ShouldNotContain("href=\"javascript");
        page.ShouldContain("a &lt; b &amp; c &gt; d");
        page.ShouldContain("href=\"https://example.org/x\"");
    }

    private static Candidate Candidate(int jobs) => new(
        new CandidateProfile { Name = "Ines Carvalho", Email = "ines@example.org" },
        new ResumeAnalysis
        {
            ResumeId = 0,
            Revision = 0,
            ExperienceYears = 3,
            ExperienceRequired = 0,
            Skills = [new("Python", "Languages", 5), new("Ansible", "DevOps", 2), new("Docker", "DevOps", 1)],
            Projects = [],
            Jobs = [.. Enumerable.Range(0, jobs).Select(number => new AnalysedJob("Engineer", $"Company {number}", ["Kept the wiki tidy", "Cut costs by 10 %", "Ran Docker for 40 services"]))],
            MatchingSkills = ["Docker"],
            MissingSkills = [],
            Requirements = [new("Docker", "DevOps", true, false, 1, "")],
        });
}
