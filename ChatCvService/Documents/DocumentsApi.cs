namespace ChatCvService.Documents;

/// <summary>Finished documents (CONTRACT.md, S3): lists, versions, export, preview. Somebody else's document answers 404.</summary>
internal static class DocumentsApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapDocumentsApi()
        {
            var documents = routes.MapGroup("/api/v1/documents").WithTags("Documents").RequireAuthorization();
            documents.MapGet("/", ListDocuments.HandleAsync).WithName(nameof(ListDocuments)).WithSummary("All documents, newest first");
            documents.MapGet("/{id:long}", GetDocument.HandleAsync).WithName(nameof(GetDocument)).WithSummary("One document with its newest data");
            documents.MapGet("/{id:long}/versions", ListVersions.HandleAsync).WithName(nameof(ListVersions)).WithSummary("All versions of a document, newest first");
            documents.MapGet("/{id:long}/export", ExportDocument.HandleAsync).WithName(nameof(ExportDocument)).WithSummary("A document as a file: format pdf, docx, json (JSON Resume) or md")
                .Produces(StatusCodes.Status200OK, contentType: "application/pdf", additionalContentTypes: [.. ExportFormat.All.Select(format => format.ContentType).Skip(1)])
                .Produces(StatusCodes.Status400BadRequest).Produces(StatusCodes.Status404NotFound).Produces(StatusCodes.Status503ServiceUnavailable);
            documents.MapGet("/{id:long}/preview", PreviewDocument.HandleAsync).WithName(nameof(PreviewDocument)).WithSummary("A document as a page, as it looks in the PDF")
                .Produces(StatusCodes.Status200OK, contentType: "text/html").Produces(StatusCodes.Status400BadRequest).Produces(StatusCodes.Status404NotFound);
            documents.MapGet("/templates/{file}", GetTemplateFile.Handle).WithName(nameof(GetTemplateFile)).WithSummary("A stylesheet or font of the templates, for previews").ExcludeFromDescription();
            documents.MapDelete("/{id:long}", DeleteDocument.HandleAsync).WithName(nameof(DeleteDocument)).WithSummary("Delete a document with all its versions");
            return documents;
        }
    }
}
