using EmbeddingService.Models;
using InterviewService.Evaluation;

namespace InterviewService.Tests.Running;

/// <summary>Compares texts by their words, in a build of EmbeddingService that has no word vectors; with them the tests ask the real service.</summary>
internal sealed class WordComparer : ITextComparer
{
    public static bool HasWordVectors { get; } =
        typeof(HashedEmbeddingGenerator).Assembly.GetManifestResourceNames().Any(name => name.Contains("static", StringComparison.OrdinalIgnoreCase));

    public Task<TextComparison> CompareAsync(IReadOnlyList<string> left, IReadOnlyList<string> right, CancellationToken cancellationToken)
    {
        var words = right.Select(Words).ToArray();
        var recall = left.Select(text => Words(text)).Select(sought => (IReadOnlyList<double>)[.. words.Select(said => Share(sought, said))]).ToArray();
        return Task.FromResult(new TextComparison(recall, recall));
    }

    private static double Share(HashSet<string> sought, HashSet<string> said) => sought.Count == 0 ? 0 : (double)sought.Count(said.Contains) / sought.Count;

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '(', ')', '?'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3).Select(word => word.TrimEnd('s'))];
}
