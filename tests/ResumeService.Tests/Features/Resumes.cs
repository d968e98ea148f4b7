using Testing.Documents;

namespace ResumeService.Tests.Features;

/// <summary>A resume written for these tests, as PDF and as DOCX.</summary>
internal static class Resumes
{
    public static readonly string[] Lines =
    [
        "Mara Lindqvist",
        "Backend Engineer",
        "mara.lindqvist@example.org | +46 70 123 45 67 | Uppsala, Sweden",
        "",
        "SUMMARY",
        "Engineer who builds payment systems in Python and keeps them running.",
        "",
        "EXPERIENCE",
        "Backend Engineer, Fjord Payments",
        "Jan 2021 - Dec 2023",
        "- Built a Flask service on PostgreSQL that settles 40,000 payments a day",
        "- Moved deployments to Docker on AWS",
        "",
        "Software Engineering Intern, Northlight Labs",
        "Jun 2020 - Aug 2020",
        "- Wrote test tooling in Python",
        "",
        "PROJECTS",
        "Ledger Explorer",
        "- Web application in React and Django that shows double-entry ledgers",
        "",
        "EDUCATION",
        "BSc Computer Science, Uppsala University, 2017 - 2020",
        "",
        "CERTIFICATIONS",
        "AWS Certified Developer",
        "",
        "SKILLS",
        "Python, Flask, Django, PostgreSQL, Docker, AWS, React, Git",
    ];

    public const string JobDescription = """
        Senior Backend Engineer
        We need 5+ years of experience with Python, PostgreSQL and AWS.
        You run services on Kubernetes and describe them with Terraform.
        AWS Certified Developer is a plus.
        """;

    public static byte[] Pdf(string? marker = null) => PdfBuilder.OfLines([.. Lines, marker ?? Guid.NewGuid().ToString("N")]);

    public static byte[] Docx() => DocxBuilder.OfParagraphs([.. Lines.Where(line => line.Length > 0), Guid.NewGuid().ToString("N")]);
}
