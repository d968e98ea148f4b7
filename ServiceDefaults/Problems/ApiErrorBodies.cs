using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>Gives every error that leaves a service the body of its API: exceptions, and statuses that nobody wrote a body for.</summary>
public static class ApiErrorBodies
{
    /// <summary>Must stand before everything that can fail.</summary>
    public static IApplicationBuilder UseApiErrorBodies(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // The framework's log of the exception stays; a caller that went away is no error.
            ExceptionHandler = context => new ApiError(StatusOf(context.Features.Get<IExceptionHandlerFeature>()?.Error)).ExecuteAsync(context),
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException or OperationCanceledException,
        });
        return app.UseStatusCodePages(page => new ApiError(page.HttpContext.Response.StatusCode).ExecuteAsync(page.HttpContext));
    }

    private static int StatusOf(Exception? exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        // A time limit of a dependency, or a caller that no longer listens.
        OperationCanceledException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        // The database is down, starting, or out of connections.
        DbException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
