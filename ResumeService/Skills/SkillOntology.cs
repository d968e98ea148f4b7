using System.Collections.Frozen;

namespace ResumeService.Skills;

/// <summary>The skills the platform knows: one versioned data file, read once.</summary>
public sealed class SkillOntology
{
    private const string NoSkills = "No skills";
    private const string Fields = "Fields of work";

    private static readonly Lazy<SkillOntology> BuiltIn = new(() => LoadResource("skills.v1.txt"));

    private readonly FrozenDictionary<string, Skill> _byId;
    private readonly FrozenDictionary<string, IReadOnlyList<Skill>> _implied;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _neighbours;

    private SkillOntology(string version, List<Skill> skills, List<string> noSkills)
    {
        Version = version;
        Skills = skills;
        NoSkillPhrases = noSkills;
        _byId = skills.ToFrozenDictionary(skill => skill.Id, StringComparer.Ordinal);
        _implied = skills.ToFrozenDictionary(skill => skill.Id, CloseOverImplications, StringComparer.Ordinal);
        _neighbours = FindNeighbours(skills);
    }

    /// <summary>Version written in the data file, for instance <c>1.0.0</c>.</summary>
    public string Version { get; }

    /// <summary>Every skill, sorted by category and id.</summary>
    public IReadOnlyList<Skill> Skills { get; }

    /// <summary>Phrases that contain a skill's spelling and mean something else ("go to market").</summary>
    internal IReadOnlyList<string> NoSkillPhrases { get; }

    /// <summary>The ontology built into the service.</summary>
    public static SkillOntology Load() => BuiltIn.Value;

    /// <summary>Reads an ontology; the format is described at the top of the data file.</summary>
    /// <exception cref="FormatException">A line is malformed, or an id is used twice or unknown.</exception>
    public static SkillOntology Parse(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);

        string? version = null;
        string? category = null;
        var skills = new List<Skill>(2_000);
        var noSkills = new List<string>();
        var fields = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            line = line.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.StartsWith("version ", StringComparison.Ordinal))
                version = line["version ".Length..].Trim();
            else if (line[0] == '[' && line[^1] == ']')
                category = line[1..^1];
            else if (category is null)
                throw new FormatException($"Line {number}: a skill before the first category.");
            else if (category == NoSkills)
                noSkills.Add(line);
            else if (category == Fields)
                fields.Add(line);
            else
                skills.Add(ParseSkill(line, category, number));
        }

        if (fields.FirstOrDefault(field => !skills.Exists(skill => skill.Id == field)) is { } unknown)
            throw new FormatException($"The field of work '{unknown}' is no skill.");
        skills = skills.ConvertAll(skill => fields.Contains(skill.Id) ? skill with { IsField = true } : skill);
        Validate(skills);
        return new SkillOntology(version ?? throw new FormatException("The ontology names no version."), skills, noSkills);
    }

    /// <summary>The skill with this id, or null.</summary>
    public Skill? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Every broader skill that <paramref name="id"/> implies, directly or through others, nearest first.</summary>
    public IReadOnlyList<Skill> ImpliedBy(string id) => _implied.GetValueOrDefault(id, []);

    /// <summary>Ids of the skills one relation away, in either direction; what the skill itself names comes first.</summary>
    internal IReadOnlyList<string> Neighbours(string id) => _neighbours.GetValueOrDefault(id, []);

    /// <summary>An ontology embedded in this assembly under its file name.</summary>
    internal static SkillOntology LoadResource(string name)
    {
        using var stream = typeof(SkillOntology).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return Parse(reader);
    }

    private static Skill ParseSkill(string line, string category, int number)
    {
        var columns = line.Split('|', StringSplitOptions.TrimEntries);
        if (columns.Length is < 2 or > 5 || columns[0].Length == 0 || columns[1].Length == 0)
            throw new FormatException($"Line {number}: expected id | name | aliases | implies | related.");

        var spellings = new List<Spelling> { ParseSpelling(columns[1]) };
        spellings.AddRange(Items(2).Select(ParseSpelling));
        return new Skill
        {
            Id = columns[0],
            Name = spellings[0].Text,
            Category = category,
            Aliases = [.. spellings.Skip(1).Select(spelling => spelling.Text)],
            Implies = Items(3),
            Related = Items(4),
            Ambiguous = spellings[0].Certainty != Certainty.Certain,
            Spellings = spellings,
        };

        string[] Items(int column) => column < columns.Length
            ? columns[column].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
    }

    private static Spelling ParseSpelling(string written) => written[^1] switch
    {
        '?' => new(written[..^1], Certainty.InContext),
        '^' => new(written[..^1], Certainty.ByCase),
        '*' => new(written[..^1], Certainty.CommonNoun),
        _ => new(written, Certainty.Certain),
    };

    private static void Validate(List<Skill> skills)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var skill in skills)
        {
            if (!ids.Add(skill.Id))
                throw new FormatException($"The id {skill.Id} is used twice.");
        }

        foreach (var skill in skills)
        {
            foreach (var id in skill.Implies.Concat(skill.Related))
            {
                if (!ids.Contains(id))
                    throw new FormatException($"{skill.Id} names {id}, which does not exist.");
            }
        }
    }

    private static FrozenDictionary<string, IReadOnlyList<string>> FindNeighbours(List<Skill> skills)
    {
        var neighbours = skills.ToDictionary(skill => skill.Id, skill => skill.Related.Concat(skill.Implies).ToList(), StringComparer.Ordinal);
        foreach (var skill in skills)
        {
            foreach (var other in skill.Related.Concat(skill.Implies))
                neighbours[other].Add(skill.Id);
        }

        return neighbours.ToFrozenDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => [.. pair.Value.Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
    }

    private IReadOnlyList<Skill> CloseOverImplications(Skill skill)
    {
        var closed = new List<Skill>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { skill.Id };
        var waiting = new Queue<string>(skill.Implies);
        while (waiting.TryDequeue(out var id))
        {
            if (!seen.Add(id))
                continue;
            closed.Add(_byId[id]);
            foreach (var next in _byId[id].Implies)
                waiting.Enqueue(next);
        }

        return closed;
    }
}
