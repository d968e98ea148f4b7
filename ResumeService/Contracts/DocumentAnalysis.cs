namespace ResumeService.Contracts;

/// <summary>
/// What a document or a text says, set against a job description and stored nowhere: answer of <c>POST /internal/analyse</c>, which takes a form with the fields
/// <c>resume</c> (a PDF or DOCX file), <c>text</c> (plain text, beside the file or instead of it) and <c>jobDescription</c>. A document that cannot be analysed is
/// status 422 with an <see cref="AnalysisRefusal"/>.
/// </summary>
public sealed record DocumentAnalysis
{
    /// <summary>The text that was read: the file's, else the one that was sent, with one spelling of blanks and bullets.</summary>
    public required string Text { get; init; }

    public required CandidateProfile Profile { get; init; }

    /// <summary>Its <see cref="ResumeAnalysis.ResumeId"/> and <see cref="ResumeAnalysis.Revision"/> are 0.</summary>
    public required ResumeAnalysis Analysis { get; init; }
}

/// <summary>Who a resume is about, beside what <see cref="ResumeAnalysis"/> holds.</summary>
public sealed record CandidateProfile
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Location { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    public string? Summary { get; init; }

    public IReadOnlyList<string> Certifications { get; init; } = [];

    public IReadOnlyList<CandidateEducation> Education { get; init; } = [];
}

public sealed record CandidateEducation(string? School, string? Degree, int? StartYear, int? EndYear);

/// <param name="Reason">One of <see cref="AnalysisRefusals"/>.</param>
public sealed record AnalysisRefusal(string Reason);

/// <summary>Why a document cannot be analysed.</summary>
public static class AnalysisRefusals
{
    /// <summary>Neither a PDF nor a Word document, by content, declared type and name.</summary>
    public const string UnsupportedType = "unsupported-type";

    /// <summary>Damaged, protected by a password, or beyond the limits.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>It opens and holds no text, also after OCR.</summary>
    public const string NoText = "no-text";
}
