using System.Text.Json;
using EmbeddingService.Tests.Running;

namespace EmbeddingService.Tests.Models.Onnx;

/// <summary>all-MiniLM-L6-v2's own files, which are no part of the repository.</summary>
internal static class PublishedModel
{
    /// <summary>Null, with a line in the test's output, where they are not.</summary>
    public static string? Folder => SharedData.Path("models", "all-MiniLM-L6-v2", "model.onnx") is { } file ? Path.GetDirectoryName(file) : null;

    public static IEnumerable<JsonElement> Reference(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, "reference", file)).Select(line => JsonElement.Parse(line));
}
