using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EmbeddingService.Chunks;
using EmbeddingService.Models;
using EmbeddingService.Models.Onnx;
using EmbeddingService.Models.Static;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using ResumeService.Chunking;
using ResumeService.Extraction;
using Testing;

namespace Benchmarks;

/// <summary>
/// Which chunk of a resume is shown for a question: questions with a fragment that a right chunk holds (retrieval-questions.tsv), over documents read and cut as
/// ResumeService does it. Compares rankings by vector, by words, and by both.
/// </summary>
internal static partial class RetrievalMeasure
{
    private const int Top = 10;

    /// <param name="data">A folder with data/resumes, and models/ with static-reference and all-MiniLM-L6-v2 as far as they are to be measured.</param>
    public static async Task<int> RunAsync(string data)
    {
        var resumes = Path.Combine(data, "data", "resumes");
        var failed = await RunAsync(resumes, new StaticEmbeddingGenerator(StaticTable.ReadBuiltIn()));
        var table = Path.Combine(data, "models", "static-reference", "static-model.bin");
        if (File.Exists(table))
            failed += await RunAsync(resumes, new StaticEmbeddingGenerator(StaticTable.Read(await File.ReadAllBytesAsync(table))));
        var onnx = Path.Combine(data, "models", "all-MiniLM-L6-v2");
        if (File.Exists(Path.Combine(onnx, "model.onnx")))
        {
            using var model = new OnnxEmbeddingGenerator(OnnxModel.Load(onnx, "model.onnx"), threads: 1, queueCapacity: 10_000, TimeProvider.System);
            failed += await RunAsync(resumes, model);
        }

        return failed > 0 ? 1 : 0;
    }

    private static async Task<int> RunAsync(string resumes, IEmbeddingGenerator<string, Embedding<float>> model)
    {
        var questions = (await File.ReadAllLinesAsync(Path.Combine(PlatformFixture.Checkout, "tests", "Benchmarks", "retrieval-questions.tsv")))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToArray();
        var documents = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (var name in questions.Select(question => question[0]).Distinct())
            documents.Add(name, await ReadAsync(Path.Combine(resumes, name), model));

        var rankings = new (string Name, Func<Document, string, float[], IEnumerable<int>> Rank)[]
        {
            ("vector", (document, _, query) => document.ByVector(query)),
            ("words (BM25)", (document, question, _) => document.ByWords(question)),
            ("both, reciprocal rank 60", (document, question, query) => Fused(document, question, query, 60)),
            ("both, reciprocal rank 10", (document, question, query) => Fused(document, question, query, 10)),
            ("both, reciprocal rank 3", (document, question, query) => Fused(document, question, query, 3)),
            ("both, vector's rank twice", (document, question, query) => Fused(document, question, query, 10, weight: 0.5)),
        };
        var places = rankings.ToDictionary(ranking => ranking.Name, _ => new List<int>(), StringComparer.Ordinal);
        var byBest = new List<int>();
        var byPooled = new List<int>();
        var unanswerable = 0;
        foreach (var question in questions)
        {
            var document = documents[question[0]];
            var right = document.Holding(question[2]);
            if (right.Count == 0)
            {
                Console.Error.WriteLine($"No chunk holds: {question[0]}: {question[2]}");
                unanswerable++;
                continue;
            }

            var query = (await model.EmbedAsync([question[1]], default))[0].ToArray();
            foreach (var (name, rank) in rankings)
                places[name].Add(rank(document, question[1], query).Take(Top).ToList().FindIndex(right.Contains) + 1);
            byBest.Add(PlaceOf(document, documents.Values, each => each.BestScore(query)));
            byPooled.Add(PlaceOf(document, documents.Values, each => each.PooledScore(query)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"model {model.ModelVersion}: {questions.Length - unanswerable} questions on {documents.Count} resumes of {documents.Values.Average(document => document.Count):F1} chunks"));
        Console.WriteLine("which chunk                    first    in first 3    mean reciprocal rank");
        foreach (var (name, _) in rankings)
            Say(name, places[name]);
        Console.WriteLine("which resume");
        Say("its best chunk", byBest);
        Say("its pooled vector", byPooled);
        return unanswerable == 0 ? 0 : 1;
    }

    private static void Say(string name, List<int> places) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-28} {places.Average(place => place == 1 ? 1.0 : 0),7:P1} {places.Average(place => place is >= 1 and <= 3 ? 1.0 : 0),13:P1} {places.Average(place => place > 0 ? 1.0 / place : 0),12:F3}"));

    private static int PlaceOf(Document right, IEnumerable<Document> documents, Func<Document, float> score)
    {
        var own = score(right);
        return documents.Count(document => score(document) > own) + 1;
    }

    private static IEnumerable<int> Fused(Document document, string question, float[] query, double damping, double weight = 1)
    {
        var sums = new double[document.Count];
        foreach (var (chunk, place) in document.ByVector(query).Select((chunk, place) => (chunk, place)))
            sums[chunk] += 1 / (damping + place + 1);
        foreach (var (chunk, place) in document.ByWords(question).Select((chunk, place) => (chunk, place)))
            sums[chunk] += weight / (damping + place + 1);
        return Enumerable.Range(0, document.Count).OrderByDescending(chunk => sums[chunk]).ThenBy(chunk => chunk);
    }

    private static async Task<Document> ReadAsync(string path, IEmbeddingGenerator<string, Embedding<float>> model)
    {
        var kind = Path.GetExtension(path) == ".docx" ? DocumentKind.Docx : DocumentKind.Pdf;
        var result = await new DocumentReader(Options.Create(new ExtractionOptions())).ReadAsync(await File.ReadAllBytesAsync(path), kind, CancellationToken.None);
        var texts = TextChunker.Split(result.Document!.Text).Select(chunk => chunk.Text).ToArray();
        var vectors = await model.EmbedAsync(texts, default);
        return new Document([.. texts.Zip(vectors, (text, vector) => (text, vector))]);
    }

    private sealed partial class Document
    {
        private readonly (string Text, ReadOnlyMemory<float> Vector)[] _chunks;
        private readonly ChunkBlock _block;
        private readonly Dictionary<string, int>[] _words;
        private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);
        private readonly float[] _pooled;

        public Document((string Text, ReadOnlyMemory<float> Vector)[] chunks)
        {
            _chunks = chunks;
            _block = ChunkBlock.Of([.. chunks.Select((chunk, number) => new EmbeddedChunk(number, chunk.Text, chunk.Vector))]);
            _words = [.. chunks.Select(chunk => Words(chunk.Text).Select(Stem).GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal))];
            foreach (var word in _words.SelectMany(words => words.Keys))
                _frequencies[word] = _frequencies.GetValueOrDefault(word) + 1;
            _pooled = new float[chunks[0].Vector.Length];
            foreach (var chunk in chunks)
                System.Numerics.Tensors.TensorPrimitives.Add(_pooled, chunk.Vector.Span, _pooled);
            System.Numerics.Tensors.TensorPrimitives.Divide(_pooled, System.Numerics.Tensors.TensorPrimitives.Norm<float>(_pooled), _pooled);
        }

        public int Count => _chunks.Length;

        public IEnumerable<int> ByVector(float[] query) => _block.Nearest(query, Count).Select(hit => hit.Number);

        public float BestScore(float[] query) => _block.Nearest(query, 1)[0].Score;

        public float PooledScore(float[] query) => System.Numerics.Tensors.TensorPrimitives.Dot<float>(query, _pooled);

        [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}+#.]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Word();

        private static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);

        // Chunks without any of the words are not ranked by them.
        public IEnumerable<int> ByWords(string question)
        {
            var words = Words(question).Select(Stem).Distinct(StringComparer.Ordinal).ToArray();
            var average = _words.Average(chunk => chunk.Values.Sum());
            return Enumerable.Range(0, Count)
                .Select(chunk => (Chunk: chunk, Score: words.Sum(word => Bm25(word, chunk, average))))
                .Where(scored => scored.Score > 0)
                .OrderByDescending(scored => scored.Score)
                .ThenBy(scored => scored.Chunk)
                .Select(scored => scored.Chunk);
        }

        public HashSet<int> Holding(string fragment) =>
            [.. Enumerable.Range(0, Count).Where(chunk => Bare(_chunks[chunk].Text).Contains(Bare(fragment), StringComparison.Ordinal))];

        private double Bm25(string word, int chunk, double average)
        {
            const double K = 1.2, B = 0.75;
            if (!_words[chunk].TryGetValue(word, out var count))
                return 0;
            var rarity = Math.Log(1 + ((Count - _frequencies[word] + 0.5) / (_frequencies[word] + 0.5)));
            return rarity * count * (K + 1) / (count + (K * (1 - B + (B * _words[chunk].Values.Sum() / average))));
        }

        private static string Stem(string word)
        {
            foreach (var ending in (string[])["ing", "ed", "es", "s"])
            {
                if (word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
                    return word[..^ending.Length];
            }

            return word;
        }

        private static string Bare(string text)
        {
            var bare = new StringBuilder(text.Length);
            foreach (var character in text.Where(character => !char.IsWhiteSpace(character) && character != '\u00AD'))
                bare.Append(char.ToLowerInvariant(character));
            return bare.ToString();
        }
    }
}
