using InterviewService.Questions;
using InterviewService.Questions.Knowledge;
using InterviewService.Questions.Selection;
using InterviewService.Tests.Running;
using ResumeService.Contracts;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Questions.Selection;

public sealed class QuestionPlannerTests
{
    private static readonly KnowledgeQuestions Knowledge = new(KnowledgeBase.Read());
    private static readonly QuestionPlanner Planner = new(Knowledge, new OwnWorkQuestions(QuestionTemplates.Read()));
    private static readonly HashSet<string> None = [];

    public static TheoryData<string> Everybody => ["backend", "nurse", "nobody", "hostile"];

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Any_resume_gives_exactly_as_many_different_questions_as_wanted(string who)
    {
        for (var count = 3; count <= 20; count++)
        {
            var questions = Planner.Plan(Person(who), count, None);
            questions.Count.ShouldBe(count);
            questions.Select(question => question.Key).Distinct().Count().ShouldBe(count);
            questions.Select(question => question.Text).Distinct().Count().ShouldBe(count);
            questions.ShouldAllBe(question => question.Why.Length > 0 && question.Intention.Length > 0 && question.ReferenceAnswer.Length > 0 && question.KeyPoints.Count >= 3 && question.FollowUp != null);
        }
    }

    [Fact]
    public void The_same_history_gives_the_same_interview_and_another_one_repeats_nothing()
    {
        var first = Keys(Planner.Plan(Person("backend"), 10, None));
        Keys(Planner.Plan(Person("backend"), 10, None)).ShouldBe(first);
        var asked = first.ToHashSet();
        for (var session = 0; session < 5; session++)
        {
            var next = Keys(Planner.Plan(Person("backend"), 10, asked));
            next.ShouldAllBe(key => !asked.Contains(key));
            asked.UnionWith(next);
        }
    }

    [Fact]
    public void Questions_are_on_the_resumes_own_skills_the_gaps_and_the_own_work()
    {
        var questions = Planner.Plan(Person("backend"), 12, None);

        string[] own = ["PYTHON", "POSTGRESQL", "DOCKER", "FASTAPI", "KAFKA", "DISTRIBUTED SYSTEMS", "SCRUM", "REACT"];
        string[] gaps = ["KUBERNETES", "MICROSERVICES"];
        string[] others = ["PROJECT", "BEHAVIORAL", "SITUATIONAL", "TECHNICAL"];
        questions.ShouldAllBe(question => own.Contains(question.Type) || gaps.Contains(question.Type) || others.Contains(question.Type));
        questions.Count(question => own.Contains(question.Type)).ShouldBeGreaterThanOrEqualTo(4);
        questions.ShouldContain(question => gaps.Contains(question.Type) && question.Why.Contains("does not show", StringComparison.Ordinal));
        questions[0].Type.ShouldBe("PROJECT", "the interview opens with what the person knows best");
        questions[^1].Kind.ShouldBe(QuestionType.Behavioral);
        questions.Count(question => question.Kind == QuestionType.Behavioral).ShouldBeInRange(2, 4);
    }

    [Theory]
    [InlineData("Junior Developer", 8, QuestionLevel.Junior)]
    [InlineData("Developer", 1, QuestionLevel.Junior)]
    [InlineData("Developer", 3, QuestionLevel.Middle)]
    [InlineData("Developer", 9, QuestionLevel.Senior)]
    [InlineData("Senior Developer", 2, QuestionLevel.Senior)]
    [InlineData("Leadership Trainer", 3, QuestionLevel.Middle)]
    [InlineData("高级工程师", 3, QuestionLevel.Senior)]
    public void The_level_follows_the_years_and_the_latest_title(string title, int years, object level) =>
        new Interviewee(People.Backend with { ExperienceYears = years, Jobs = [new(title, null, [])] }, new CandidateProfile(), "").Level.ShouldBe((QuestionLevel)level);

    [Fact]
    public void A_skill_used_lately_and_asked_for_weighs_more_than_one_that_is_only_listed()
    {
        AnalysedSkill[] skills =
        [
            new("React", "Front end", 6), new("Redis", "Databases", 1) { IsUsed = true, LastUsed = new DateOnly(2015, 1, 1) },
            new("Python", "Languages", 2) { IsUsed = true, LastUsed = new DateOnly(2024, 1, 1) }, new("Docker", "DevOps", 1), new("Communication", "Soft skills", 9),
        ];
        var ranked = SkillRanking.Shown(People.Backend with { Skills = skills, Requirements = [new("Docker", "DevOps", true, false, 1, "")] });

        ranked.Select(skill => skill.Name).ShouldBe(["Python", "Docker", "Redis", "React"]);
    }

    private static string[] Keys(IEnumerable<InterviewQuestion> questions) => [.. questions.Select(question => question.Key)];

    private static Interviewee Person(string who) => who switch
    {
        "nurse" => new Interviewee(People.Nurse, new CandidateProfile(), Candidates.Nurse),
        "nobody" => new Interviewee(People.Nobody, new CandidateProfile(), "x"),
        "hostile" => new Interviewee(People.Hostile with { Requirements = Gaps }, new CandidateProfile(), "hostile"),
        _ => new Interviewee(People.Backend with { Requirements = Gaps }, new CandidateProfile(), Candidates.Text),
    };

    private static IReadOnlyList<AnalysedRequirement> Gaps =>
    [
        new("Python", "Languages", true, false, 2, "You build services in Python."), new("Kubernetes", "DevOps", false, false, 2, "Kubernetes is our heart.") { Related = "Docker" },
        new("Microservices", "Architecture", false, false, 1, "We split a monolith into microservices."),
    ];
}
