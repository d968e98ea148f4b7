using System.Text.RegularExpressions;
using ResumeService.Contracts;

namespace InterviewService.Questions;

/// <summary>Names and lines of a resume as they stand in the middle of a question.</summary>
internal static partial class Phrases
{
    private const int MaxName = 60;
    private const int MaxLine = 180;
    private const int MinLineWords = 4;
    private const int MinLineCharacters = 10;
    private const string Chinese = "zh";

    // A single word of such an ending is a common noun (Monitoring, Scalability, Logistics), unless it is the name of a product.
    private static readonly string[] CommonEndings = ["ing", "ity", "tion", "sion", "ment", "ance", "ence", "graphy", "ology", "ics", "ship", "work"];

    private static readonly HashSet<string> CommonNouns = new(StringComparer.Ordinal)
    {
        "Algorithms", "Backups", "Chatbots", "Compilers", "Creativity", "Dashboards", "Databases", "Embeddings", "Firewalls", "Microservices", "Postmortems", "Runbooks", "Sales",
        "Sensors", "Serverless", "Shaders", "Spreadsheets", "Webhooks",
    };

    private static readonly HashSet<string> Products = new(StringComparer.Ordinal)
    {
        "Alation", "Audacity", "Gatling", "Notion", "Processing", "Solidity", "Spring", "Swing", "Unity",
    };

    // Names at the start of a name: of people, products and places.
    private static readonly HashSet<string> ProperFirstWords = new(StringComparer.Ordinal)
    {
        "Azure", "Bayesian", "Boolean", "Combine", "Cypher", "Detox", "Echo", "Espresso", "Fourier", "Gantt", "Gaussian", "Go", "Gusto", "Kalman", "Kotlin", "Linux", "Llama",
        "Markov", "Marvel", "Monte", "Sage", "Wave", "Western", "Windows",
    };

    // Words that follow the name of a product.
    private static readonly HashSet<string> AfterProduct = new(StringComparer.Ordinal)
    {
        "app", "bot", "build", "editor", "framework", "kit", "library", "logger", "registry", "scheduler", "tool",
    };

    /// <summary><c>Design patterns</c> reads "design patterns" within a sentence; <c>Spring Boot</c>, <c>C4 model</c> and <c>Docker</c> stay as they are.</summary>
    public static string Skill(string name)
    {
        name = Text.OneLine(name);
        if (name.Length < 2 || !name.Skip(1).All(character => char.IsLower(character) || character is ' ' or '-'))
            return name;

        var words = name.Split(' ', '-');
        var isCommon = words.Length > 1
            ? words[0].Length > 1 && !ProperFirstWords.Contains(words[0]) && !AfterProduct.Contains(words[^1])
            : CommonNouns.Contains(name) || (CommonEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)) && !Products.Contains(name));
        return isCommon ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    /// <summary>"your Tidepool project"; a long name, or one with an article of its own, stands between quotation marks. Null for a blank name.</summary>
    public static string? Project(string name, string language = "en")
    {
        name = Text.OneLine(name).Trim(' ', '.', ':', ';', ',', '-', '–', '—', '|', '•', '"', '“', '”');
        if (name.Length == 0)
            return null;

        var shortened = Text.Shorten(name, MaxName);
        if (language == Chinese)
            return $"“{shortened.Replace('“', '‘').Replace('”', '’')}”项目";
        return shortened != name || name.Split(' ').Length > 7 || OwnArticle().IsMatch(name) || name.Any(character => character is '.' or ':' or '“' or '”' or '|')
            ? $"your project “{shortened.Replace('“', '‘').Replace('”', '’')}”"
            : name.EndsWith("project", StringComparison.OrdinalIgnoreCase) ? $"your {name}" : $"your {name} project";
    }

    /// <summary>"in your role as Nurse at St. Brendan", "during your time at St. Brendan"; null when the resume prints neither.</summary>
    public static string? Job(AnalysedJob job, string language = "en")
    {
        var title = Name(job.Title);
        var company = Name(job.Company);
        if (language == Chinese)
        {
            return (title, company) switch
            {
                (not null, not null) => $"在{company}担任{title}期间",
                (not null, null) => $"在担任{title}期间",
                (null, not null) => $"在{company}工作期间",
                _ => null,
            };
        }

        return (title, company) switch
        {
            (not null, not null) => $"in your role as {title} at {company}",
            (not null, null) => $"in your role as {title}",
            (null, not null) => $"during your time at {company}",
            _ => null,
        };
    }

    /// <summary>A line fit to be quoted, without its bullet and full stop; null when it is too short, or shows an address or a number to call.</summary>
    public static string? Line(string line)
    {
        line = Text.OneLine(line).TrimStart(' ', '-', '–', '—', '*', '•', '·', '‣', '▪', '●', '◦', '○', '>').TrimEnd(' ', '.', ';', ',');
        var isShort = line.Split(' ').Length < MinLineWords && line.Count(IsIdeograph) < MinLineCharacters;
        return isShort || Address().IsMatch(line) ? null : Text.Shorten(line, MaxLine).Replace('“', '‘').Replace('”', '’');
    }

    /// <summary>"1 year", "5 years".</summary>
    public static string Years(int years, string language = "en") => language == Chinese ? $"{years}年" : years == 1 ? "1 year" : $"{years} years";

    /// <summary>Whether <paramref name="line"/> names <paramref name="skill"/> as a whole word.</summary>
    public static bool Names(string line, string skill)
    {
        for (var at = line.IndexOf(skill, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(skill, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + skill.Length;
            if ((at == 0 || !IsNamePart(line[at - 1])) && (end == line.Length || !IsNamePart(line[end])))
                return true;
        }

        return false;
    }

    // Chinese puts no spaces between words.
    private static bool IsIdeograph(char character) => character is >= '\u4E00' and <= '\u9FFF';

    private static bool IsNamePart(char character) => (char.IsLetterOrDigit(character) && !IsIdeograph(character)) || character is '+' or '#';

    private static string? Name(string? name)
    {
        var clean = Text.OneLine(name ?? "").Trim(' ', '.', ',', ';', ':', '-', '–', '—', '|', '•');
        return clean.Length == 0 ? null : Text.Shorten(clean, MaxName);
    }

    [GeneratedRegex(@"^(the|a|an|my|our|your)\s", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OwnArticle();

    [GeneratedRegex(@"\S@\S|https?:|www\.|\S\.(com|org|net|io|dev)\b|\+?\d[\d ()/-]{7,}\d", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address();
}
