using Microsoft.AspNetCore.Http.HttpResults;
using ResumeService.Contracts;
using ResumeService.Extraction;
using ResumeService.Extraction.Ocr;
using ServiceDefaults.Json;
using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary><c>POST /internal/pages</c>: the first pages of a PDF as pictures, for a reader who can see. For InterviewService, after OCR found no text.</summary>
internal static class DrawPages
{
    // A resume has few pages, and a picture is large.
    private const int MaxPages = 4;
    private const int LongSide = 1600;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public static async Task<Results<JsonHttpResult<DocumentPages>, JsonHttpResult<AnalysisRefusal>, ApiError>> HandleAsync(
        IFormFile resume, TimeProvider time, CancellationToken cancellationToken)
    {
        if (resume.Length > UploadResume.MaxFile)
            return new ApiError(StatusCodes.Status413PayloadTooLarge);
        var content = new byte[resume.Length];
        await using (var stream = resume.OpenReadStream())
            await stream.ReadExactlyAsync(content, cancellationToken);
        if (DocumentType.Detect(content) != DocumentKind.Pdf)
            return Refusal(AnalysisRefusals.UnsupportedType);

        var pages = new List<byte[]>();
        using var limit = new CancellationTokenSource(Limit, time);
        using var timeIsUp = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while (PagePicture.IsInstalled && pages.Count < MaxPages && await PagePicture.DrawAsync(content, pages.Count + 1, LongSide, asPng: true, timeIsUp.Token) is { Length: > 0 } page)
                pages.Add(page);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The pages drawn so far are what there is.
        }

        return pages.Count == 0 ? Refusal(AnalysisRefusals.NoText) : TypedResults.Json(new DocumentPages(pages), PlatformJson.Internal);
    }

    private static JsonHttpResult<AnalysisRefusal> Refusal(string reason) =>
        TypedResults.Json(new AnalysisRefusal(reason), PlatformJson.Internal, statusCode: StatusCodes.Status422UnprocessableEntity);
}
