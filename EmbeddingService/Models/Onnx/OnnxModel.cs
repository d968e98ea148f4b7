using System.Buffers;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace EmbeddingService.Models.Onnx;

/// <summary>
/// A sentence embedding model of all-MiniLM-L6-v2's shape in ONNX Runtime: token ids in, one vector a token out; a text's vector is the mean over its tokens,
/// L2-normalised (Reimers and Gurevych 2019). Safe for use by several threads.
/// </summary>
internal sealed class OnnxModel : IDisposable
{
    public const int Dimensions = 384;
    public const string VocabularyFile = "vocab.txt";

    /// <summary>Raised with any change to the tokenizer or the pooling: it changes the vectors.</summary>
    private const string Pipeline = "minilm-onnx-1";

    /// <summary>Between what one text gives alone and beside another; rounding alone stays far below, int8 activations far above.</summary>
    private const float SameVector = 1e-4f;

    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Types = "token_type_ids";

    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly string[] _output;

    private OnnxModel(InferenceSession session, WordPieceTokenizer tokenizer, string file, string version)
    {
        _session = session;
        Tokenizer = tokenizer;
        File = file;
        Version = version;
        _inputs = CheckInputs(session);
        _output = [FindOutput(session)];
    }

    public WordPieceTokenizer Tokenizer { get; }

    /// <summary>Name of the model's file.</summary>
    public string File { get; }

    /// <summary>Says which file, which vocabulary and which way of using them made a vector.</summary>
    public string Version { get; }

    /// <summary>
    /// What a text gives depends on the texts run beside it, as with int8 models: their activations are quantised over the whole batch. Such a model must
    /// be given one text at a time, or the same text would not give the same vector twice.
    /// </summary>
    public bool DependsOnBatch { get; private set; }

    /// <summary>Loads a model and tries it.</summary>
    /// <param name="folder">Holds the model and vocab.txt.</param>
    /// <param name="file">Name of the model's file.</param>
    /// <exception cref="OnnxModelException">It cannot be used.</exception>
    public static OnnxModel Load(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        var vocabulary = Path.Combine(folder, VocabularyFile);
        if (!System.IO.File.Exists(path) || !System.IO.File.Exists(vocabulary))
            throw new OnnxModelException($"{(System.IO.File.Exists(path) ? VocabularyFile : file)} is not in the model's folder");

        OnnxModel? model = null;
        try
        {
            var tokenizer = WordPieceTokenizer.Read(vocabulary);
            using var options = new Microsoft.ML.OnnxRuntime.SessionOptions
            {
                // Texts run side by side instead, each on one thread: short ones leave nothing to share out.
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
                // Notes on how a file was exported help nobody who runs it.
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
            model = Create(new InferenceSession(path, options), tokenizer, file, $"{Pipeline}-{Fingerprint(path, vocabulary)}");
            model.Try();
            return model;
        }
        catch (OnnxModelException)
        {
            model?.Dispose();
            throw;
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or InvalidDataException)
        {
            model?.Dispose();
            throw new OnnxModelException("the model's files cannot be read as a model", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            model?.Dispose();
            throw new OnnxModelException("the model's files cannot be read", exception);
        }
        catch (Exception exception) when (exception is TypeInitializationException or DllNotFoundException or BadImageFormatException)
        {
            throw new OnnxModelException("the ONNX Runtime library is not to be had on this machine", exception);
        }
    }

    /// <summary>The vectors of some texts in one run.</summary>
    /// <param name="texts">Token ids of each; the closer in length, the less is computed for nothing.</param>
    /// <param name="options">Set to terminate, it ends the run.</param>
    /// <exception cref="OnnxRuntimeException">The run failed, or was ended.</exception>
    public float[][] Run(IReadOnlyList<int[]> texts, RunOptions options)
    {
        var length = texts.Max(ids => ids.Length);
        long[] shape = [texts.Count, length];
        var tokens = texts.Count * length;
        var (ids, mask, types) = (new long[tokens], new long[tokens], new long[tokens]);
        for (var text = 0; text < texts.Count; text++)
        {
            var row = text * length;
            for (var i = 0; i < length; i++)
            {
                var real = i < texts[text].Length;
                ids[row + i] = real ? texts[text][i] : Tokenizer.PadId;
                mask[row + i] = real ? 1 : 0;
            }
        }

        var states = ArrayPool<float>.Shared.Rent(tokens * Dimensions);
        try
        {
            using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
            using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
            using var typesValue = OrtValue.CreateTensorValueFromMemory(types, shape);
            using var output = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, states.AsMemory(0, tokens * Dimensions), [.. shape, Dimensions]);
            OrtValue[] inputs = [idsValue, maskValue, typesValue];
            OrtValue[] outputs = [output];
            _session.Run(options, _inputs, inputs[.._inputs.Length], _output, outputs);
            return [.. texts.Select((text, i) => Pool(states.AsSpan(i * length * Dimensions, text.Length * Dimensions)))];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(states);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static OnnxModel Create(InferenceSession session, WordPieceTokenizer tokenizer, string file, string version)
    {
        try
        {
            return new OnnxModel(session, tokenizer, file, version);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    // Padding is left out, as if it were not there.
    private static float[] Pool(ReadOnlySpan<float> states)
    {
        var vector = new float[Dimensions];
        for (var start = 0; start < states.Length; start += Dimensions)
            TensorPrimitives.Add(vector, states.Slice(start, Dimensions), vector);
        // The length settles the mean's divisor too.
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
            TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    private static string[] CheckInputs(InferenceSession session)
    {
        foreach (var (name, input) in session.InputMetadata)
        {
            if (name is not (Ids or Mask or Types))
                throw new OnnxModelException($"the model asks for an input that is none of {Ids}, {Mask}, {Types}");
            if (!input.IsTensor || input.ElementDataType != TensorElementType.Int64 || input.Dimensions.Length != 2 || input.Dimensions.Any(dimension => dimension >= 0))
                throw new OnnxModelException($"the model's input {name} is not int64 for any number of texts of any length");
        }

        if (!session.InputMetadata.ContainsKey(Ids) || !session.InputMetadata.ContainsKey(Mask))
            throw new OnnxModelException($"the model does not ask for {Ids} and {Mask}");
        return session.InputMetadata.ContainsKey(Types) ? [Ids, Mask, Types] : [Ids, Mask];
    }

    private static string FindOutput(InferenceSession session)
    {
        foreach (var (name, output) in session.OutputMetadata)
        {
            if (output is { IsTensor: true, ElementDataType: TensorElementType.Float, Dimensions: [_, _, Dimensions] })
                return name;
        }

        throw new OnnxModelException($"the model does not answer a vector of {Dimensions} numbers for each token");
    }

    private static string Fingerprint(params IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var stream = System.IO.File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>Warms the model up, and sees that it is one: finite vectors, for every piece of the vocabulary and for the longest text.</summary>
    /// <exception cref="OnnxModelException">It is not.</exception>
    private void Try()
    {
        using var options = new RunOptions();
        var text = Tokenizer.Encode("The same text, read alone and beside another one.");
        int[] longest = [.. text, .. Enumerable.Range(0, WordPieceTokenizer.MaxTokens - text.Length).Select(i => Tokenizer.Size - 1 - (i % Math.Min(Tokenizer.Size, 64)))];
        float[] alone;
        float[][] beside;
        try
        {
            alone = Run([text], options)[0];
            beside = Run([text, longest], options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new OnnxModelException("the model does not run with this vocabulary", exception);
        }

        if (beside.Append(alone).Any(vector => !float.IsFinite(TensorPrimitives.Sum<float>(vector)) || TensorPrimitives.Norm<float>(vector) < 0.5f))
            throw new OnnxModelException("the model answers no vectors");
        DependsOnBatch = TensorPrimitives.Distance<float>(alone, beside[0]) > SameVector;
    }
}
