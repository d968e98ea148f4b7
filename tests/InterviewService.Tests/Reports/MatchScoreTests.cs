using InterviewService.Reports;
using ResumeService.Contracts;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Reports;

public sealed class MatchScoreTests
{
    private static readonly ResumeAnalysis Nobody = new()
    {
        ResumeId = 0, Revision = 0, ExperienceYears = 0, ExperienceRequired = 0, Skills = [], Projects = [], Jobs = [], MatchingSkills = [], MissingSkills = [],
    };

    [Fact]
    public void The_score_is_the_weighted_mean_of_its_parts()
    {
        // Coverage (1 + 0) / 2 = 0.5, depth 0.4 (listed only), experience 3 / 5 = 0.6, similarity 0.8: 0.45 * 0.5 + 0.2 * 0.4 + 0.2 * 0.6 + 0.15 * 0.8 = 0.545.
        var score = MatchScore.Of(
            Nobody with { ExperienceYears = 3, ExperienceRequired = 5, Skills = [Skill("Python")], Requirements = [Shown("Python"), Missing("Kubernetes")] }, similarity: 0.8);

        (score.Coverage, score.Depth, score.Experience, score.Similarity, score.Score).ShouldBe((0.5, 0.4, 0.6, 0.8, 55));
    }

    [Fact]
    public void A_part_that_cannot_be_told_is_left_out_and_the_others_share_its_weight()
    {
        var resume = Nobody with { Skills = [Skill("Python")], Requirements = [Shown("Python"), Missing("Kubernetes")] };

        // (0.45 * 0.5 + 0.2 * 0.4) / 0.65
        MatchScore.Of(resume, similarity: null).Score.ShouldBe(47);
        MatchScore.Of(Nobody, similarity: 0.62).Score.ShouldBe(62);
        MatchScore.Of(Nobody, similarity: null).Score.ShouldBe(0);
    }

    [Fact]
    public void What_is_welcome_counts_half_and_what_is_near_a_quarter()
    {
        MatchScore.Of(Nobody with { Skills = [Skill("Python")], Requirements = [Shown("Python"), Missing("Terraform") with { IsPreferred = true }] }, null).Coverage.ShouldBe(0.667);
        MatchScore.Of(Nobody with { Requirements = [Missing("Kubernetes") with { Related = "Docker" }] }, null).Coverage.ShouldBe(0.25);
    }

    [Fact]
    public void Recent_use_proves_more_than_old_use_and_old_use_more_than_a_list()
    {
        double? Depth(AnalysedSkill skill) => MatchScore.Of(
            Nobody with { Skills = [skill, Skill("Git") with { IsUsed = true, LastUsed = new DateOnly(2025, 1, 1) }], Requirements = [Shown("Python")] }, null).Depth;

        Depth(Skill("Python")).ShouldBe(0.4);
        Depth(Skill("Python") with { IsUsed = true, LastUsed = new DateOnly(2015, 1, 1) }).ShouldBe(0.7);
        Depth(Skill("Python") with { IsUsed = true, LastUsed = new DateOnly(2024, 6, 1) }).ShouldBe(0.9);
        Depth(Skill("Python", mentions: 3) with { IsUsed = true, LastUsed = new DateOnly(2024, 6, 1) }).ShouldBe(1);
    }

    [Fact]
    public void More_years_than_asked_for_count_as_enough() =>
        MatchScore.Of(Nobody with { ExperienceYears = 12, ExperienceRequired = 5 }, null).Experience.ShouldBe(1);

    [Theory]
    [InlineData(false, 1, null, "high")]
    [InlineData(false, 1, "Docker", "medium")]
    [InlineData(false, 3, "Docker", "high")]
    [InlineData(true, 1, null, "low")]
    [InlineData(true, 3, null, "low")]
    public void A_gap_is_as_grave_as_the_job_makes_it_and_as_far_as_the_resume_is_from_it(bool preferred, int mentions, string? related, string severity) =>
        SkillGaps.Of(Nobody with { Requirements = [new("Kubernetes", "DevOps", false, preferred, mentions, "") { Related = related }] }).ShouldHaveSingleItem().Severity.ShouldBe(severity);

    [Fact]
    public void Gaps_are_told_the_gravest_first_with_years_degrees_and_certificates()
    {
        var gaps = SkillGaps.Of(Nobody with
        {
            Requirements = [Shown("Python"), Missing("Terraform") with { IsPreferred = true }, Missing("Kubernetes")],
            MissingCertifications = ["AWS Certified Developer"],
            ExperienceGaps = ["8 years required, 3 shown", "4 years required, 3 shown", "Master's degree preferred, none shown"],
        });

        gaps.Select(gap => (gap.Skill, gap.Severity)).ShouldBe(
        [
            ("Kubernetes", "high"), ("8 years required, 3 shown", "high"), ("AWS Certified Developer", "medium"), ("4 years required, 3 shown", "medium"),
            ("Terraform", "low"), ("Master's degree preferred, none shown", "low"),
        ]);
    }

    private static AnalysedSkill Skill(string name, int mentions = 1) => new(name, "Languages", mentions);

    private static AnalysedRequirement Shown(string name) => new(name, "Languages", true, false, 1, "");

    private static AnalysedRequirement Missing(string name) => new(name, "DevOps", false, false, 1, "");
}
