using ChatCvService.Documents.Templates;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Pdf;
using ServiceDefaults.Problems;

namespace ChatCvService.Documents;

/// <summary><c>GET /api/v1/documents/templates/{file}</c>: <c>modern.css</c>, and the fonts it names. The same for everybody.</summary>
internal static class GetTemplateFile
{
    // Previews are fetched anew after each message; what they look like is not. Addresses change with the stylesheet (CvHtml).
    private const string KeptForADay = "private, max-age=86400";

    public static Results<ContentHttpResult, FileContentHttpResult, ApiError> Handle(string file, HttpResponse response)
    {
        if (file.EndsWith(".css", StringComparison.Ordinal) && CvTemplate.Find(file[..^4]) is { } template)
        {
            response.Headers.CacheControl = KeptForADay;
            return TypedResults.Content(CvHtml.Stylesheet(template), "text/css; charset=utf-8");
        }

        if (PdfFonts.Shared.File(file) is { } font)
        {
            response.Headers.CacheControl = KeptForADay;
            return TypedResults.File(font, "font/woff2");
        }

        return new ApiError(StatusCodes.Status404NotFound);
    }
}
