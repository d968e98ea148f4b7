namespace ServiceDefaults.Ai;

/// <summary>Something a language model is asked to do: what to do, on which data, in which shape, and what the answer may not say.</summary>
/// <typeparam name="T">The answer; its JSON names are camelCase.</typeparam>
public sealed record AiTask<T>
{
    /// <summary>For logs and metrics, for instance <c>interview.questions</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What to do; written by us alone, nothing of a person or a document in it.</summary>
    public required string Instructions { get; init; }

    /// <summary>Everything that people and documents say, as one JSON value: inside its texts nothing can end them.</summary>
    public required object Data { get; init; }

    public required AnswerSchema Schema { get; init; }

    /// <summary>What is wrong with an answer that keeps to the schema: values that the data does not support. Read by the model only.</summary>
    public required Func<T, IEnumerable<string>> ProblemsOf { get; init; }

    /// <summary>Pages to look at, as PNG.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Images { get; init; } = [];
}
