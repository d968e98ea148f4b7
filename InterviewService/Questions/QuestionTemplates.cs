using System.Collections.Frozen;

namespace InterviewService.Questions;

/// <summary>The wording of the questions, read from <c>question-templates.v1.txt</c>.</summary>
internal sealed class QuestionTemplates
{
    private readonly FrozenDictionary<TemplateKey, IReadOnlyList<QuestionTemplate>> _templates;

    private QuestionTemplates(string version, string language, FrozenDictionary<TemplateKey, IReadOnlyList<QuestionTemplate>> templates)
    {
        Version = version;
        Language = language;
        _templates = templates;
    }

    /// <summary>Part of the seed's meaning: other templates give other questions.</summary>
    public string Version { get; }

    /// <summary><c>en</c> or <c>zh</c>: names and lines are put into sentences of this language.</summary>
    public string Language { get; }

    public IEnumerable<TemplateKey> Keys => _templates.Keys;

    /// <summary>The templates of <paramref name="type"/> that need exactly <paramref name="needs"/>, for a skill also those of its group.</summary>
    public IEnumerable<QuestionTemplate> Of(string type, string needs, string? group = null)
    {
        var general = _templates.GetValueOrDefault(new TemplateKey(type, needs, Group: null), []);
        return group is null ? general : general.Concat(_templates.GetValueOrDefault(new TemplateKey(type, needs, group), []));
    }

    /// <summary>Reads the file of a language that is built into the service.</summary>
    /// <exception cref="InvalidDataException">A line stands before the first section, or twice in one.</exception>
    public static QuestionTemplates Read(string language = "en")
    {
        using var reader = new StreamReader(typeof(QuestionTemplates).Assembly.GetManifestResourceStream(language == "en" ? "question-templates.v1.txt" : $"question-templates.{language}.v1.txt")!);
        var templates = new Dictionary<TemplateKey, List<QuestionTemplate>>();
        var (version, keys) = ("", Array.Empty<TemplateKey>());
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.StartsWith("version ", StringComparison.Ordinal))
                version = line["version ".Length..];
            else if (line[0] == '[')
                keys = KeysOf(line);
            else if (keys.Length == 0)
                throw new InvalidDataException("Question templates: a question stands before the first section.");
            else
                Add(line);
        }

        return new QuestionTemplates(version, language, templates.ToFrozenDictionary(entry => entry.Key, IReadOnlyList<QuestionTemplate> (entry) => entry.Value));

        void Add(string line)
        {
            var template = QuestionTemplate.Parse(line);
            foreach (var key in keys)
            {
                if (!templates.TryGetValue(key, out var lines))
                    templates.Add(key, lines = []);
                if (lines.Contains(template))
                    throw new InvalidDataException($"Question templates: '{line}' stands twice in one section.");
                lines.Add(template);
            }
        }
    }

    // "[technical: skill | Databases, Cloud]"
    private static TemplateKey[] KeysOf(string section)
    {
        var (type, rest) = Halves(section.Trim('[', ']'), ':');
        var (needs, groups) = Halves(rest, '|');
        return groups.Length == 0
            ? [new TemplateKey(type, needs, Group: null)]
            : [.. groups.Split(',', StringSplitOptions.TrimEntries).Select(group => new TemplateKey(type, needs, group))];
    }

    private static (string First, string Second) Halves(string text, char separator) =>
        text.Split(separator, 2, StringSplitOptions.TrimEntries) is [var first, var second] ? (first, second) : (text.Trim(), "");
}

/// <param name="Text">With place holders.</param>
/// <param name="Theme">A set has at most one question of a theme; null when no other template is like it.</param>
internal sealed record QuestionTemplate(string Text, string? Theme)
{
    // "<theme> text"
    public static QuestionTemplate Parse(string line) =>
        line[0] == '<' && line.IndexOf("> ", StringComparison.Ordinal) is > 0 and var end ? new(line[(end + 2)..], line[1..end]) : new(line, Theme: null);
}

/// <param name="Type">technical, behavioral, project-based or situational.</param>
/// <param name="Needs">What the place holders stand for, for instance <c>skill + project</c>.</param>
/// <param name="Group">Skill group of the ontology; null for every skill.</param>
internal readonly record struct TemplateKey(string Type, string Needs, string? Group);
