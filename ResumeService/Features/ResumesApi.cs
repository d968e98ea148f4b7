using Microsoft.AspNetCore.Mvc;

namespace ResumeService.Features;

/// <summary>The public routes of S0 (seed 000) and the list of a user's resumes.</summary>
internal static class ResumesApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapResumesApi()
        {
            var resumes = routes.MapGroup("/api").WithTags("Resumes").RequireAuthorization();
            resumes.MapPost("/upload_resume", UploadResume.HandleAsync).WithName(nameof(UploadResume)).WithSummary("Upload and analyse a resume (PDF or DOCX, at most 16 MB)")
                .Accepts<UploadResume.Form>("multipart/form-data").Produces<UploadResume.Response>()
                .WithMetadata(new RequestSizeLimitAttribute(UploadResume.MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = UploadResume.MaxBody });
            resumes.MapPost("/resume/gap-analysis", AnalyzeGap.HandleAsync).WithName(nameof(AnalyzeGap)).WithSummary("Set the current resume against a job description");
            resumes.MapGet("/resume/analysis", GetAnalysis.HandleAsync).WithName(nameof(GetAnalysis)).WithSummary("What the current resume says");
            resumes.MapGet("/resume/chunks", GetChunks.HandleAsync).WithName(nameof(GetChunks)).WithSummary("The searchable pieces of the current resume");
            resumes.MapGet("/resumes", ListResumes.HandleAsync).WithName(nameof(ListResumes)).WithSummary("All resumes, newest first");
            resumes.MapGet("/resumes/{id:long}", GetResume.HandleAsync).WithName(nameof(GetResume)).WithSummary("One resume");
            resumes.MapDelete("/resumes/{id:long}", DeleteResume.HandleAsync).WithName(nameof(DeleteResume)).WithSummary("Delete one resume");
            return resumes;
        }
    }
}
