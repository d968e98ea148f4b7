using Microsoft.AspNetCore.Mvc;
using ResumeService.Features;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ResumeService.Pages;

/// <summary>The pages under <c>/resumes</c>. Each works without script: plain forms, answered by 303 or by the page with what was typed. Somebody else's resume is not there.</summary>
internal static class ResumePages
{
    public const string List = "/resumes";

    public static ApiError NoSuchPage { get; } = new(StatusCodes.Status404NotFound);

    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapResumePages()
        {
            var pages = routes.MapGroup(List).RequireAuthorization().ExcludeFromDescription()
                .RequireAntiforgeryToken((_, message) => new ApiError(StatusCodes.Status400BadRequest, message));
            pages.MapGet("/", ShowResumes.HandleAsync);
            pages.MapPost("/", SendResume.HandleAsync)
                .WithMetadata(new RequestSizeLimitAttribute(UploadResume.MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = UploadResume.MaxBody });
            pages.MapGet("/{id:long}", ShowResume.HandleAsync);
            pages.MapPost("/{id:long}/jobs", AddJob.HandleAsync);
            pages.MapPost("/{id:long}/jobs/{job:long}/delete", RemoveJob.HandleAsync);
            pages.MapGet("/{id:long}/compare", CompareJobs.HandleAsync);
            pages.MapPost("/{id:long}/compare", CompareJobs.AddAsync);
            pages.MapPost("/{id:long}/delete", RemoveResume.HandleAsync);
            return pages;
        }
    }

    public static string Of(long resumeId) => $"{List}/{resumeId}";

    public static string Of(long resumeId, long jobId) => $"{List}/{resumeId}?job={jobId}";

    /// <summary>The address after a job description was taken, which tells the browser to forget its draft.</summary>
    public static string Taken(string address) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taken=1";
}
