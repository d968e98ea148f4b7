
using ResumeService.Skills;

using Shouldly;

using Xunit;

namespace ResumeService.Tests.Skills;

public class SkillMatcherTests
{
    private static readonly SkillMatcher Matcher = new(SkillOntology.Load());

    [Theory]
    [InlineData("Built services in C# on Linux", "C#;Linux")]
    [InlineData("Wrote C++ and C# for ten years", "C++;C#")]
    [InlineData("Skills: C/C++", "C;C++")]
    [InlineData("Languages: C, C++, C#", "C;C++;C#")]
    [InlineData("JavaScript is not the same as Java", "JavaScript;Java")]
    [InlineData("NodeJS, node.js and Node JS", "Node.js;Node.js;Node.js")]
    [InlineData("TS/JS and TypeScript", "TypeScript;JavaScript;TypeScript")]
    [InlineData("C#/.NET", "C#;.NET")]
    [InlineData("ASP.NET Core and .NET 8", "ASP.NET Core;.NET")]
    [InlineData("CI/CD with k8s", "CI/CD;Kubernetes")]
    [InlineData("micro-services, RESTful APIs, machine-learning", "Microservices;REST APIs;Machine learning")]
    [InlineData("REST APIs and GraphQL", "REST APIs;GraphQL")]
    [InlineData("Experience with spring-boot", "Spring Boot")]
    [InlineData("SpringBoot and postgres", "Spring Boot;PostgreSQL")]
    [InlineData("PostgreSQL's planner", "PostgreSQL")]
    [InlineData("HTML5+CSS3", "HTML;CSS")]
    [InlineData("machine\nlearning at scale", "Machine learning")]
    [InlineData("R, Python, SQL", "R;Python;SQL")]
    [InlineData("Statistics in R and Python", "Statistics;R;Python")]
    [InlineData("Java 17", "Java")]
    [InlineData("JAVA, PYTHON, GO", "Java;Python;Go")]
    [InlineData("Led a budget for R&D", "Research and development")]
    [InlineData("Senior Java Spring React engineer", "Java;Spring;React")]
    public void Spellings_match_on_token_boundaries(string text, string skills) => Found(text).ShouldBe(skills.Split(';'));

    [Theory]
    [InlineData("Go, Rust, Python", "Go;Rust;Python")]
    [InlineData("languages: go, rust and python", "Go;Rust;Python")]
    [InlineData("Go developer", "Go")]
    [InlineData("Experience with Go", "Go")]
    [InlineData("experience in Rust, Swift and Kotlin", "Rust;Swift;Kotlin")]
    [InlineData("Built microservices in Go.", "Microservices;Go")]
    [InlineData("Rewrote the parser in Rust for speed", "Rust")]
    [InlineData("Skills: R", "R")]
    [InlineData("R programming", "R")]
    [InlineData("Moved the shop from jQuery to React", "jQuery;React")]
    [InlineData("React 18 and Redux", "React;Redux")]
    [InlineData("Programming languages\nGo\nC\nSwift", "Go;C;Swift")]
    [InlineData("Proficient in Excel, Word and PowerPoint", "Microsoft Excel;Microsoft Word;Microsoft PowerPoint")]
    [InlineData("Unity developer", "Unity")]
    [InlineData("Python • Go • Terraform", "Python;Go;Terraform")]
    [InlineData("Kafka | Spark | Airflow", "Apache Kafka;Apache Spark;Apache Airflow")]
    [InlineData("Python, go, rust", "Python;Go;Rust")]
    [InlineData("Scala Java Go", "Scala;Java;Go")]
    [InlineData("Slack, Zoom, Teams", "Slack;Zoom;Microsoft Teams")]
    [InlineData("Go is a plus", "Go")]
    [InlineData("Strong Excel skills", "Microsoft Excel")]
    [InlineData("AI-driven products and a REST-based backend", "Artificial intelligence;REST APIs")]
    [InlineData("swift delivery of Swift code", "Swift")]
    [InlineData("welding (MIG, TIG)", "Welding;MIG welding;TIG welding")]
    public void Everyday_words_match_in_a_skill_context(string text, string skills) => Found(text).ShouldBe(skills.Split(';'));

    [Theory]
    [InlineData("Our Go to market plan")]
    [InlineData("We go live on Monday")]
    [InlineData("Swift response to customers")]
    [InlineData("Reported to C-level managers")]
    [InlineData("You excel at what you do")]
    [InlineData("Excel at what matters")]
    [InlineData("rust-proof coating")]
    [InlineData("Spark interest in the young")]
    [InlineData("Customers express concern")]
    [InlineData("I react quickly")]
    [InlineData("React quickly to change")]
    [InlineData("The rest of the team")]
    [InlineData("In Spring 2020 I went home")]
    [InlineData("a node in the network of friends")]
    [InlineData("vitamin C and D")]
    [InlineData("Meet Julia and Ruby, our founders")]
    [InlineData("github.com/somebody/python-notes")]
    [InlineData("write to jobs@docker.example.com")]
    [InlineData("a safe place with job security")]
    [InlineData("Let us go, and hurry")]
    [InlineData("worked at Oracle as an accountant's friend")]
    [InlineData("Ph.D. and M.D., R.N.")]
    [InlineData("the helm of the ship, the shell of the house")]
    [InlineData("Rust belt towns and a ruby ring")]
    [InlineData("Word of mouth, access to all")]
    [InlineData("Less is more; make it happen")]
    [InlineData("Phoenix, Arizona")]
    [InlineData("(m/f/d), (w/m/d)")]
    [InlineData("Grade: B, C, D")]
    [InlineData("effective teams")]
    public void Everyday_words_do_not_match_elsewhere(string text) => Found(text).ShouldBeEmpty();

    [Theory]
    [InlineData("熟悉Java和Spring Boot", "Java;Spring Boot")]
    [InlineData("精通Go语言，了解Docker、k8s", "Go;Docker;Kubernetes")]
    [InlineData("熟练使用MySQL、Redis等数据库", "MySQL;Redis;Databases")]
    [InlineData("有机器学习和微服务经验", "Machine learning;Microservices")]
    [InlineData("Java를 사용한 백엔드", "Java")]
    public void Skills_match_inside_text_without_spaces(string text, string skills) => Found(text).ShouldBe(skills.Split(';'));

    [Fact]
    public void A_mention_carries_its_offsets()
    {
        const string text = "Wrote ETL jobs, then React  Native apps";

        var mention = Matcher.Find(text)[^1];

        text.Substring(mention.Start, mention.Length).ShouldBe("React  Native");
        mention.End.ShouldBe(text.IndexOf(" apps", StringComparison.Ordinal));
    }

    [Fact]
    public void The_longest_spelling_wins()
    {
        Found("Spring Boot").ShouldBe(["Spring Boot"]);
        Found("Amazon Elastic Kubernetes Service").ShouldContain("Amazon EKS");
        Found("Google Cloud Platform").ShouldBe(["Google Cloud Platform"]);
    }

    [Theory]
    [InlineData("No Java required", "Java")]
    [InlineData("You can do it without PHP, Perl or Ruby.", "PHP;Perl;Ruby")]
    [InlineData("Java is not required, Python is", "Java")]
    [InlineData("no prior experience with Kubernetes needed", "Kubernetes")]
    [InlineData("We don't use PHP", "PHP")]
    [InlineData("Rust instead of C++", "C++")]
    [InlineData("无需PHP经验，熟悉Python", "PHP")]
    public void Denied_skills_are_marked(string text, string denied) =>
        Matcher.Find(text).Where(mention => mention.Negated).Select(mention => mention.Skill.Name).ShouldBe(denied.Split(';'));

    [Theory]
    [InlineData("Not only Java but Python")]
    [InlineData("There is no better place to learn Java")]
    [InlineData("including but not limited to Java and Python")]
    [InlineData("Why not join us? Java, Python")]
    public void Other_uses_of_not_deny_nothing(string text) => Matcher.Find(text).ShouldAllBe(mention => !mention.Negated);

    [Fact]
    public void Mentions_come_in_order_and_never_overlap()
    {
        var mentions = Matcher.Find("Java, Java EE, JavaScript/TypeScript, React Native (React), AWS Lambda, Google Cloud, C++17, C#, .NET Core; SQL Server and MySQL");

        for (var i = 1; i < mentions.Count; i++)
            mentions[i].Start.ShouldBeGreaterThanOrEqualTo(mentions[i - 1].End);
        mentions.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void An_empty_text_and_one_of_signs_alone_name_nothing()
    {
        Found(string.Empty).ShouldBeEmpty();
        Found(" \t\r\n•—#+.,;:/&@'’ ++ ## .net. ,, \ud83d\ude00 \ud800").Where(name => name != ".NET").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("+")]
    [InlineData("go,")]
    [InlineData("data ")]
    [InlineData("go\n")]
    [InlineData("machine ")]
    [InlineData("java no ")]
    [InlineData("a.b/c@")]
    [InlineData("Senior Go developer with 5+ years in Java, Spring Boot, C++ and AWS (EKS, S3); security, testing and design. No PHP required.\n")]
    public void A_long_or_odd_text_is_read_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 17) / piece.Length)) + "\n\nKubernetes and Terraform";
        Matcher.Find(text)[^1].Skill.Name.ShouldBe("Terraform");
    }

    [Fact]
    public void The_same_text_gives_the_same_mentions_from_many_threads()
    {
        const string text = "Go, Rust, Python; security and testing with React, Spring and Kafka. No PHP.";
        var expected = Matcher.Find(text);

        Parallel.For(0, 200, _ => Matcher.Find(text).ShouldBe(expected));
    }

    private static IEnumerable<string> Found(string text) => Matcher.Find(text).Select(mention => mention.Skill.Name);
}
