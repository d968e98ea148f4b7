
using ResumeService.JobDescriptions;
using ResumeService.Profiles;
using ResumeService.Skills;

using Shouldly;

using Xunit;

namespace ResumeService.Tests.JobDescriptions;

public class JobDescriptionTests
{
    private static readonly SkillMatcher Matcher = new(SkillOntology.Load());

    private const string NurseryBackend = """
        Senior Backend Engineer (m/f/d)

        About us
        Sprout Systems has over 20 years of history. We are a leader in financial services and machine learning.

        What you'll do
        - Build microservices in Go and PostgreSQL
        - Review code

        Requirements
        - 5+ years of professional experience
        - Strong knowledge of Docker and Kubernetes
        - React or Vue
        - No PHP needed
        - Bachelor's degree in Computer Science or equivalent experience

        Nice to have
        - Terraform
        - AWS certification

        Benefits
        - Health insurance, a training budget and free lunch
        - Yoga and accounting courses

        We are an equal opportunity employer and do not discriminate by disability; tell us of mental health needs.
        """;

    [Fact]
    public void A_job_description_is_read_whole()
    {
        var job = Parse(NurseryBackend);

        job.Title.ShouldBe("Senior Backend Engineer");
        job.Seniority!.Level.ShouldBe(SeniorityLevel.Senior);
        job.ExperienceRequired.ShouldBe(5);
        job.Degree!.Level.ShouldBe(DegreeLevel.Bachelor);
        job.Degree.OrEquivalent.ShouldBeTrue();
        Names(job).ShouldBe(["Microservices", "Go", "PostgreSQL", "Docker", "Kubernetes", "React", "Vue.js", "Terraform"]);
        job.Certifications.ShouldHaveSingleItem().Certification.Name.ShouldBe("AWS certification");
    }

    [Fact]
    public void What_is_nice_to_have_is_told_from_what_is_required()
    {
        var job = Parse(NurseryBackend);

        job.Skills.Where(skill => skill.Preferred).Select(skill => skill.Skill.Name).ShouldBe(["Terraform"]);
        job.Certifications.ShouldAllBe(certification => certification.Preferred);
    }

    [Fact]
    public void Every_requirement_quotes_its_place()
    {
        var job = Parse(NurseryBackend);

        Quote(job, job.TitleSpan!.Value).ShouldBe(job.Title);
        Quote(job, job.Experience!.Span).ShouldBe("5+ years");
        Quote(job, job.Seniority!.Span).ShouldBe("Senior");
        Quote(job, job.Degree!.Span).ShouldStartWith("Bachelor's");
        Quote(job, job.Certifications[0].Span).ShouldBe("AWS certification");
        foreach (var skill in job.Skills)
            Matcher.Find("Skills: Docker, " + Quote(job, skill.Mentions[0])).ShouldContain(mention => mention.Skill == skill.Skill);
    }

    [Fact]
    public void Skills_come_once_in_the_order_of_their_first_mention_with_every_mention()
    {
        var job = Parse("Python and SQL.\nMore Python. PYTHON again, then Docker.");

        Names(job).ShouldBe(["Python", "SQL", "Docker"]);
        job.Skills[0].Mentions.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("We need Python. Go is a plus.", "Go")]
    [InlineData("Python required, Terraform a plus", "Terraform")]
    [InlineData("Python; knowledge of Terraform would be nice", "Terraform")]
    [InlineData("Must have: Python\nBonus points: Terraform and Ansible", "Terraform;Ansible")]
    [InlineData("Required: Python.\nPreferred qualifications:\n- Terraform\n- Scala", "Terraform;Scala")]
    [InlineData("Python, Docker (nice to have), Kafka", "Docker")]
    [InlineData("Ideally you know Terraform", "Terraform")]
    [InlineData("Experience with Terraform preferred. Python is a must.", "Terraform")]
    [InlineData("熟悉Java，有Kubernetes经验者优先", "Java;Kubernetes")]
    public void Preferred_skills_are_marked(string text, string preferred) =>
        Parse(text).Skills.Where(skill => skill.Preferred).Select(skill => skill.Skill.Name).ShouldBe(preferred.Split(';'));

    [Fact]
    public void A_skill_that_is_required_anywhere_is_required()
    {
        var job = Parse("Nice to have: Kafka, Terraform.\n\nRequirements:\n- Kafka in production");

        job.Skills.Single(skill => skill.Skill.Name == "Apache Kafka").Preferred.ShouldBeFalse();
    }

    [Theory]
    [InlineData("No Java required, Python is", "Python")]
    [InlineData("You can join without Kubernetes. Docker is enough.", "Docker")]
    [InlineData("PHP is not needed but Ruby on Rails is", "Ruby on Rails")]
    public void Denied_skills_are_not_asked_for(string text, string asked) => Names(Parse(text)).ShouldBe(asked.Split(';'));

    [Theory]
    [InlineData("Experience with React or Vue", "React=vue;Vue.js=react")]
    [InlineData("Docker, Java, Kotlin or Scala", "Docker=;Java=kotlin,scala;Kotlin=java,scala;Scala=java,kotlin")]
    [InlineData("One of the following: PostgreSQL, MySQL, Oracle", "PostgreSQL=mysql,oracle-database;MySQL=postgresql,oracle-database;Oracle Database=postgresql,mysql")]
    [InlineData("AWS and/or GCP", "AWS=gcp;Google Cloud Platform=aws")]
    [InlineData("React and Vue", "React=;Vue.js=")]
    [InlineData("React or Vue. You will work with React.", "React=;Vue.js=react")]
    [InlineData("SQL and Python or R", "SQL=;Python=r;R=python")]
    public void A_choice_is_kept_as_alternatives(string text, string expected) =>
        string.Join(';', Parse(text).Skills.Select(skill => $"{skill.Skill.Name}={string.Join(',', skill.Alternatives)}")).ShouldBe(expected);

    [Theory]
    [InlineData("5+ years of experience", 5)]
    [InlineData("at least three years' experience in nursing", 3)]
    [InlineData("3-5 years experience with Java", 3)]
    [InlineData("3 to 5 years of relevant work experience", 3)]
    [InlineData("minimum of 5 years’ experience", 5)]
    [InlineData("Minimum five (5) years experience in accounting", 5)]
    [InlineData("Experience: 4 years", 4)]
    [InlineData("At least 5 years of backend development with Python", 5)]
    [InlineData("You have a minimum of 3 years in a busy kitchen", 3)]
    [InlineData("Requires 7 years of Java", 7)]
    [InlineData("2+ years of intensive care", 2)]
    [InlineData("7+ yrs exp in sales", 7)]
    [InlineData("Senior Python Developer with 5+ years experience in ML and cloud platforms", 5)]
    [InlineData("You have worked as a welder for two years", 2)]
    [InlineData("5 years of Java, 2 years of Kotlin and 1 year of Scala experience", 5)]
    [InlineData("3+ years of Python. 8+ years of experience preferred.", 3)]
    [InlineData("18 months experience in a call center", 1)]
    [InlineData("8 or more years of experience", 8)]
    [InlineData("A Bachelor's and 5 years of experience or a Master's and 3 years of experience", 5)]
    [InlineData("Requirements:\n- 6 years in Java", 6)]
    [InlineData("3年以上Java开发经验", 3)]
    [InlineData("本科，3-5年工作经验", 3)]
    [InlineData("要求五年以上相关经验", 5)]
    public void Years_of_experience_are_read(string text, int years) => Parse(text).ExperienceRequired.ShouldBe(years);

    [Theory]
    [InlineData("Java developer wanted")]
    [InlineData("We have over 20 years of experience in logistics")]
    [InlineData("Acme has 30 years of experience in building bridges")]
    [InlineData("A family business with 10 years in business and a history of over 20 years")]
    [InlineData("You must be 18 years or older")]
    [InlineData("Applicants must be at least 21 years of age")]
    [InlineData("With over 40 years of history, we are a household name")]
    [InlineData("Contract of 2 years, experience welcome")]
    [InlineData("In the last 5 years our team grew")]
    [InlineData("About us\nFor 15 years we work with experience and care.")]
    [InlineData("Up to 2 years of experience")]
    [InlineData("公司成立20年，经验丰富")]
    [InlineData("A 401k after one year")]
    public void Other_years_are_no_requirement(string text) => Parse(text).ExperienceRequired.ShouldBe(0);

    [Theory]
    [InlineData("Bachelor's or Master's degree in Physics", DegreeLevel.Bachelor)]
    [InlineData("MSc in Statistics required", DegreeLevel.Master)]
    [InlineData("PhD in Chemistry", DegreeLevel.Doctorate)]
    [InlineData("A degree in engineering", DegreeLevel.Bachelor)]
    [InlineData("High school diploma or GED", DegreeLevel.HighSchool)]
    [InlineData("BS/MS in Computer Science", DegreeLevel.Bachelor)]
    [InlineData("本科及以上学历", DegreeLevel.Bachelor)]
    [InlineData("Bachelor's degree required, Master's preferred", DegreeLevel.Bachelor)]
    public void A_degree_is_read_at_its_lowest_sufficient_level(string text, DegreeLevel level)
    {
        var degree = Parse(text).Degree.ShouldNotBeNull();
        degree.Level.ShouldBe(level);
        degree.Preferred.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Be a master of your craft")]
    [InlineData("MS Excel and MS Word")]
    [InlineData("To a high degree of quality")]
    [InlineData("Scrum Master wanted")]
    public void Other_masters_and_degrees_are_no_degree(string text) => Parse(text).Degree.ShouldBeNull();

    [Fact]
    public void A_field_of_study_is_no_skill_asked_for() =>
        Names(Parse("Bachelor's degree in Computer Science, Mathematics or Statistics, with experience in Python")).ShouldBe(["Python"]);

    [Theory]
    [InlineData("PMP required", "PMP")]
    [InlineData("Active RN license", "RN licence")]
    [InlineData("You are a CPA", "CPA")]
    [InlineData("AWS Certified Solutions Architect – Associate", "AWS Certified Solutions Architect - Associate")]
    [InlineData("Valid driver's license and forklift certification", "Driving licence;Forklift certification")]
    [InlineData("BLS and ACLS certified", "Basic Life Support certification;Advanced Cardiovascular Life Support")]
    [InlineData("CISSP or CISM", "CISSP;CISM")]
    [InlineData("An active TS/SCI clearance", "Top Secret clearance")]
    [InlineData("OSHA 30 card", "OSHA 30")]
    [InlineData("Scrum certification (CSM) is a plus", "Certified ScrumMaster")]
    [InlineData("需持有教师资格证", "Teaching licence")]
    public void Certifications_and_licences_are_read(string text, string names) =>
        Parse(text).Certifications.Select(certification => certification.Certification.Name).ShouldBe(names.Split(';'));

    [Fact]
    public void A_certification_is_not_counted_as_the_skill_in_its_name() =>
        Names(Parse("AWS Certified Developer, and Terraform")).ShouldBe(["Terraform"]);

    [Theory]
    [InlineData("Title: Staff Nurse\nWe care.", "Staff Nurse", SeniorityLevel.Lead)]
    [InlineData("Junior Accountant\n\nYou will keep our books.", "Junior Accountant", SeniorityLevel.Junior)]
    [InlineData("We are looking for a Lead Data Scientist to join our team.", "Lead Data Scientist", SeniorityLevel.Lead)]
    [InlineData("Head of Marketing | Berlin", "Head of Marketing", SeniorityLevel.Executive)]
    [InlineData("Our growing company is hiring a Mid-level QA Engineer with 3 years of experience.", "Mid-level QA Engineer", SeniorityLevel.Middle)]
    [InlineData("Software Engineering Intern at Sprout", "Software Engineering Intern", SeniorityLevel.Intern)]
    [InlineData("# Senior C# Developer - Remote", "Senior C# Developer", SeniorityLevel.Senior)]
    public void The_title_and_its_level_are_read(string text, string title, SeniorityLevel level)
    {
        var job = Parse(text);
        job.Title.ShouldBe(title);
        job.Seniority!.Level.ShouldBe(level);
    }

    [Theory]
    [InlineData("About us\nWe make toys.")]
    [InlineData("Join us!")]
    [InlineData("Python, Docker")]
    public void Not_every_first_line_is_a_title(string text) => Parse(text).Title.ShouldBeNull();

    [Fact]
    public void Skills_of_the_company_its_benefits_and_its_legal_notes_are_not_asked_for()
    {
        var names = Names(Parse(NurseryBackend));

        names.ShouldNotContain("Machine learning");
        names.ShouldNotContain("Yoga instruction");
        names.ShouldNotContain("Accounting");
        names.ShouldNotContain("Mental health");
        names.ShouldNotContain("Insurance");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("lorem ipsum")]
    [InlineData(":::\n***\n###\n- \n•")]
    public void A_text_that_asks_for_nothing_gives_empty_requirements(string text)
    {
        var job = Parse(text);

        job.Skills.ShouldBeEmpty();
        job.Certifications.ShouldBeEmpty();
        job.ExperienceRequired.ShouldBe(0);
        job.Title.ShouldBeNull();
        job.Degree.ShouldBeNull();
    }

    [Fact]
    public void Wrapped_lines_are_read_as_one_sentence()
    {
        var job = Parse("The ideal candidate brings experience with Java and Spring Boot, and has worked at least\nfour years in a similar role, where Kafka or\nRabbitMQ was in use.");

        job.ExperienceRequired.ShouldBe(4);
        job.Skills.Single(skill => skill.Skill.Name == "RabbitMQ").Alternatives.ShouldBe(["apache-kafka"]);
    }

    [Theory]
    [InlineData("5 years ")]
    [InlineData("a degree in ")]
    [InlineData("looking for a the an ")]
    [InlineData("a")]
    [InlineData("we need to have a big plus (")]
    [InlineData("Go,")]
    [InlineData("Bachelor's or ")]
    public void A_long_or_odd_text_is_read_to_its_end(string piece)
    {
        var job = Parse(string.Concat(Enumerable.Repeat(piece, (1 << 17) / piece.Length)) + "\nKubernetes is required.");
        Names(job).ShouldContain("Kubernetes");
    }

    private static JobRequirements Parse(string text) => JobDescription.Parse(text.ReplaceLineEndings("\n"), Matcher);

    private static IEnumerable<string> Names(JobRequirements job) => job.Skills.Select(skill => skill.Skill.Name);

    private static string Quote(JobRequirements job, TextSpan span) => job.Text.Substring(span.Start, span.Length);
}
