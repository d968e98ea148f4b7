namespace InterviewService.Pages;

/// <summary>303: the browser opens the page instead of sending the form again.</summary>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        // htmx would follow the redirect out of sight and swap a whole page into a part of this one.
        if (httpContext.Request.Headers.ContainsKey("HX-Request"))
        {
            httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
            httpContext.Response.Headers["HX-Redirect"] = path;
        }

        return Task.CompletedTask;
    }
}
