using Testing.Documents;

namespace InterviewService.Tests.Running;

/// <summary>Resumes and job descriptions written for these tests, as people send them.</summary>
internal static class Candidates
{
    public static readonly string[] Lines =
    [
        "Ines Carvalho",
        "Backend Engineer",
        "ines.carvalho@example.org | +351 21 123 45 67 | Porto, Portugal | github.com/ines-example",
        "",
        "SUMMARY",
        "Engineer who builds payment services in Python and keeps them running through the night.",
        "",
        "EXPERIENCE",
        "Backend Engineer, Douro Payments",
        "Mar 2021 - Present",
        "- Built a Django service on PostgreSQL that settles 40,000 payments a day",
        "- Cut the time of the nightly settlement from 50 to 8 minutes with indexes and batch writes",
        "- Moved deployments to Docker on AWS and wrote the runbooks",
        "- Took turns in the on-call rota and led four reviews after incidents",
        "",
        "Junior Developer, Ribeira Labs",
        "Jun 2019 - Feb 2021",
        "- Wrote REST APIs in Flask with Redis as the cache",
        "- Maintained an application for library loans",
        "",
        "PROJECTS",
        "Tidepool",
        "- Web application in React and Django that shows tides for surfers, 1,200 users a month",
        "",
        "EDUCATION",
        "MSc Informatics, University of Porto, 2017 - 2019",
        "",
        "CERTIFICATIONS",
        "AWS Certified Developer",
        "",
        "SKILLS",
        "Python, Django, Flask, PostgreSQL, Redis, Docker, AWS, React, Git, Scrum",
    ];

    public const string Job = """
        Senior Backend Engineer
        We are looking for a backend engineer with 5+ years of experience.
        You build services in Python on PostgreSQL and run them with Docker and Kubernetes on AWS.
        Kubernetes is the heart of our platform.
        You know Kafka and event-driven systems.
        Terraform is nice to have.
        """;

    public const string Nurse = """
        Marta Holm
        Intensive care nurse
        Experience
        Intensive Care Nurse, St. Brendan Hospital
        2016 - Present
        - Care for two ventilated patients per shift and hand over by checklist
        - Preceptor of eleven newly graduated nurses
        - Introduced a sepsis checklist that cut the time to antibiotics from 70 to 35 minutes
        """;

    public const string Chinese = """
        李晓雯
        后端工程师
        工作经历
        云帆科技 后端工程师 2020年3月 - 至今
        - 使用 Java 和 Spring Boot 开发订单服务，每天处理三百万笔订单
        - 使用 Redis 缓存热点数据，将平均响应时间从 320 毫秒降到 60 毫秒
        - 使用 MySQL 分库分表支撑业务增长
        专业技能
        Java、Spring Boot、MySQL、Redis、Kafka、Docker
        """;

    public static string Text => string.Join('\n', Lines);

    public static byte[] Pdf() => PdfBuilder.OfLines(Lines);

    /// <summary>The same person as somebody else: no two tests share what they store about a resume.</summary>
    public static string TextOf(string name) => Text.Replace("Ines Carvalho", name, StringComparison.Ordinal);
}
