using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using EmbeddingService.Chunks;
using EmbeddingService.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using ResumeService.Chunking;
using ResumeService.Extraction;

namespace Accuracy;

/// <summary>
/// Which chunk of a resume is shown for a question: questions with a fragment that a right chunk holds (retrieval-questions.tsv), over documents read and cut as
/// ResumeService does it. The service's ranking must not be worse than that by vectors alone.
/// </summary>
internal static class Retrieval
{
    private const double FirstIsRight = 0.82;
    private const double MeanReciprocalRank = 0.89;

    public static async Task<bool> MeasureAsync(DataFolder data)
    {
        var questions = Questions();
        var chunks = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var name in questions.Select(question => question.Document).Distinct())
            chunks.Add(name, await ReadAsync(data.Path(["data", "resumes", .. name.Split('/')])));

        var goals = new Goals();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{questions.Length} questions on {chunks.Count} resumes of {chunks.Values.Average(texts => texts.Length):F1} chunks: first is right, one of the first three is, mean reciprocal rank"));
        foreach (var (name, model) in Models.All(data))
        {
            using (model)
                await MeasureAsync(goals, name, model, questions, chunks);
        }

        return goals.AreReached;
    }

    private static async Task MeasureAsync(
        Goals goals, string name, IEmbeddingGenerator<string, Embedding<float>> model, Question[] questions, Dictionary<string, string[]> chunks)
    {
        var documents = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (var (document, texts) in chunks)
            documents.Add(document, new Document(texts, await model.EmbedAsync(texts, CancellationToken.None)));

        var (byVectors, byWords, byBoth, ofBest, ofPooled) = (new List<int>(), new List<int>(), new List<int>(), new List<int>(), new List<int>());
        foreach (var question in questions)
        {
            var document = documents[question.Document];
            var right = document.Holding(question.Answer);
            if (right.Count == 0)
                throw new InvalidDataException($"No chunk of {question.Document} holds: {question.Answer}");

            var query = (await model.EmbedAsync([question.Text], CancellationToken.None))[0];
            byVectors.Add(PlaceOf(right, document.ByVectors(query)));
            byWords.Add(PlaceOf(right, document.ByWords(question.Text)));
            byBoth.Add(PlaceOf(right, document.ByBoth(question.Text, query)));
            ofBest.Add(1 + documents.Values.Count(other => other.BestScore(query) > document.BestScore(query)));
            ofPooled.Add(1 + documents.Values.Count(other => other.PooledScore(query) > document.PooledScore(query)));
        }

        Print(name, "which chunk, by vectors", byVectors);
        Print(name, "which chunk, by words", byWords);
        Print(name, "which chunk, by both", byBoth);
        Print(name, "which resume, by its best chunk", ofBest);
        Print(name, "which resume, by its pooled vector", ofPooled);
        goals.AtLeast($"{name}, by both: first is right", First(byBoth), Math.Max(FirstIsRight, First(byVectors)));
        goals.AtLeast($"{name}, by both: mean reciprocal rank", Reciprocal(byBoth), Math.Max(MeanReciprocalRank, Reciprocal(byVectors)));
    }

    private static void Print(string model, string ranking, List<int> places) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{model,-12} {ranking,-36} {First(places),7:P1} {places.Average(place => place is >= 1 and <= 3 ? 1.0 : 0),8:P1} {Reciprocal(places),7:F3}"));

    private static double First(List<int> places) => places.Average(place => place == 1 ? 1.0 : 0);

    private static double Reciprocal(List<int> places) => places.Average(place => place > 0 ? 1.0 / place : 0);

    // 0 when no right chunk is ranked.
    private static int PlaceOf(HashSet<int> right, IEnumerable<int> ranking) => ranking.ToList().FindIndex(right.Contains) + 1;

    private static Question[] Questions()
    {
        using var reader = new StreamReader(typeof(Retrieval).Assembly.GetManifestResourceStream("retrieval-questions.tsv")!);
        return
        [
            .. reader.ReadToEnd().Split('\n')
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t'))
                .Select(fields => new Question(fields[0], fields[1], fields[2])),
        ];
    }

    private static async Task<string[]> ReadAsync(string path)
    {
        var kind = Path.GetExtension(path) == ".docx" ? DocumentKind.Docx : DocumentKind.Pdf;
        var read = await new DocumentReader(Options.Create(new ExtractionOptions())).ReadAsync(await File.ReadAllBytesAsync(path), kind, CancellationToken.None);
        return [.. TextChunker.Split((read.Document ?? throw new InvalidDataException($"{path} has no text.")).Text).Select(chunk => chunk.Text)];
    }

    /// <param name="Document">Path under data/resumes.</param>
    /// <param name="Text">The question.</param>
    /// <param name="Answer">What a right chunk holds.</param>
    private sealed record Question(string Document, string Text, string Answer);

    private sealed class Document
    {
        private readonly ChunkBlock _block;
        private readonly float[] _pooled;

        public Document(string[] texts, IReadOnlyList<ReadOnlyMemory<float>> vectors)
        {
            _block = ChunkBlock.Of([.. texts.Select((text, number) => new EmbeddedChunk(number, text, vectors[number]))]);
            _pooled = new float[vectors[0].Length];
            foreach (var vector in vectors)
                TensorPrimitives.Add(_pooled, vector.Span, _pooled);
            TensorPrimitives.Divide(_pooled, TensorPrimitives.Norm<float>(_pooled), _pooled);
        }

        public IEnumerable<int> ByVectors(ReadOnlyMemory<float> query) => Nearest(query).Select(hit => hit.Number);

        public IEnumerable<int> ByBoth(string question, ReadOnlyMemory<float> query) =>
            HybridRanking.Rank([question], [Nearest(query)], _block.Chunks.Count)[0].Select(hit => hit.Number);

        // Chunks without any of the words are not ranked by them.
        public IEnumerable<int> ByWords(string question)
        {
            var scores = new LexicalScores([question]).Of(0, [.. _block.Chunks.Select(chunk => new ScoredChunk(chunk.Number, chunk.Text, 0))]);
            return Enumerable.Range(0, scores.Length).Where(chunk => scores[chunk] > 0).OrderByDescending(chunk => scores[chunk]);
        }

        public float BestScore(ReadOnlyMemory<float> query) => Nearest(query)[0].Score;

        public float PooledScore(ReadOnlyMemory<float> query) => TensorPrimitives.Dot(query.Span, _pooled);

        public HashSet<int> Holding(string answer) =>
            [.. _block.Chunks.Where(chunk => Bare(chunk.Text).Contains(Bare(answer), StringComparison.Ordinal)).Select(chunk => chunk.Number)];

        private IReadOnlyList<ScoredChunk> Nearest(ReadOnlyMemory<float> query) => _block.Nearest(query.Span, _block.Chunks.Count);

        private static string Bare(string text)
        {
            var bare = new StringBuilder(text.Length);
            foreach (var character in text.Where(character => !char.IsWhiteSpace(character) && character != '\u00AD'))
                bare.Append(char.ToLowerInvariant(character));
            return bare.ToString();
        }
    }
}
