using System.Globalization;
using Xunit;

namespace Gateway.Tests.Running;

/// <summary>One path of each of the five APIs, and the body that its errors have.</summary>
internal static class Shapes
{
    public static readonly (string Path, string Service)[] Paths =
    [
        ("/api/resume/analysis", "resume"),
        ("/api/interview/report/1", "interview"),
        ("/api/interview/sessions/1", "interview"),
        ("/api/v1/chat/sessions", "chatcv"),
        ("/session/1/interview", "interview"),
    ];

    /// <summary>The paths as theory data.</summary>
    public static TheoryData<string> All => [.. Paths.Select(each => each.Path)];

    public static string Error(string path, int status, string message) => path switch
    {
        _ when path.StartsWith("/api/interview/sessions", StringComparison.Ordinal) =>
            string.Create(CultureInfo.InvariantCulture, $$"""{"code":{{status}},"message":"{{message}}","data":null}"""),
        _ when path.StartsWith("/api/interview", StringComparison.Ordinal) => $$"""{"message":"{{message}}"}""",
        _ when path.StartsWith("/api/v1", StringComparison.Ordinal) => $$"""{"error":"{{message}}"}""",
        _ when path.StartsWith("/session", StringComparison.Ordinal) => $"""<div class="error" role="alert">{message}</div>""",
        _ => $$"""{"success":false,"message":"{{message}}"}""",
    };
}
