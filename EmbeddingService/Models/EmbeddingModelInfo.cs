namespace EmbeddingService.Models;

/// <summary>The embedding model in use, as an operator reads it.</summary>
/// <param name="Kind">What runs it, in lower case: <c>onnx</c>, or the built-in one's name.</param>
/// <param name="Version">Stored with every vector: vectors of two versions are never compared.</param>
/// <param name="Dimensions">Length of its vectors.</param>
/// <param name="File">Name of the model's file, without its folder; null for a built-in model.</param>
/// <param name="Note">Why this model and not the one that the settings ask for; null when it is the one asked for.</param>
/// <param name="QueueLength">Texts that wait for the model or are with it now.</param>
/// <param name="QueueCapacity">Texts that may wait; 0 when the model answers at once and nothing ever waits.</param>
public sealed record EmbeddingModelInfo(string Kind, string Version, int Dimensions, string? File, string? Note, int QueueLength, int QueueCapacity);
