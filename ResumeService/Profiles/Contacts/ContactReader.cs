using System.Text.RegularExpressions;
using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Sections;

namespace ResumeService.Profiles.Contacts;

internal sealed record Contact
{
    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Location { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];
}

/// <summary>Reads who the resume is about and how to reach that person.</summary>
internal static class ContactReader
{
    private const int HeaderLines = 14;

    // Linear in time by construction, whatever the text holds.
    private static readonly Regex EmailPattern = new(@"[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}\-]{1,63}(\.[\p{L}\p{N}\-]{1,63}){1,5}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex LinkPattern = new(
        @"(https?://[^\s|,;)<>""]{3,200}|(www\.|linkedin\.com/|github\.com/|gitlab\.com/|xing\.com/|twitter\.com/|medium\.com/|stackoverflow\.com/|behance\.net/|dribbble\.com/|kaggle\.com/)[^\s|,;)<>""]{2,200}|[a-z0-9][a-z0-9\-]{1,62}(\.[a-z0-9\-]{2,62})?\.(com|net|org|io|dev|me|co|ai|app|tech|info|site|page|eu|de|uk|fr|ca|design|studio|blog|xyz)(/[^\s|,;)<>""]{0,200})?)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static Contact Read(IReadOnlyList<ResumeLine> lines, IReadOnlyList<Section> sections)
    {
        var email = Email(lines);
        var name = NameReader.Read(lines, email);
        var near = Near(lines, sections, email);
        return new Contact
        {
            Name = name?.Text,
            Title = TitleReader.Read(lines, name),
            Email = email,
            Phone = PhoneReader.Read(near) ?? PhoneReader.ReadLabelled(lines),
            Location = LocationReader.Read(near, name?.Text),
            Links = Links(near, lines, email),
        };
    }

    private static string? Email(IReadOnlyList<ResumeLine> lines)
    {
        foreach (var line in lines)
        {
            if (!line.Text.Contains('@', StringComparison.Ordinal) || line.Text.Length > 2000)
                continue;

            // Some writers and printers leave spaces around the sign.
            var text = line.Text.Replace(" @ ", "@", StringComparison.Ordinal).Replace("@ ", "@", StringComparison.Ordinal).Replace(" @", "@", StringComparison.Ordinal).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
            foreach (Match match in EmailPattern.Matches(line.Text.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase)))
                return Tidy(match.Value, line.Text);

            if (EmailPattern.Match(text) is { Success: true } spaced && !Prose.Is(line.Text))
                return Tidy(spaced.Value, text);
        }

        return null;
    }

    /// <summary>Without full stops at the ends, and without a name that ran into it ("Ada Lovelaceada.lovelace@...").</summary>
    private static string Tidy(string email, string line)
    {
        var tidy = email.Trim('.', '-', '_', '%', '+');
        var local = tidy[..tidy.IndexOf('@', StringComparison.Ordinal)];
        var at = line.IndexOf(tidy, StringComparison.Ordinal);
        if (at > 0 && char.IsUpper(local[0]) && !local.Skip(1).Any(char.IsUpper))
        {
            var before = line[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in before)
            {
                var index = word.Length > 2 ? local.IndexOf(TextShape.Fold(word), StringComparison.Ordinal) : -1;
                if (index > 1)
                    return tidy[index..];
            }

            // "Ada B. Lovelacealovelace@...": the address begins with the initial of the name in front of it.
            var initial = before.Length is 1 or 2 && before[0].Length > 1 && char.IsUpper(before[0][0]) ? local.LastIndexOf(char.ToLowerInvariant(before[0][0]), Math.Max(0, local.Length - 4)) : -1;
            if (initial > 2)
                return tidy[initial..];
        }

        return tidy;
    }

    /// <summary>The lines where contact facts stand: the first ones, those under a contact heading, those around the e-mail address and the last few.</summary>
    private static List<ResumeLine> Near(IReadOnlyList<ResumeLine> lines, IReadOnlyList<Section> sections, string? email)
    {
        var near = new List<ResumeLine>(lines.Take(HeaderLines));
        near.AddRange(sections.Where(section => section.Kind == SectionKind.Contact).SelectMany(section => section.Lines).Take(40));
        if (email is not null)
        {
            var at = lines.ToList().FindIndex(line => line.Text.Contains(email, StringComparison.Ordinal));
            if (at >= 0)
                near.AddRange(lines.Skip(Math.Max(0, at - 6)).Take(13));
        }

        near.AddRange(lines.TakeLast(5));
        return [.. near.Distinct()];
    }

    private static List<string> Links(List<ResumeLine> near, IReadOnlyList<ResumeLine> lines, string? email)
    {
        var links = new List<string>();
        foreach (var line in near.Concat(lines.Take(400).Where(line => line.Text.Contains("linkedin.com", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("github.com", StringComparison.OrdinalIgnoreCase))))
        {
            if (line.Text.Length > 1000)
                continue;

            var text = email is null ? line.Text : line.Text.Replace(email, " ", StringComparison.Ordinal);
            foreach (Match match in LinkPattern.Matches(text))
            {
                var link = match.Value.TrimEnd('.', '/', '-');
                var isName = match.Index > 0 && (char.IsLetterOrDigit(text[match.Index - 1]) || text[match.Index - 1] is '@' or '.');
                if (!isName && !links.Contains(link, StringComparer.OrdinalIgnoreCase) && links.Count < 12)
                    links.Add(link);
            }
        }

        return links;
    }
}
