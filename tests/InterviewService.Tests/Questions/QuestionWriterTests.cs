using EmbeddingService.Contracts;
using InterviewService.Questions;
using InterviewService.Tests.Running;
using ResumeService.Contracts;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Questions;

public sealed class QuestionWriterTests
{
    private static readonly string[] Types = [QuestionType.ProjectBased, QuestionType.Technical, QuestionType.Situational, QuestionType.Behavioral];
    private static readonly IReadOnlyList<string> Seeds = [.. Enumerable.Range(0, 60).Select(number => $"seed {number}")];

    private readonly QuestionWriter _writer = new(QuestionTemplates.Read());

    public static TheoryData<string> Everybody => ["backend", "nurse", "nobody", "hostile", "huge"];

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Exactly_as_many_questions_as_asked_for_and_no_two_alike(string person)
    {
        foreach (var seed in Seeds.Take(10))
        {
            for (var count = 1; count <= 20; count++)
            {
                var questions = Write(Person(person), count, seed);

                questions.Count.ShouldBe(count);
                questions.Select(question => Text.Comparable(question.Text)).Distinct().Count().ShouldBe(count);
                questions.ShouldAllBe(question => Types.Contains(question.Type));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void No_two_questions_of_a_set_are_one_template_with_another_word_in_it(string person)
    {
        var resume = Person(person);
        foreach (var seed in Seeds.Take(10))
        {
            var bare = Write(resume, 20, seed).Select(question => WithoutNames(question.Text, resume)).ToArray();

            bare.Distinct().Count().ShouldBe(20, string.Join('\n', bare));
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Every_question_is_finished_text_of_readable_length(string person)
    {
        foreach (var question in Seeds.SelectMany(seed => Write(Person(person), 20, seed)))
        {
            question.Text.ShouldMatch(@"^[A-Z].*[.?]$");
            question.Text.ShouldNotContain("\n");
            question.Text.Length.ShouldBeLessThan(420);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_questions_and_another_one_gives_others()
    {
        Write(People.Backend, 5, "focus_projects").ShouldBe(Write(People.Backend, 5, "focus_projects"));

        var sets = Seeds.Select(seed => string.Join('\n', Write(People.Backend, 5, seed).Select(question => question.Text))).ToArray();
        sets.Distinct().Count().ShouldBe(sets.Length);
    }

    // The wording is part of the contract of a seed: who changes it raises the version of the templates.
    [Fact]
    public void A_seed_gives_these_questions() => Write(People.Backend, 4, "focus_projects").Select(question => question.Text).ShouldBe(
    [
        "Which part of your E-commerce Platform project are you most proud of, and why?",
        "How would you explain Docker to a new colleague in five minutes?",
        "Your resume says: “Took part in on-call rotation and wrote the runbooks of the team”. What would the people you worked with say about your part?",
        "A customer asks you about microservices in a meeting. How do you answer with what you know today?",
    ]);

    [Fact]
    public void Without_a_seed_the_questions_are_the_same_every_time()
    {
        Write(People.Backend, 8, null).ShouldBe(Write(People.Backend, 8, null));
        Write(People.Backend, 8, "").ShouldBe(Write(People.Backend, 8, null));
    }

    [Fact]
    public void Two_resumes_get_different_questions_from_one_seed() =>
        Write(People.Nobody, 10, "seed").ShouldNotBe(Write(People.Nobody with { ResumeId = 99 }, 10, "seed"));

    [Fact]
    public void A_shorter_set_is_the_beginning_of_a_longer_one() =>
        Write(People.Backend, 6, "seed").ShouldBe(Write(People.Backend, 20, "seed").Take(6));

    [Fact]
    public void Four_questions_on_a_rich_resume_are_of_all_four_types()
    {
        foreach (var seed in Seeds)
            Write(People.Backend, 4, seed).Select(question => question.Type).Order().ShouldBe(Types.Order());
    }

    [Fact]
    public void Project_questions_name_the_persons_own_projects_each_once()
    {
        foreach (var seed in Seeds)
        {
            var questions = Write(People.Backend, 12, seed).Where(question => question.Type == QuestionType.ProjectBased).ToArray();

            questions.Count(question => question.Text.Contains("E-commerce Platform", StringComparison.Ordinal)).ShouldBe(1);
            questions.Count(question => question.Text.Contains("Tidepool", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public void Technical_questions_are_about_matching_skills_first()
    {
        foreach (var seed in Seeds)
        {
            var technical = Write(People.Backend, 20, seed).Where(question => question.Type == QuestionType.Technical).Take(3).ToArray();

            foreach (var skill in People.Backend.MatchingSkills)
                technical.ShouldContain(question => Phrases.Names(question.Text, skill), $"{seed}: {skill}");
        }
    }

    [Fact]
    public void Situational_questions_are_about_the_gaps_first()
    {
        foreach (var seed in Seeds)
        {
            var situational = Write(People.Backend, 20, seed).Where(question => question.Type == QuestionType.Situational).Take(3).ToArray();

            situational.ShouldContain(question => question.Text.Contains("Kubernetes", StringComparison.Ordinal), seed);
            situational.ShouldContain(question => question.Text.Contains("microservices", StringComparison.Ordinal), seed);
            situational.ShouldContain(question => question.Text.Contains("5 years", StringComparison.Ordinal), seed);
        }
    }

    [Fact]
    public void Behavioral_questions_are_about_the_persons_own_work_first()
    {
        foreach (var seed in Seeds)
        {
            foreach (var question in Write(People.Nurse, 20, seed).Where(question => question.Type == QuestionType.Behavioral).Take(3))
                question.Text.ShouldMatch("Intensive Care Nurse at St. Brendan Hospital|Care for two ventilated|Preceptor of eleven");
        }
    }

    [Fact]
    public void A_line_and_a_skill_in_a_project_are_asked_about_once()
    {
        foreach (var seed in Seeds)
        {
            var questions = Write(People.Backend, 20, seed);

            foreach (var line in People.Backend.Jobs.SelectMany(job => job.Highlights).Concat(People.Backend.Projects.SelectMany(project => project.Highlights)))
                questions.Count(question => question.Text.Contains(line.TrimEnd('.'), StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1);
            questions.Count(question => question.Text.Contains("E-commerce Platform", StringComparison.Ordinal) && Phrases.Names(question.Text, "PostgreSQL"))
                .ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public void What_the_search_found_relevant_is_asked_about_first()
    {
        // Ten projects and ten lines of work, of which the search found one each.
        var resume = People.Nobody with
        {
            Projects = [.. Enumerable.Range(0, 10).Select(number => new AnalysedProject($"Project {(char)('A' + number)}{number}", [], []))],
            Jobs = [new AnalysedJob(null, null, [.. Enumerable.Range(0, 4).Select(number => $"Did the important thing number {number} for a customer")])],
        };
        var evidence = ResumeEvidence.Of(new ChunkSearchResponse([[new ChunkHit(0, "Project D3\nDid the important thing number 2 for a customer", 0.3f, 0.8)]]));

        foreach (var seed in Seeds)
        {
            var questions = _writer.Write(resume, evidence, 4, seed);

            questions.First(question => question.Type == QuestionType.ProjectBased).Text.ShouldContain("Project D3");
            questions.First(question => question.Type == QuestionType.Behavioral).Text.ShouldContain("number 2");
        }
    }

    [Fact]
    public void Lines_that_the_parser_missed_are_quoted_from_the_chunks_that_were_found()
    {
        var evidence = ResumeEvidence.Of(new ChunkSearchResponse([[new ChunkHit(
            3,
            "half a line that begins\nOrganised the vaccination of two thousand people in a week\nPython, SQL, Excel, Word, Access, Outlook\nhalf a line that en", 0.3f, 0.9)]]));

        var questions = Seeds.SelectMany(seed => _writer.Write(People.Nobody, evidence, 3, seed)).Select(question => question.Text).ToArray();

        questions.ShouldContain(question => question.Contains("“Organised the vaccination of two thousand people in a week”", StringComparison.Ordinal));
        questions.ShouldNotContain(question => question.Contains("half a line", StringComparison.Ordinal) || question.Contains("Outlook", StringComparison.Ordinal));
    }

    [Fact]
    public void Soft_skills_and_spoken_languages_are_no_technical_matter()
    {
        var resume = People.Nobody with { Skills = [new("Teamwork", "Soft skills", 3), new("French", "Spoken languages", 1), new("Wound care", "Healthcare", 2)] };

        foreach (var question in Seeds.SelectMany(seed => Write(resume, 8, seed)))
        {
            if (question.Text.Contains("French", StringComparison.Ordinal) || question.Text.Contains("teamwork", StringComparison.Ordinal))
                question.Type.ShouldBe(QuestionType.Behavioral);
            question.Text.ShouldNotContain("Wound care", Case.Sensitive);
        }
    }

    [Fact]
    public void Contact_data_in_a_line_never_reaches_a_question()
    {
        foreach (var question in Seeds.SelectMany(seed => Write(People.Hostile, 20, seed)))
            question.Text.ShouldNotMatch("1234|example.com|\u202E");
    }

    private IReadOnlyList<WrittenQuestion> Write(ResumeAnalysis resume, int count, string? seed) => _writer.Write(resume, ResumeEvidence.None, count, seed);

    private static ResumeAnalysis Person(string name) => name switch
    {
        "backend" => People.Backend,
        "nurse" => People.Nurse,
        "nobody" => People.Nobody,
        "hostile" => People.Hostile,
        _ => People.Backend with
        {
            Skills = [.. Enumerable.Range(0, 300).Select(number => new AnalysedSkill($"Skill{number}", "Databases", 1))],
            Projects = [.. Enumerable.Range(0, 100).Select(number => new AnalysedProject($"Undertaking {number}", [$"Skill{number}"], [$"Line number {number} of many lines"]))],
            Jobs = [.. Enumerable.Range(0, 100).Select(number => new AnalysedJob($"Role {number}", $"Company {number}", [$"Work number {number} of much work"]))],
            MatchingSkills = [.. Enumerable.Range(0, 100).Select(number => $"Skill{number}")],
            MissingSkills = [.. Enumerable.Range(300, 100).Select(number => $"Skill{number}")],
        },
    };

    private static string WithoutNames(string question, ResumeAnalysis resume)
    {
        string[] names =
        [
            .. resume.Projects.Select(project => Phrases.Project(project.Name)).OfType<string>(), .. resume.Jobs.Select(job => Phrases.Job(job)).OfType<string>(),
            .. resume.Projects.SelectMany(project => project.Highlights).Concat(resume.Jobs.SelectMany(job => job.Highlights)).Select(Phrases.Line).OfType<string>(),
            .. resume.Skills.Select(skill => skill.Name).Concat(resume.MissingSkills).Select(Phrases.Skill).Where(skill => skill.Length > 1),
        ];
        return names.OrderByDescending(name => name.Length).Aggregate(question, (text, name) => text.Replace(name, "_", StringComparison.Ordinal));
    }
}
