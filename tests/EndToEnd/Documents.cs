using Testing.Documents;

namespace EndToEnd;

/// <summary>A resume and a job description written for these tests.</summary>
internal static class Documents
{
    public const string JobDescription = """
        Senior Backend Engineer
        Requirements: 5+ years of experience with Python, PostgreSQL and AWS. Kubernetes in production. Terraform is a plus.
        """;

    private static readonly string[] Lines =
    [
        "Tomas Oyelaran",
        "Backend Engineer",
        "tomas.oyelaran@example.org | +44 20 7946 0018 | Leeds",
        "EXPERIENCE",
        "Backend Engineer, Harbour Freight Systems",
        "March 2020 - February 2024",
        "- Built order services in Python and Flask on PostgreSQL",
        "- Moved them to Docker on AWS and cut the deployment time from 40 to 6 minutes",
        "PROJECTS",
        "Tide Tables",
        "- Django application that predicts tides for 300 harbours, Redis cache",
        "EDUCATION",
        "BSc Mathematics, University of Leeds, 2016 - 2019",
        "SKILLS",
        "Python, Flask, Django, PostgreSQL, Redis, Docker, AWS, Git",
    ];

    public static byte[] Pdf() => PdfBuilder.OfLines([.. Lines, Guid.NewGuid().ToString("N")]);

    public static byte[] Docx() => DocxBuilder.OfParagraphs([.. Lines, Guid.NewGuid().ToString("N")]);
}
