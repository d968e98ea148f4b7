using System.Globalization;

namespace Testing.Models;

/// <summary>
/// A model of all-MiniLM-L6-v2's exact shape (BERT, 6 layers of 12 heads, 384 dimensions, 30,522 pieces, 512 places) whose weights are random, the same
/// numbers each time. It means nothing, and everything around the weights is as in the published model.
/// </summary>
public static class RandomMiniLm
{
    public const string ModelFile = "model.onnx";

    private const int Dimensions = 384;
    private const int Inner = 1536;
    private const int Heads = 12;
    private const int Layers = 6;

    private static readonly Lazy<string> Shared = new(Write);

    /// <summary>Like the published one in its size and the places of special tokens; the words in it are few.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } = [.. MakeVocabulary()];

    /// <summary>A folder with model.onnx and vocab.txt, written once for the process and removed at its end.</summary>
    public static string Folder => Shared.Value;

    /// <summary>The model's file.</summary>
    /// <param name="layers">Fewer make a smaller and quicker one.</param>
    /// <param name="pieces">Rows of the table of pieces.</param>
    /// <param name="dimensions">Of the answer; another number than 384 makes it another kind of model.</param>
    public static byte[] Build(int layers = Layers, int pieces = 30_522, int dimensions = Dimensions)
    {
        var random = new Weights();
        var file = new OnnxFile()
            .Int64Input("input_ids", "batch", "sequence").Int64Input("attention_mask", "batch", "sequence").Int64Input("token_type_ids", "batch", "sequence")
            .FloatOutput("last_hidden_state", "batch", "sequence", dimensions.ToString(CultureInfo.InvariantCulture))
            .Constant("pieces", random.Take(pieces * dimensions, 0.08f), pieces, dimensions)
            .Constant("places", random.Take(512 * dimensions, 0.04f), 512, dimensions)
            .Constant("types", random.Take(2 * dimensions, 0.04f), 2, dimensions)
            .Constant("zero", [0L]).Constant("one", [1L]).Constant("second", [1L]).Constant("maskAxes", [1L, 2L], 2)
            .Constant("headsShape", [0L, 0L, Heads, dimensions / Heads], 4).Constant("flatShape", [0L, 0L, dimensions], 3)
            .Constant("float1", [1f]).Constant("masked", [-10_000f]).Constant("scale", [1 / MathF.Sqrt(dimensions / Heads)])
            .Constant("half", [0.5f]).Constant("root2", [MathF.Sqrt(2)])
            .Node("Gather", "pieces input_ids", "piece").Node("Gather", "types token_type_ids", "type")
            .Node("Shape", "input_ids", "shape").Node("Gather", "shape second", "length").Node("Range", "zero length one", "range").Node("Gather", "places range", "place")
            .Node("Add", "piece type", "sum0").Node("Add", "sum0 place", "sum1")
            .Node("Cast", "attention_mask", "mask0", ("to", 1)).Node("Unsqueeze", "mask0 maskAxes", "mask1").Node("Sub", "float1 mask1", "mask2").Node("Mul", "mask2 masked", "mask");
        Normalise(file, random, "sum1", layers == 0 ? "last_hidden_state" : "state0", dimensions);
        for (var layer = 0; layer < layers; layer++)
            Layer(file, random, layer, $"state{layer}", layer == layers - 1 ? "last_hidden_state" : $"state{layer + 1}", dimensions);
        return file.Build();
    }

    private static void Layer(OnnxFile file, Weights random, int layer, string input, string output, int dimensions)
    {
        string Name(string part) => $"{part}_{layer}";
        Linear(file, random, input, Name("query"), dimensions, dimensions);
        Linear(file, random, input, Name("key"), dimensions, dimensions);
        Linear(file, random, input, Name("value"), dimensions, dimensions);
        file.Node("Reshape", $"{Name("query")} headsShape", Name("queryHeads")).Node("Transpose", Name("queryHeads"), Name("q"), ("perm", new[] { 0L, 2, 1, 3 }))
            .Node("Reshape", $"{Name("key")} headsShape", Name("keyHeads")).Node("Transpose", Name("keyHeads"), Name("k"), ("perm", new[] { 0L, 2, 3, 1 }))
            .Node("Reshape", $"{Name("value")} headsShape", Name("valueHeads")).Node("Transpose", Name("valueHeads"), Name("v"), ("perm", new[] { 0L, 2, 1, 3 }))
            .Node("MatMul", $"{Name("q")} {Name("k")}", Name("raw")).Node("Mul", $"{Name("raw")} scale", Name("scaled")).Node("Add", $"{Name("scaled")} mask", Name("scores"))
            .Node("Softmax", Name("scores"), Name("attention"), ("axis", -1)).Node("MatMul", $"{Name("attention")} {Name("v")}", Name("context"))
            .Node("Transpose", Name("context"), Name("contextBack"), ("perm", new[] { 0L, 2, 1, 3 })).Node("Reshape", $"{Name("contextBack")} flatShape", Name("contextFlat"));
        Linear(file, random, Name("contextFlat"), Name("attended"), dimensions, dimensions);
        file.Node("Add", $"{Name("attended")} {input}", Name("attendedSum"));
        Normalise(file, random, Name("attendedSum"), Name("middle"), dimensions);
        Linear(file, random, Name("middle"), Name("wide"), dimensions, Inner);
        // GELU, spelled out as exporters do.
        file.Node("Div", $"{Name("wide")} root2", Name("gelu0")).Node("Erf", Name("gelu0"), Name("gelu1")).Node("Add", $"{Name("gelu1")} float1", Name("gelu2"))
            .Node("Mul", $"{Name("wide")} {Name("gelu2")}", Name("gelu3")).Node("Mul", $"{Name("gelu3")} half", Name("gelu"));
        Linear(file, random, Name("gelu"), Name("narrow"), Inner, dimensions);
        file.Node("Add", $"{Name("narrow")} {Name("middle")}", Name("narrowSum"));
        Normalise(file, random, Name("narrowSum"), output, dimensions);
    }

    private static void Linear(OnnxFile file, Weights random, string input, string output, int from, int to) => file
        .Constant($"{output}.weight", random.Take(from * to, 0.07f), from, to).Constant($"{output}.bias", random.Take(to, 0.02f), to)
        .Node("MatMul", $"{input} {output}.weight", $"{output}.product").Node("Add", $"{output}.product {output}.bias", output);

    private static void Normalise(OnnxFile file, Weights random, string input, string output, int dimensions) => file
        .Constant($"{output}.gain", Array.ConvertAll(random.Take(dimensions, 0.1f), gain => 1 + gain), dimensions).Constant($"{output}.shift", random.Take(dimensions, 0.1f), dimensions)
        .Node("LayerNormalization", $"{input} {output}.gain {output}.shift", output, ("axis", -1), ("epsilon", 1e-12f));

    private static IEnumerable<string> MakeVocabulary()
    {
        string[] special = ["[PAD]", .. Enumerable.Range(0, 99).Select(number => $"[unused{number}]"), "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
        var letters = Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString()).ToArray();
        var pairs = letters.SelectMany(first => letters.Select(second => first + second)).ToArray();
        var characters = Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Where(character => !char.IsAsciiLetter(character)).Select(character => character.ToString());
        string[] words = ["read", "write", "work", "the", "and", "with", "team", "code", "data", "years", "\u5317", "\u1100"];
        string[] all =
        [
            .. special, .. characters, .. letters, .. pairs, .. words,
            .. letters.Concat(pairs).Concat(["\u1161"]).Concat(Enumerable.Range(0, 10).Select(digit => digit.ToString(CultureInfo.InvariantCulture))).Select(piece => $"##{piece}"),
        ];
        return all.Concat(Enumerable.Range(0, 30_522 - all.Length).Select(number => $"filler{number}"));
    }

    private static string Write()
    {
        var folder = Directory.CreateTempSubdirectory("random-minilm").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), Vocabulary);
        File.WriteAllBytes(Path.Combine(folder, ModelFile), Build());
        return folder;
    }

    /// <summary>Evenly distributed numbers (xorshift64*, Vigna 2016).</summary>
    private sealed class Weights
    {
        private ulong _state = 0x9E3779B97F4A7C15;

        public float[] Take(int count, float limit)
        {
            var numbers = new float[count];
            for (var i = 0; i < count; i++)
            {
                _state ^= _state >> 12;
                _state ^= _state << 25;
                _state ^= _state >> 27;
                var bits = (int)(unchecked(_state * 0x2545F4914F6CDD1D) >> 40);
                numbers[i] = ((bits / (float)(1 << 23)) - 1) * limit;
            }

            return numbers;
        }
    }
}
