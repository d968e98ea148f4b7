using ServiceDefaults.Problems;

namespace InterviewService.Reports;

/// <summary>S1's errors, word for word where the seed or CONTRACT.md gives the words.</summary>
internal static class ReportAnswers
{
    public static ApiError NoJobDescription { get; } = BadRequest("Job description is required (send as 'jobDescription').");

    public static ApiError NothingAboutThePerson { get; } = BadRequest("Either a resume file (field 'resume') or 'selfDescription' is required.");

    public static ApiError UnsupportedType { get; } = BadRequest("Unsupported resume file type. Please upload a PDF or DOCX.");

    public static ApiError Unreadable { get; } = BadRequest("Unable to read the uploaded resume. Please upload a valid PDF/DOCX or provide 'selfDescription'.");

    public static ApiError NoText { get; } = BadRequest("Could not extract text from the resume file. Please upload a text-based PDF/DOCX or provide 'selfDescription'.");

    public static ApiError NoSuchResume { get; } = new(StatusCodes.Status404NotFound, "This resume is no longer there. Please choose another one.");

    public static ApiError NoSuchReport { get; } = new(StatusCodes.Status404NotFound, "Interview report not found.");

    public static ApiError Unavailable { get; } = new(StatusCodes.Status503ServiceUnavailable);

    public static ApiError ModelFailed { get; } = new(StatusCodes.Status502BadGateway, "AI service failed to generate interview report. Please try again.");

    public static ApiError BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);
}
