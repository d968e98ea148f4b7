namespace ResumeService.Contracts;

/// <summary>
/// The first pages of a PDF, drawn: answer of <c>POST /internal/pages</c>, which takes a form with the field <c>resume</c>. What has no page to draw is status 422 with an
/// <see cref="AnalysisRefusal"/>.
/// </summary>
/// <param name="Pages">PNG, in order.</param>
public sealed record DocumentPages(IReadOnlyList<byte[]> Pages);
