using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>Which of the five public APIs a path belongs to; each keeps its own error body (CONTRACT.md, "Everywhere").</summary>
public enum ApiSurface
{
    /// <summary>Routes of our own: RFC 9457 <c>application/problem+json</c>.</summary>
    Own,

    /// <summary>S0: <c>{"success":false,"message"}</c>.</summary>
    Resume,

    /// <summary>S1: <c>{"message"}</c>.</summary>
    InterviewReport,

    /// <summary>S2: <c>{"code","message","data":null}</c>.</summary>
    InterviewSession,

    /// <summary>S3, sign-in and documents: <c>{"error"}</c>.</summary>
    Chat,

    /// <summary>S4: an HTML fragment, and a whole page for a browser that opens an address.</summary>
    MockInterview,

    /// <summary>Pages of the web app: a whole page.</summary>
    Page,
}

/// <summary>Reads the <see cref="ApiSurface"/> of a path.</summary>
public static class ApiSurfaces
{
    // Longer prefixes stand before the shorter ones they begin with.
    private static readonly (PathString Prefix, ApiSurface Surface)[] Prefixes =
    [
        ("/api/interview/sessions", ApiSurface.InterviewSession),
        ("/api/interview/practice", ApiSurface.Own),
        ("/api/interview", ApiSurface.InterviewReport),
        ("/api/upload_resume", ApiSurface.Resume),
        ("/api/resume_based_questions", ApiSurface.Resume),
        ("/api/resumes", ApiSurface.Resume),
        ("/api/resume", ApiSurface.Resume),
        ("/api/v1", ApiSurface.Chat),
        ("/session", ApiSurface.MockInterview),
        ("/interviews", ApiSurface.Page),
        ("/cvs", ApiSurface.Page),
        ("/resumes", ApiSurface.Page),
        ("/dashboard", ApiSurface.Page),
        ("/account", ApiSurface.Page),
        ("/sign-in", ApiSurface.Page),
        ("/register", ApiSurface.Page),
        ("/sign-out", ApiSurface.Page),
    ];

    /// <summary>The surface that owns <paramref name="path"/>, matched on whole segments.</summary>
    public static ApiSurface Of(PathString path)
    {
        foreach (var (prefix, surface) in Prefixes)
        {
            if (path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
                return surface;
        }

        return ApiSurface.Own;
    }
}
