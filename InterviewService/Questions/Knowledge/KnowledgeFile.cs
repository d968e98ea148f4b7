using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewService.Questions.Knowledge;

/// <summary>One data file as it is written (docs/question-bank.md): a family with its topics.</summary>
internal sealed record KnowledgeFile
{
    /// <summary>The same in all files.</summary>
    public required string Version { get; init; }

    public required string Family { get; init; }

    /// <summary>True for a file of competencies.</summary>
    public bool Behavioural { get; init; }

    public required IReadOnlyList<TopicEntry> Topics { get; init; }

    /// <exception cref="JsonException">The text is no such file: a field is unknown, missing, null or there twice.</exception>
    public static KnowledgeFile Parse(string json) => JsonSerializer.Deserialize(json, KnowledgeFileJson.Default.KnowledgeFile)!;

    internal sealed record TopicEntry
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required IReadOnlyList<string> Skills { get; init; }

        public required IReadOnlyList<QuestionEntry> Questions { get; init; }
    }

    internal sealed record QuestionEntry
    {
        public required string Id { get; init; }

        public required QuestionLevel Level { get; init; }

        public required string Text { get; init; }

        public required string Intention { get; init; }

        public required string Answer { get; init; }

        public required IReadOnlyList<string> KeyPoints { get; init; }

        public required IReadOnlyList<string> Mistakes { get; init; }

        public required IReadOnlyList<string> OtherAnswers { get; init; }

        public required string FollowUp { get; init; }

        public StarGuidance? Star { get; init; }

        public LocalizedQuestion? Chinese { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(QuestionLevelConverter)])]
[JsonSerializable(typeof(KnowledgeFile))]
internal sealed partial class KnowledgeFileJson : JsonSerializerContext;

/// <summary>Levels are written by name, never by number.</summary>
internal sealed class QuestionLevelConverter() : JsonStringEnumConverter<QuestionLevel>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
