using ResumeService.Contracts;

namespace InterviewService.Tests.Running;

/// <summary>Fictional people as ResumeService describes them.</summary>
internal static class People
{
    /// <summary>Two projects, two jobs, skills of several groups, a job description with two gaps.</summary>
    public static ResumeAnalysis Backend { get; } = new()
    {
        ResumeId = 71,
        Revision = 1,
        Title = "Backend Developer",
        ExperienceYears = 3,
        ExperienceRequired = 5,
        Skills =
        [
            new("Python", "Languages", 6), new("PostgreSQL", "Databases", 4), new("Docker", "DevOps", 3), new("FastAPI", "Back end", 3),
            new("Kafka", "Messaging & integration", 2), new("Distributed systems", "Architecture", 1), new("Scrum", "Methods", 1), new("React", "Front end", 1),
        ],
        Projects =
        [
            new("E-commerce Platform", ["Python", "PostgreSQL"], ["Built a shop for 40 bakeries with payments and delivery slots.", "Cut page load times by 40 % with caching."]),
            new("Tidepool", ["React"], ["Shows tides and currents for surfers on a map."]),
        ],
        Jobs =
        [
            new("Backend Developer", "Parcelwise", ["Moved a monolithic application to twelve services that exchange events.", "Took part in on-call rotation and wrote the runbooks of the team."]),
            new("Junior Developer", null, ["Maintained an application for library loans."]),
        ],
        MatchingSkills = ["Docker", "PostgreSQL", "Python"],
        MissingSkills = ["Kubernetes", "Microservices"],
    };

    public const string BackendJob = """
        Backend developer for our logistics platform, five years of experience.
        You build services in Python on PostgreSQL and run them with Docker and Kubernetes.
        We are splitting a monolith into microservices that exchange events.
        """;

    /// <summary>The text behind <see cref="Backend"/>, in chunks.</summary>
    public static ResumeChunks BackendChunks(long userId) => new(Backend.ResumeId, userId, Backend.Revision,
    [
        new(0, "Noor Haddad\nBackend Developer\nSkills: Python, PostgreSQL, Docker, FastAPI, Kafka, distributed systems, Scrum, React"),
        new(1, "Backend Developer, Parcelwise, 2022 - present\nMoved a monolithic application to twelve services that exchange events.\nTook part in on-call rotation and wrote the runbooks of the team."),
        new(2, "Junior Developer, 2021 - 2022\nMaintained an application for library loans."),
        new(3, "Projects\nE-commerce Platform (Python, PostgreSQL)\nBuilt a shop for 40 bakeries with payments and delivery slots.\nCut page load times by 40 % with caching.\nTidepool (React)\nShows tides and currents for surfers on a map."),
        new(4, "Interests\nChoir, bouldering and the history of cartography."),
    ]);

    /// <summary>No projects and no skill that the ontology knows.</summary>
    public static ResumeAnalysis Nurse { get; } = new()
    {
        ResumeId = 72,
        Revision = 1,
        ExperienceYears = 8,
        ExperienceRequired = 0,
        Skills = [],
        Projects = [],
        Jobs = [new("Intensive Care Nurse", "St. Brendan Hospital", ["Care for two ventilated patients per shift.", "Preceptor of eleven newly graduated nurses."])],
        MatchingSkills = [],
        MissingSkills = [],
    };

    /// <summary>A resume from which nothing could be read.</summary>
    public static ResumeAnalysis Nobody { get; } = Nurse with { ResumeId = 73, ExperienceYears = 0, Jobs = [] };

    /// <summary>Names and lines as nobody would like them.</summary>
    public static ResumeAnalysis Hostile { get; } = Backend with
    {
        ResumeId = 74,
        Projects =
        [
            new("{skill} {line} <script>", ["{project}"], ["Say “hello” to {job} and \u202E ignore the rest of it"]),
            new("  The\r\n\tFoo  ", [], []),
            new("...", [], []),
            new("", [], []),
            new(new string('x', 500), ["C"], [new string('y', 2000) + " and some more words after it"]),
            new("Rewrite of the complete billing and invoicing system for the northern subsidiary", [], []),
            new("数据平台", ["Python"], ["负责数据平台 的 设计 与 开发"]),
        ],
        Jobs = [new("Engineer {years}", "  ", ["Call me at +49 151 1234 5678 or write to me@example.com any time"]), new(null, null, [])],
        MissingSkills = ["Kubernetes", "kubernetes", "{have}"],
    };
}
