using System.Globalization;

namespace Browser.Support;

/// <summary>One made-up resume and what the API says of it, with quotes and offsets that are true of <see cref="Text"/>.</summary>
internal static class SampleResume
{
    public const string Text = """
        Mira Halvorsen
        Backend developer
        - Built Harbour Board with Python and FastAPI on PostgreSQL
        - Runs it in Docker on AWS
        """;

    /// <summary>Names six skills, of which the resume shows four; two are missing, and one of them is only welcome.</summary>
    public const string JobDescription = """
        Backend Engineer
        At least 5 years of Python and PostgreSQL
        Docker and Kubernetes on AWS
        Terraform is a plus
        """;

    /// <summary>Markup in a document is text like any other.</summary>
    public const string Hostile = "<img src=x onerror=alert(1)><b>Harbour</b> Board";

    private static readonly (string Name, string Category, string? Near)[] Known =
    [
        ("Python", "Languages", null), ("Go", "Languages", null), ("PostgreSQL", "Databases", null), ("Docker", "DevOps", null), ("Kubernetes", "DevOps", "Docker"),
        ("AWS", "Cloud", null), ("Terraform", "DevOps", null), ("FastAPI", "Back end", null),
    ];

    public static object Profile { get; } = new
    {
        skills = new[] { "PYTHON", "FASTAPI", "POSTGRESQL", "DOCKER", "AWS" },
        experience_years = 4,
        projects = new[] { new { name = Hostile, tech_stack = new[] { "PYTHON", "POSTGRESQL" } } },
        internships = new[] { "Software engineering intern, Havn Labs" },
        certifications = new[] { "AWS Certified Developer - Associate" },
        name = "Mira Halvorsen",
        title = "Backend developer",
        experience = new[] { new { title = "Backend developer", company = "Fjordline Ticketing", start = "2022-03", end = (string?)null, current = true, highlights = Array.Empty<string>() } },
        education = new[] { new { school = "University of Bergen", degree = "BSc Computer Science", start_year = 2017, end_year = 2020 } },
        skill_groups = new object[]
        {
            new { category = "Languages", skills = new[] { "Python" } },
            new { category = "Back end", skills = new[] { "FastAPI" } },
            new { category = "Databases", skills = new[] { "PostgreSQL" } },
            new { category = "DevOps", skills = new[] { "Docker" } },
            new { category = "Cloud", skills = new[] { "AWS" } },
        },
    };

    public static object[] Chunks { get; } =
    [
        new { id = "resume_chunk_1_0", chunk_id = 0, user_id = 1, text = Text, chunk_size = Text.Length },
        new { id = "resume_chunk_1_1", chunk_id = 1, user_id = 1, text = Hostile, chunk_size = Hostile.Length },
    ];

    /// <summary><c>gap_analysis</c> by the contract's rules, over the few skills known here.</summary>
    public static object GapTo(string jobDescription)
    {
        var asked = Known.Where(skill => jobDescription.Contains(skill.Name, StringComparison.Ordinal)).ToList();
        var matching = asked.Where(skill => IsShown(skill.Name)).Select(skill => Upper(skill.Name)).ToArray();
        var missing = asked.Where(skill => !IsShown(skill.Name)).Select(skill => Upper(skill.Name)).ToArray();
        var percentage = asked.Count == 0 ? 0 : Math.Round(100.0 * matching.Length / asked.Count, 1, MidpointRounding.AwayFromZero);
        return new
        {
            match_percentage = percentage,
            semantic_similarity = 0.612,
            matching_skills = matching,
            missing_skills = missing,
            gap_severity = percentage >= 75 ? "Low" : percentage >= 50 ? "Medium" : "High",
            experience_required = 5,
            experience_fit = "May need more experience",
            jd_skills_found = asked.Select(skill => skill.Name).ToArray(),
            section_gaps = new { technical = missing, experience = new[] { "5 years required, 4 shown" }, certifications = Array.Empty<string>() },
            evidence = asked.Select(skill => new
            {
                skill = Upper(skill.Name),
                category = skill.Category,
                status = IsShown(skill.Name) ? "matching" : "missing",
                preferred = skill.Name == "Terraform",
                resume = Quote(Text, skill.Name),
                job_description = Quote(jobDescription, skill.Name),
                implied_by = (string?)null,
                related = skill.Near is null ? null : new { skill = Upper(skill.Near), resume = Quote(Text, skill.Near) },
                alternatives = Array.Empty<string>(),
            }).ToArray(),
        };
    }

    private static bool IsShown(string skill) => Text.Contains(skill, StringComparison.Ordinal);

    private static string Upper(string skill) => skill.ToUpper(CultureInfo.InvariantCulture);

    private static object? Quote(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        end = end < 0 ? text.Length : end;
        return new { text = text[start..end], start, end, match_start = at, match_end = at + words.Length };
    }
}
