using System.Text.Json;

using ResumeService.Gap;
using ResumeService.JobDescriptions;
using ResumeService.Profiles;
using ResumeService.Skills;

using Shouldly;

using Xunit;

namespace ResumeService.Tests.Gap;

public class GapAnalyzerTests
{
    private static readonly SkillOntology Ontology = SkillOntology.Load();
    private static readonly SkillMatcher Matcher = new(Ontology);

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private const string Resume = """
        Mira Okafor
        Backend Developer

        Experience
        Backend Developer, Sprout Systems, 2021 - 2024
        - Built services with Python, Flask and PostgreSQL on AWS
        - Moved deployments from scripts to Docker for the whole team

        Education
        BSc Computer Science
        """;

    [Fact]
    public void The_percentage_is_the_share_of_the_asked_skills_that_the_resume_shows()
    {
        var gap = Analyze("Python, PostgreSQL, Kubernetes and Terraform");

        gap.MatchPercentage.ShouldBe(50.0);
        gap.MatchingSkills.ShouldBe(["PYTHON", "POSTGRESQL"]);
        gap.MissingSkills.ShouldBe(["KUBERNETES", "TERRAFORM"]);
        gap.JdSkillsFound.ShouldBe(["Python", "PostgreSQL", "Kubernetes", "Terraform"]);
        gap.GapSeverity.ShouldBe("Medium");
    }

    [Theory]
    [InlineData("Python, Docker, AWS", 100.0, "Low")]
    [InlineData("Python, Docker, AWS, Kafka", 75.0, "Low")]
    [InlineData("Python, Docker, Kafka", 66.7, "Medium")]
    [InlineData("Python, Kafka", 50.0, "Medium")]
    [InlineData("Python, Kafka, Scala", 33.3, "High")]
    [InlineData("Kafka, Scala", 0.0, "High")]
    [InlineData("A friendly place to work", 0.0, "High")]
    public void The_severity_follows_the_percentage(string job, double percentage, string severity)
    {
        var gap = Analyze(job);

        gap.MatchPercentage.ShouldBe(percentage);
        gap.GapSeverity.ShouldBe(severity);
    }

    [Fact]
    public void A_narrower_skill_shows_the_broader_one_and_the_evidence_names_it()
    {
        var gap = Analyze("SQL and Python");

        gap.MatchingSkills.ShouldBe(["SQL", "PYTHON"]);
        var sql = gap.Evidence[0];
        sql.ImpliedBy.ShouldBe("PostgreSQL");
        sql.Resume!.Text.ShouldContain("PostgreSQL");
        gap.Evidence[1].ImpliedBy.ShouldBeNull();
    }

    [Fact]
    public void A_broader_skill_does_not_show_a_narrower_one()
    {
        var gap = Analyze("Amazon EKS and Python");

        gap.MissingSkills.ShouldBe(["AMAZON EKS"]);
    }

    [Fact]
    public void Of_a_choice_one_is_enough()
    {
        var gap = Analyze("PostgreSQL or Oracle, and Python");

        gap.MatchPercentage.ShouldBe(100.0);
        gap.MissingSkills.ShouldBeEmpty();
        gap.JdSkillsFound.ShouldBe(["PostgreSQL", "Oracle Database", "Python"]);
        gap.Evidence[0].Alternatives.ShouldBe(["ORACLE DATABASE"]);
    }

    [Fact]
    public void A_choice_of_which_the_resume_shows_none_is_missing_whole() =>
        Analyze("React or Vue, and Python").MissingSkills.ShouldBe(["REACT", "VUE.JS"]);

    [Fact]
    public void What_the_job_does_not_want_is_no_gap() => Analyze("Python. No PHP required.").MatchPercentage.ShouldBe(100.0);

    [Fact]
    public void Evidence_quotes_both_texts_at_their_offsets()
    {
        const string job = "Requirements:\n- Solid Python, also Django\n- Docker";

        var gap = Analyze(job);

        gap.Evidence.Select(skill => skill.Skill).ShouldBe(["PYTHON", "DJANGO", "DOCKER"]);
        foreach (var evidence in gap.Evidence)
        {
            IsQuoteOf(evidence.JobDescription, job);
            if (evidence.Resume is { } quote)
                IsQuoteOf(quote, Resume.ReplaceLineEndings("\n"));
        }

        gap.Evidence[0].JobDescription.Text.ShouldBe("- Solid Python, also Django");
        gap.Evidence[0].Resume!.Text.ShouldBe("- Built services with Python, Flask and PostgreSQL on AWS");
        gap.Evidence[0].Status.ShouldBe("matching");
    }

    [Fact]
    public void A_missing_skill_comes_with_the_nearest_one_the_resume_shows()
    {
        var django = Analyze("Django").Evidence.ShouldHaveSingleItem();

        django.Status.ShouldBe("missing");
        django.Resume.ShouldBeNull();
        django.Related!.Skill.ShouldBe("FLASK");
        IsQuoteOf(django.Related.Resume, Resume.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_missing_skill_without_a_relative_has_none() => Analyze("Phlebotomy").Evidence.ShouldHaveSingleItem().Related.ShouldBeNull();

    [Fact]
    public void A_relative_of_a_relative_counts_only_within_the_same_group_of_skills() => Analyze("Apache Kafka").Evidence.ShouldHaveSingleItem().Related.ShouldBeNull();

    [Theory]
    [InlineData("Python", 3, 0, "Good fit")]
    [InlineData("3+ years of Python experience", 3, 3, "Good fit")]
    [InlineData("5+ years of Python experience", 3, 5, "May need more experience")]
    [InlineData("1 year of Python experience", 0, 1, "May need more experience")]
    public void Experience_fits_from_the_years_required(string job, int shown, int required, string fit)
    {
        var gap = Analyze(job, shown);

        gap.ExperienceRequired.ShouldBe(required);
        gap.ExperienceFit.ShouldBe(fit);
    }

    [Fact]
    public void Section_gaps_tell_skills_experience_and_certificates_apart()
    {
        var gap = Analyze("Lead Python Engineer\n- 5+ years of experience with Python and Kafka\n- Master's degree in Computer Science\n- AWS certification and CKA\n- Excellent communication skills");

        gap.SectionGaps.Technical.ShouldBe(["APACHE KAFKA"]);
        gap.SectionGaps.Experience.ShouldBe(["5 years required, 3 shown", "Lead level asked, middle level shown", "Master's degree required, bachelor's degree shown"]);
        gap.SectionGaps.Certifications.ShouldBe(["AWS certification", "Certified Kubernetes Administrator"]);
    }

    [Fact]
    public void Section_gaps_are_empty_when_nothing_is_missing()
    {
        var gap = Analyze("Python developer\n3 years of experience, a Bachelor's degree");

        gap.SectionGaps.Technical.ShouldBeEmpty();
        gap.SectionGaps.Experience.ShouldBeEmpty();
        gap.SectionGaps.Certifications.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AWS certification required", "AWS Certified Developer")]
    [InlineData("Basic Life Support certification", "BLS")]
    [InlineData("PMP or PRINCE2 certification", "Project Management Professional (PMP)")]
    [InlineData("Registered Nurse license", "RN, State of Ohio")]
    public void A_certificate_in_another_spelling_or_a_narrower_one_is_no_gap(string job, string held) =>
        Analyze(job, certifications: [held]).SectionGaps.Certifications.ShouldBeEmpty();

    [Fact]
    public void Soft_skills_count_only_where_nothing_else_is_asked()
    {
        Analyze("Python and excellent communication skills").MatchPercentage.ShouldBe(100.0);

        var soft = Analyze("Teamwork and communication skills");
        soft.MissingSkills.ShouldBe(["TEAMWORK", "COMMUNICATION"]);
        soft.SectionGaps.Technical.ShouldBeEmpty();
    }

    [Fact]
    public void A_whole_field_of_work_counts_only_where_nothing_else_is_asked()
    {
        Analyze("Software development with Python").JdSkillsFound.ShouldBe(["Python"]);
        Analyze("Software development").JdSkillsFound.ShouldBe(["Software development"]);
    }

    [Theory]
    [InlineData("Senior Java developer: Java, Spring Boot, Kafka", "High")]
    [InlineData("Python, Flask or Django, PostgreSQL, Docker", "Low")]
    [InlineData("JavaScript, React, CSS", "High")]
    [InlineData("Nurse: patient care, IV therapy, RN license", "High")]
    public void A_near_miss_is_told_from_a_fit(string job, string severity) => Analyze(job).GapSeverity.ShouldBe(severity);

    [Fact]
    public void A_resume_written_in_english_shows_english() => Analyze("Fluent English and German").MissingSkills.ShouldBe(["GERMAN"]);

    [Theory]
    [InlineData(0.84249, 0.842)]
    [InlineData(1.2, 1.0)]
    [InlineData(-0.1, 0.0)]
    public void The_similarity_is_rounded_and_kept_between_0_and_1(double given, double expected) =>
        Analyze("Python", similarity: given).SemanticSimilarity.ShouldBe(expected);

    [Fact]
    public void Without_a_similarity_there_is_none()
    {
        Analyze("Python", similarity: null).SemanticSimilarity.ShouldBeNull();
        Analyze("Python", similarity: double.NaN).SemanticSimilarity.ShouldBeNull();
    }

    [Fact]
    public void Matching_and_missing_make_up_what_was_found_when_there_is_no_choice()
    {
        var gap = Analyze("We want Python, Rust, Docker, Helm, SQL, Kafka, React and Git; 2 years of experience.");

        gap.MatchingSkills.Concat(gap.MissingSkills).ShouldBe(gap.JdSkillsFound.Select(name => name.ToUpperInvariant()), ignoreOrder: true);
        gap.MatchPercentage.ShouldBe(Math.Round(100.0 * gap.MatchingSkills.Count / gap.JdSkillsFound.Count, 1));
    }

    [Fact]
    public void The_json_has_the_seed_s_names()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Analyze("Python and Django"), SnakeCase));

        json.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["match_percentage", "semantic_similarity", "matching_skills", "missing_skills", "gap_severity", "experience_required", "experience_fit", "jd_skills_found", "section_gaps", "evidence"],
            ignoreOrder: true);
        json.RootElement.GetProperty("section_gaps").EnumerateObject().Select(property => property.Name).ShouldBe(["technical", "experience", "certifications"]);
        json.RootElement.GetProperty("evidence")[0].GetProperty("job_description").GetProperty("match_start").GetInt32().ShouldBe(0);
    }

    [Fact]
    public void A_long_line_is_quoted_around_its_mention()
    {
        var line = string.Join(' ', Enumerable.Repeat("filler words", 60)) + " Python " + string.Join(' ', Enumerable.Repeat("more filler", 60));

        var quote = Analyze(line).Evidence.ShouldHaveSingleItem().JobDescription;

        quote.Text.Length.ShouldBeLessThanOrEqualTo(240);
        quote.Text.ShouldContain("Python");
        IsQuoteOf(quote, line);
    }

    [Fact]
    public void Text_without_spaces_is_quoted_without_splitting_a_character()
    {
        var line = string.Concat(Enumerable.Repeat("𠮷", 300)) + "Python" + string.Concat(Enumerable.Repeat("𠮷", 300));

        var quote = Analyze(line).Evidence.ShouldHaveSingleItem().JobDescription;

        quote.Text.Length.ShouldBeLessThanOrEqualTo(242);
        char.IsLowSurrogate(quote.Text[0]).ShouldBeFalse();
        char.IsHighSurrogate(quote.Text[^1]).ShouldBeFalse();
    }

    private static void IsQuoteOf(Quote quote, string text)
    {
        text[quote.Start..quote.End].ShouldBe(quote.Text);
        quote.MatchStart.ShouldBeInRange(quote.Start, quote.End);
        quote.MatchEnd.ShouldBeInRange(quote.MatchStart, quote.End);
    }

    private static GapAnalysis Analyze(string job, int years = 3, string[]? certifications = null, double? similarity = 0.5)
    {
        var text = Resume.ReplaceLineEndings("\n");
        var profile = new ResumeProfile
        {
            Title = "Backend Developer",
            Skills = [.. Matcher.Find(text).GroupBy(mention => mention.Skill.Id, StringComparer.Ordinal).Select(same =>
                new ProfileSkill(same.Key, same.First().Skill.Name, same.First().Skill.Category, [.. same.Select(mention => new TextSpan(mention.Start, mention.Length))]))],
            ExperienceYears = years,
            Jobs = [new Job { Title = "Backend Developer", Company = "Sprout Systems" }],
            Projects = [],
            Internships = [],
            Certifications = certifications ?? [],
            Education = [new Education { Degree = "BSc Computer Science" }],
        };
        return new GapAnalyzer(Ontology).Analyze(profile, text, JobDescription.Parse(job, Matcher), similarity);
    }
}
