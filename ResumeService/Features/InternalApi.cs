using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Auth;

namespace ResumeService.Features;

/// <summary>Routes for the other services; the gateway does not lead here, and a user's token does not open them.</summary>
internal static class InternalApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapInternalApi()
        {
            var api = routes.MapGroup("/internal").ExcludeFromDescription().RequireAuthorization(PlatformAuthentication.ServicePolicy);
            api.MapGet("/resumes/{resumeId:long}/chunks", ReadChunks.HandleAsync).WithName(nameof(ReadChunks));
            api.MapPost("/users/{userId:long}/analysis", ReadAnalysis.HandleAsync).WithName(nameof(ReadAnalysis));
            api.MapGet("/users/{userId:long}/export", ExportUser.HandleAsync).WithName(nameof(ExportUser));
            api.MapGet("/users/{userId:long}/resumes/{resumeId:long}/file", ExportUser.FileAsync).WithName("ExportResumeFile");
            api.MapGet("/users/{userId:long}/resumes", ReadResumes.ListAsync).WithName(nameof(ReadResumes));
            api.MapGet("/users/{userId:long}/resumes/{resumeId:long}", ReadResumes.FindAsync).WithName("ReadResume");
            api.MapPost("/users/{userId:long}/resumes/{resumeId:long}/analysis", AnalyseStored.HandleAsync).WithName(nameof(AnalyseStored));
            api.MapPost("/analyse", AnalyseDocument.HandleAsync).WithName(nameof(AnalyseDocument))
                .WithMetadata(new RequestSizeLimitAttribute(UploadResume.MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = UploadResume.MaxBody });
            api.MapPost("/pages", DrawPages.HandleAsync).WithName(nameof(DrawPages)).DisableAntiforgery()
                .WithMetadata(new RequestSizeLimitAttribute(UploadResume.MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = UploadResume.MaxBody });
            return api;
        }
    }
}
