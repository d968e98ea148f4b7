using System.Text;
using ResumeService.Profiles;
using ResumeService.Skills;
using ResumeService.Tests.Profiles.Samples;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Profiles;

public sealed class ProfileParserTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SkillMatcher Skills = new(SkillOntology.Load());

    [Theory]
    [InlineData("Curriculum Vitae of Mary-Jane O'Neill", "Mary-Jane O'Neill")]
    [InlineData("LUDWIG VAN DER MEER", "Ludwig Van Der Meer")]
    [InlineData("J. R. Hartley, PhD", "J. R. Hartley")]
    [InlineData("王小明", "王小明")]
    [InlineData("姓名：李娜", "李娜")]
    [InlineData("Name: José María Aznárez", "José María Aznárez")]
    [InlineData("Resume - Ada Example", "Ada Example")]
    public void The_name_is_found_in_many_dresses(string first, string name) => Parse($"{first}\nperson@example.com\n\nExperience\nBaker, Crumb Ltd\t2019 - 2021").Name.ShouldBe(name);

    [Fact]
    public void A_name_that_ran_into_the_address_is_parted_from_it()
    {
        var profile = Parse("Maya Okaforemaya.okafore@example.com · (206) 555-0142\n\nExperience\nBaker, Crumb Ltd\t2019 - 2021");

        profile.Email.ShouldBe("maya.okafore@example.com");
    }

    [Theory]
    [InlineData("Phone: +49 (0)30 5550 1234", "+49 (0)30 5550 1234")]
    [InlineData("Springfield, CA 94588 (555) 010-4567", "(555) 010-4567")]
    [InlineData("1-650-555-0177", "1-650-555-0177")]
    [InlineData("+33 6 55 50 12 34", "+33 6 55 50 12 34")]
    public void Telephone_numbers_are_read_as_printed(string line, string phone) => Parse($"Ada Example\n{line}\n\nSummary\nI bake.").Phone.ShouldBe(phone);

    [Theory]
    [InlineData("2018 - 2020")]
    [InlineData("2019-03-01 - 2021-04-01")]
    [InlineData("Employee 2019 2020")]
    public void Dates_are_no_telephone_numbers(string line) => Parse($"Ada Example\n{line}\n\nSummary\nI bake.").Phone.ShouldBeNull();

    [Fact]
    public void Several_titles_at_one_company_share_it()
    {
        var profile = Parse(
            """
            Ada Example

            Experience
            Northwind Traders, 2015 - 2022
            Head of Sales, 2019 - 2022
            - Led nine people
            Sales Manager, 2015 - 2019
            - Opened two regions
            """);

        profile.Jobs.Select(job => (job.Title, job.Company)).ShouldBe([("Head of Sales", "Northwind Traders"), ("Sales Manager", "Northwind Traders")]);
    }

    [Fact]
    public void Overlapping_jobs_count_once_and_education_and_volunteering_not_at_all()
    {
        var profile = Parse(
            """
            Ada Example

            Work experience
            Nurse, Lakeview Hospital    Jan 2018 - Dec 2020
            Tutor, Evening School       Jan 2019 - Dec 2019
            Clerk, Example Ltd          Jan 2015 - Dec 2015

            Volunteering
            Coach, River Club           Jan 2005 - Dec 2012

            Education
            BSc Nursing, Example University    2010 - 2014
            """);

        profile.ExperienceMonths.ShouldBe(48);
        profile.ExperienceYears.ShouldBe(4);
    }

    [Fact]
    public void A_current_job_counts_up_to_the_day_given()
    {
        var profile = Parse("Ada Example\n\nExperience\nBaker, Crumb Ltd\tNov 2023 - Present");

        profile.Jobs.ShouldHaveSingleItem().IsCurrent.ShouldBeTrue();
        profile.ExperienceMonths.ShouldBe(37);
    }

    [Fact]
    public void Internships_of_their_own_section_count_only_when_there_are_no_other_jobs()
    {
        const string internships = "Internships\nSoftware Engineering Intern, TechCorp\tJan 2020 - Dec 2021\n";

        Parse($"Ada Example\n\n{internships}").ExperienceYears.ShouldBe(2);
        var both = Parse($"Ada Example\n\nExperience\nDeveloper, Acme Inc\tJan 2022 - Dec 2024\n\n{internships}");
        both.ExperienceYears.ShouldBe(3);
        both.Internships.ShouldBe(["Software Engineering Intern at TechCorp"]);
    }

    [Theory]
    [InlineData("Engineer with 8+ years of experience in payments.", 8)]
    [InlineData("Over ten years' experience in kitchens.", 10)]
    [InlineData("Twelve years of professional experience.", 12)]
    [InlineData("A 30 years old company asked for help.", 0)]
    public void Without_dates_the_text_says_how_long(string text, int years) => Parse($"Ada Example\n\nSummary\n{text}").ExperienceYears.ShouldBe(years);

    [Fact]
    public void A_chinese_resume_is_read()
    {
        var profile = Parse("王小明\n电话：138 0000 0000\nwang@example.com\n\n工作经历\n2020年3月-至今  星河科技有限公司  高级工程师\n\n教育背景\n2012年9月-2016年6月  东湖大学  计算机 本科\n\n专业技能\nPython, Docker");

        profile.Name.ShouldBe("王小明");
        var job = profile.Jobs.ShouldHaveSingleItem();
        job.Start.ShouldBe(new DateOnly(2020, 3, 1));
        job.IsCurrent.ShouldBeTrue();
        profile.Education.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_listed_skill_that_the_ontology_does_not_know_is_kept_with_its_place()
    {
        const string text = "Ada Example\n\nSkills\nPython, Docker, Glimmerweaving";
        var skill = Parse(text).Skills.Single(skill => skill.Category == "Other");

        skill.Name.ShouldBe("Glimmerweaving");
        text.Substring(skill.Mentions[0].Start, skill.Mentions[0].Length).ShouldBe("Glimmerweaving");
    }

    [Fact]
    public void A_listed_skill_that_a_narrow_column_broke_is_whole()
    {
        var skills = Parse("Ada Example\n\nKey skills\nTriage\nMedication\nadministration\nKubernetes\nDocker").Skills.Select(skill => skill.Name);

        skills.ShouldBe(["Triage", "Medication administration", "Kubernetes", "Docker"]);
    }

    [Fact]
    public void The_title_may_lead_the_line_of_contact_facts() =>
        Parse("Maya Okafor\nPlatform engineer · Leeds LS1 · maya@example.org\n\nExperience\nBaker, Crumb Ltd\t2019 - 2021").Title.ShouldBe("Platform engineer");

    [Theory]
    [InlineData("Leeds LS1")]
    [InlineData("London SW1A 1AA")]
    public void A_place_with_a_British_postcode_is_a_place(string place) =>
        Parse($"Tom Baker\n{place}\nt.baker@example.org\n\nExperience\nBaker, Crumb Ltd\t2019 - 2021").Location.ShouldBe(place);

    [Fact]
    public void A_place_that_the_end_of_the_line_broke_is_read_whole() =>
        Parse("Tom Baker\nt.baker@example.org | +1 650 555 0143 | Mountain View, CA,\nUS | https://tombaker.example.org/a/rather/long/address/of/a/page\n\nExperience\nBaker, Crumb Ltd\t2019 - 2021")
            .Location.ShouldBe("Mountain View, CA, US");

    [Fact]
    public void Lines_that_a_narrow_column_broke_are_one_highlight() =>
        Parse(
            """
            Tom Baker

            Experience
            Baker, Crumb Ltd	2019 - 2021
            - Managed a five-person bakery
            team
            - Supervised the new shop in Port
            Mifflin Bay and its opening
            - Purchasing manager for
            Flour
            - Won a prize
            """).Jobs[0].Highlights.ShouldBe(["Managed a five-person bakery team", "Supervised the new shop in Port Mifflin Bay and its opening", "Purchasing manager for Flour", "Won a prize"]);

    [Fact]
    public void Certificates_under_a_heading_nobody_knows_are_certificates()
    {
        var profile = Parse(
            """
            Maya Okafor

            EXPERIENCE
            Site Reliability Engineer, Example Cars, 2019 - 2021

            EDUCATION
            MSc Computer Engineering, Example University, 2011 - 2016

            PAPERS ON THE WALL
            Certified Kubernetes Administrator (CKA), 2022
            AWS Solutions Architect – Associate, 2021
            """);

        profile.Certifications.ShouldBe(["Certified Kubernetes Administrator (CKA)", "AWS Solutions Architect - Associate"]);
    }

    [Fact]
    public void An_employer_in_capitals_under_the_last_job_is_its_employer()
    {
        var profile = Parse(
            """
            Priya Raman

            EXPERIENCE

            Product Designer	Summer 2018 – Dec '21
            Etsy, Brooklyn

            Designed checkout in Sketch and InVision.

            Design Intern	06/2017 – 08/2017
            IDEO

            EDUCATION

            Rhode Island School of Design — BFA, Graphic Design	2018
            """);

        profile.Jobs.Select(job => (job.Title, job.Company)).ShouldBe([("Product Designer", "Etsy"), ("Design Intern", "IDEO")]);
        profile.Jobs[0].Start.ShouldBe(new DateOnly(2018, 6, 1));
    }

    [Fact]
    public void A_Chinese_resume_is_read_at_its_blanks()
    {
        var profile = Parse(
            """
            王小明
            Java 后端工程师 | 北京 | 13800138000 | wangxm@example.cn

            工作经历
            星河科技 后端开发工程师	2020.07 - 至今
            负责订单系统，使用 Spring Boot、MySQL、Redis，QPS 提升 3 倍
            引入 Kafka 解耦服务
            云帆网络 初级开发工程师	2018.06 - 2020.06
            维护支付网关，Java、Dubbo

            项目经历
            秒杀系统：Spring Cloud、RabbitMQ、Docker，支持 5 万并发

            教育背景
            北京邮电大学 计算机科学与技术 本科	2014 - 2018
            """);

        profile.Title.ShouldBe("Java 后端工程师");
        profile.Jobs.Select(job => (job.Title, job.Company, job.Highlights.Count)).ShouldBe([("后端开发工程师", "星河科技", 2), ("初级开发工程师", "云帆网络", 1)]);
        profile.Projects.ShouldHaveSingleItem().Name.ShouldBe("秒杀系统");
        profile.Projects[0].TechStack.ShouldBe(["Spring Cloud", "RabbitMQ", "Docker", "Concurrency"]);
        var school = profile.Education.ShouldHaveSingleItem();
        (school.School, school.Degree).ShouldBe(("北京邮电大学", "本科"));
    }

    [Fact]
    public void The_same_text_gives_the_same_profile()
    {
        var document = new SampleLayout("any", SampleHeads.All[0].Head, SampleDates.All[0], SampleHeadings.All[0]).Write(SamplePeople.All[1]);

        System.Text.Json.JsonSerializer.Serialize(ProfileParser.Parse(document, Skills, Today)).ShouldBe(System.Text.Json.JsonSerializer.Serialize(ProfileParser.Parse(document, Skills, Today)));
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        var random = new Random(7);
        string[] atoms = ["\n", "\n\n", " ", "\t", "Experience", "Skills:", "2019", " - ", "Present", "(", ")", "|", ",", ".", ":", "@", "a@b.co", "+1 555", "Engineer", "University", "BSc", "\ud800", "\udc00", "\u0000", "•", "- ", "\ue000", "王", "至今", "年", "E X P", "http://", "ﬁ", "😀", "e\u0301", "'", "&", "#"];
        for (var round = 0; round < 1500; round++)
        {
            var text = new StringBuilder();
            var length = random.Next(0, 120);
            for (var i = 0; i < length; i++)
                text.Append(atoms[random.Next(atoms.Length)]);

            var document = SampleText.Document(text.ToString());
            Should.NotThrow(() => ProfileParser.Parse(document, Skills, Today), $"round {round}");
        }
    }

    [Theory]
    [InlineData("Engineer, Acme Inc 2019 - 2020\n")]
    [InlineData("a")]
    [InlineData("word ")]
    [InlineData("((((((((((")]
    [InlineData("1 (2) 3-4 ")]
    [InlineData("a.b-c@d.")]
    public void Two_hundred_kilobytes_are_read_in_bounded_time(string piece)
    {
        var text = new StringBuilder("Ada Example\n\nExperience\n");
        while (text.Length < 200_000)
            text.Append(piece);

        var clock = System.Diagnostics.Stopwatch.StartNew();
        Parse(text.ToString());

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static ResumeProfile Parse(string text) => ProfileParser.Parse(SampleText.Document(text.ReplaceLineEndings("\n")), Skills, Today);
}
