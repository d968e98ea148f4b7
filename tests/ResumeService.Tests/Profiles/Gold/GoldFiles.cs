using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ResumeService.Profiles.Dates;

namespace ResumeService.Tests.Profiles.Gold;

/// <summary>Reads the label files beside the sample documents: JSON Resume, Reactive Resume and RenderCV's YAML.</summary>
internal static class GoldFiles
{
    public static IReadOnlyList<GoldResume> Rendered(string folder)
    {
        var golds = Directory.GetFiles(Path.Combine(folder, "gold"), "*.json").ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => JsonResume(File.ReadAllText(file)), StringComparer.Ordinal);
        return [.. Directory.GetFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".pdf", StringComparison.Ordinal) || file.EndsWith(".docx", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => golds[Path.GetFileName(file).Split('.')[0]] with { File = file })];
    }

    public static IReadOnlyList<GoldResume> Reactive(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => ReactiveResume(File.ReadAllText(file)) with { File = Path.ChangeExtension(file, ".pdf") })];

    public static IReadOnlyList<GoldResume> RenderCv(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => RenderCvYaml(File.ReadAllLines(file)) with { File = Path.ChangeExtension(file, ".pdf") })];

    private static GoldResume JsonResume(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var basics = root.GetProperty("basics");
        return new GoldResume
        {
            File = "",
            Name = Text(basics, "name"),
            Email = Text(basics, "email"),
            Phone = Text(basics, "phone"),
            Jobs = [.. Items(root, "work").Select(job => new GoldJob(Text(job, "name") ?? Text(job, "company") ?? "", Text(job, "position") ?? "", Month(Text(job, "startDate")), Month(Text(job, "endDate"))))],
            Schools = [.. Items(root, "education").Select(school => Text(school, "institution")).OfType<string>()],
            Skills = [.. Items(root, "skills").SelectMany(skill => Items(skill, "keywords").Select(keyword => keyword.GetString()!))],
            Projects = [.. Items(root, "projects").Select(project => Text(project, "name")).OfType<string>()],
            Certifications = [.. Items(root, "certificates").Select(certificate => Text(certificate, "name")).OfType<string>()],
        };
    }

    private static GoldResume ReactiveResume(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var basics = root.GetProperty("basics");
        var sections = root.GetProperty("sections");
        return new GoldResume
        {
            File = "",
            Name = Text(basics, "name"),
            Email = Text(basics, "email"),
            Phone = Text(basics, "phone"),
            Jobs = [.. Shown(sections, "experience").Select(job =>
            {
                var range = DateScanner.Find(Text(job, "date") ?? "") is [var span, ..] ? span : null;
                return new GoldJob(Text(job, "company") ?? "", Text(job, "position") ?? "", range?.From.FirstMonth.ToString("yyyy-MM", CultureInfo.InvariantCulture), range?.To?.FirstMonth.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            })],
            Schools = [.. Shown(sections, "education").Select(school => Text(school, "institution")).OfType<string>()],
            Skills = [.. Shown(sections, "skills").SelectMany(skill => Items(skill, "keywords").Select(keyword => keyword.GetString()!))],
            Projects = [.. Shown(sections, "projects").Select(project => Text(project, "name")).OfType<string>()],
            Certifications = [.. Shown(sections, "certifications").Select(certificate => Text(certificate, "name")).OfType<string>()],
        };
    }

    /// <summary>The few lines of the YAML that are needed, by their indentation.</summary>
    private static GoldResume RenderCvYaml(string[] lines)
    {
        var section = "";
        var values = new List<(string Section, int Item, string Key, string Value)>();
        var item = 0;
        foreach (var line in lines.TakeWhile(line => !line.StartsWith("design:", StringComparison.Ordinal)))
        {
            if (Regex.Match(line, @"^    (\w[^:]*):\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } heading)
                (section, item) = (heading.Groups[1].Value, item + 1);
            else if (Regex.Match(line, @"^(\s+)(- )?(\w+):\s*(.*)$", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } pair)
            {
                if (pair.Groups[2].Length > 0)
                    item++;

                values.Add((section, item, pair.Groups[3].Value, Plain(pair.Groups[4].Value)));
            }
        }

        string? Of(string key) => values.Find(value => value.Section.Length == 0 && value.Key == key).Value;
        IEnumerable<ILookup<string, string>> In(string name) => values.Where(value => value.Section == name).GroupBy(value => value.Item).Select(group => group.ToLookup(value => value.Key, value => value.Value, StringComparer.Ordinal));
        return new GoldResume
        {
            File = "",
            Name = Of("name"),
            Email = Of("email"),
            Phone = Of("phone") is { Length: > 0 } phone ? phone : null,
            Jobs = [.. In("experience").Where(job => job["company"].Any()).Select(job => new GoldJob(job["company"].First(), job["position"].First(), Month(job["start_date"].First()), job["end_date"].First() is "present" ? null : Month(job["end_date"].First())))],
            Schools = [.. In("education").SelectMany(school => school["institution"])],
            Skills = [.. In("skills").SelectMany(skill => skill["details"]).SelectMany(details => details.Split(", "))],
            Projects = [.. In("projects").SelectMany(project => project["name"])],
        };
    }

    private static string Plain(string value)
    {
        var text = value.Trim().Trim('\'', '"');
        return Regex.Replace(text, @"\[([^\]]+)\]\([^)]*\)", "$1", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private static string? Month(string? date) => string.IsNullOrEmpty(date) ? null : date[..Math.Min(7, date.Length)];

    private static IEnumerable<JsonElement> Shown(JsonElement sections, string name) =>
        sections.GetProperty(name).GetProperty("visible").GetBoolean() ? Items(sections.GetProperty(name), "items").Where(item => item.GetProperty("visible").GetBoolean()) : [];

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
