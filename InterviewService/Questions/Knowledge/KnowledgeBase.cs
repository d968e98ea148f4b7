using System.Collections.Frozen;
using System.Text.Json;

namespace InterviewService.Questions.Knowledge;

/// <summary>The question bank built into the service: one data file per family, read and checked at start.</summary>
internal sealed class KnowledgeBase
{
    private const string Folder = "knowledge/";

    private readonly FrozenDictionary<string, IReadOnlyList<KnowledgeTopic>> _bySkill;

    private KnowledgeBase(string version, IReadOnlyList<KnowledgeTopic> topics)
    {
        Version = version;
        Topics = topics;
        _bySkill = topics
            .SelectMany(topic => topic.Skills, (topic, skill) => (topic, skill))
            .GroupBy(pair => pair.skill, pair => pair.topic, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                topics => topics.Key,
                // The topic that is closest to the skill stands first: what only brushes it names it further back.
                IReadOnlyList<KnowledgeTopic> (topics) => [.. topics.OrderBy(topic => PlaceOf(topics.Key, topic))],
                StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Part of a seed's meaning: another version may ask other questions.</summary>
    public string Version { get; }

    /// <summary>By family, then as written.</summary>
    public IReadOnlyList<KnowledgeTopic> Topics { get; }

    /// <summary>The topics that ask about a skill, closest first; none for a skill the base does not know.</summary>
    /// <param name="skill">A name of ResumeService's skills ontology, in any case.</param>
    public IReadOnlyList<KnowledgeTopic> TopicsOf(string skill) => _bySkill.GetValueOrDefault(skill, []);

    /// <summary>Reads the files that are built into the service.</summary>
    /// <exception cref="InvalidDataException">A file breaks a rule of docs/question-bank.md; the message names the file and the id.</exception>
    public static KnowledgeBase Read()
    {
        var assembly = typeof(KnowledgeBase).Assembly;
        return Read(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[Folder.Length..], Text(name))));

        string Text(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    /// <inheritdoc cref="Read()"/>
    /// <param name="files">Name and JSON of each data file.</param>
    internal static KnowledgeBase Read(IEnumerable<(string Name, string Json)> files)
    {
        var rules = new KnowledgeRules();
        var topics = new List<KnowledgeTopic>();
        foreach (var (name, json) in files)
        {
            var file = Parse(name, json);
            rules.Check(name, file);
            topics.AddRange(file.Topics.Select(topic => TopicOf(file, topic)));
        }

        return new KnowledgeBase(rules.Version, topics);
    }

    private static KnowledgeFile Parse(string name, string json)
    {
        try
        {
            return KnowledgeFile.Parse(json);
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"Question bank, {name}: {malformed.Message}", malformed);
        }
    }

    private static KnowledgeTopic TopicOf(KnowledgeFile file, KnowledgeFile.TopicEntry topic) => new()
    {
        Id = topic.Id,
        Name = topic.Name,
        Family = file.Family,
        Skills = topic.Skills,
        IsBehavioural = file.Behavioural,
        Questions =
        [
            .. topic.Questions.OrderBy(question => question.Level).Select(question => new KnowledgeQuestion
            {
                Id = question.Id,
                TopicId = topic.Id,
                Level = question.Level,
                Text = question.Text,
                Intention = question.Intention,
                Answer = question.Answer,
                KeyPoints = question.KeyPoints,
                Mistakes = question.Mistakes,
                OtherAnswers = question.OtherAnswers,
                FollowUp = question.FollowUp,
                Star = question.Star,
                Chinese = question.Chinese,
            }),
        ],
    };

    private static int PlaceOf(string skill, KnowledgeTopic topic)
    {
        for (var place = 0; place < topic.Skills.Count; place++)
        {
            if (topic.Skills[place].Equals(skill, StringComparison.OrdinalIgnoreCase))
                return place;
        }

        return topic.Skills.Count;
    }
}
