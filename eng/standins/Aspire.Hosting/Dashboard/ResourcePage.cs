using System.Globalization;
using System.Net;
using System.Text;

namespace Aspire.Hosting.Dashboard;

/// <summary>Writes the operators' page. Names and log lines come from processes: all of it is encoded.</summary>
static class ResourcePage
{
    const int LinesShown = 40;

    public static string Render(IReadOnlyList<ResourceSnapshot> resources)
    {
        var page = new StringBuilder();
        var healthy = resources.Count(resource => resource.Health == "Healthy" || resource.State == "Finished");
        page.Append("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Resources</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/dashboard.css">
            <script src="/dashboard.js" defer></script>
            <noscript><meta http-equiv="refresh" content="5"></noscript>
            </head>
            <body>
            <header><h1>Resources</h1>
            """);
        page.Append(CultureInfo.InvariantCulture, $"<p id=\"summary\" class=\"{(healthy == resources.Count ? "good" : "busy")}\">{healthy} of {resources.Count} healthy</p></header>\n<main id=\"resources\">\n");
        foreach (var resource in resources)
            Append(page, resource);
        page.Append("</main>\n<footer>Refreshes by itself. The same as data: <a href=\"/resources.json\">/resources.json</a></footer>\n</body>\n</html>\n");
        return page.ToString();
    }

    static void Append(StringBuilder page, ResourceSnapshot resource)
    {
        page.Append(CultureInfo.InvariantCulture, $"<details data-name=\"{Encode(resource.Name)}\"><summary>");
        page.Append(CultureInfo.InvariantCulture, $"<span class=\"name\">{Encode(resource.Name)}<small>{Encode(resource.Type)}</small></span>");
        page.Append(CultureInfo.InvariantCulture, $"<span class=\"state {Tone(resource)}\">{Encode(Words(resource))}{(resource.Detail is { } detail ? $"<small>{Encode(detail)}</small>" : "")}</span>");
        page.Append("<span class=\"endpoints\">");
        foreach (var endpoint in resource.Endpoints)
        {
            var address = Encode(endpoint.Url);
            page.Append(endpoint.Url.StartsWith("http", StringComparison.Ordinal) ? $"<a href=\"{address}\">{address}</a>" : $"<code>{address}</code>");
            page.Append(endpoint.External ? " <small>public</small>" : "");
        }
        page.Append("</span>");
        page.Append(CultureInfo.InvariantCulture, $"<span class=\"facts\">{(resource.Pid is { } pid ? $"pid {pid}" : "")}<small>{Since(resource)}{(resource.Restarts > 0 ? $" · {resource.Restarts} {(resource.Restarts == 1 ? "restart" : "restarts")}" : "")}</small></span></summary>\n");
        page.Append("<h2>Last lines</h2><pre tabindex=\"0\">");
        foreach (var line in resource.Log.TakeLast(LinesShown))
            page.Append(Encode(WithoutColours(line))).Append('\n');
        page.Append(resource.Log.Count == 0 ? "nothing yet" : "").Append("</pre>\n");
        if (resource.Environment.Count > 0)
        {
            page.Append("<h2>Environment</h2><dl>");
            foreach (var variable in resource.Environment)
                page.Append(CultureInfo.InvariantCulture, $"<dt>{Encode(variable.Name)}</dt><dd>{Encode(variable.Value)}</dd>");
            page.Append("</dl>\n");
        }
        page.Append("</details>\n");
    }

    static string Words(ResourceSnapshot resource) => resource.State switch
    {
        "Running" => resource.Health switch
        {
            "Healthy" => "Running, healthy",
            null => "Running",
            var health => $"Running, {health.ToLowerInvariant()}",
        },
        "FailedToStart" => "Failed to start",
        "Exited" => string.Create(CultureInfo.InvariantCulture, $"Ended with exit code {resource.ExitCode}, starting again"),
        var state => state,
    };

    static string Tone(ResourceSnapshot resource) => (resource.State, resource.Health) switch
    {
        ("Running", "Healthy") or ("Finished", _) => "good",
        ("Running", null or "Degraded") or ("Waiting" or "Starting" or "Stopping", _) => "busy",
        ("Stopped", _) => "idle",
        _ => "bad",
    };

    static string Since(ResourceSnapshot resource)
    {
        if (resource is not { Pid: not null, StartedAt: { } started })
            return "";
        var age = DateTimeOffset.UtcNow - started;
        return age.TotalMinutes < 2 ? string.Create(CultureInfo.InvariantCulture, $"for {age.TotalSeconds:0} s")
            : age.TotalHours < 2 ? string.Create(CultureInfo.InvariantCulture, $"for {age.TotalMinutes:0} min")
            : string.Create(CultureInfo.InvariantCulture, $"for {age.TotalHours:0} h");
    }

    /// <summary>Takes terminal colours out of a line: ESC [ numbers letter.</summary>
    static string WithoutColours(string line)
    {
        if (!line.Contains('\e', StringComparison.Ordinal))
            return line;
        var plain = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\e')
            {
                plain.Append(line[i]);
                continue;
            }
            while (i + 1 < line.Length && !char.IsAsciiLetter(line[i]))
                i++;
        }
        return plain.ToString();
    }

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
