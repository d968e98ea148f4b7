using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EmbeddingService.Models.Static;

/// <summary>
/// A trained static model: a row of 4-bit numbers for each word and word piece. The file, little endian: <c>SEM1</c>; int32 rows, dimensions of a row,
/// dimensions of the spelling; float32 weight of the spelling, weight of an unknown word; int32 bytes of the vocabulary; the vocabulary in UTF-8, one entry a
/// line, <c>##</c> before a piece; a float32 scale a row; the rows, two numbers a byte, the even column in the low nibble, each 8 more than its value.
/// </summary>
internal sealed class StaticTable
{
    /// <summary>A nibble holds 8 more than the number it stands for, which is <c>-7</c> to <c>7</c>.</summary>
    public const int NibbleZero = 8;

    private const string ResourceName = "static-model.bin";
    private const int HeaderLength = 28;
    private const int HashShown = 12;

    private readonly byte[] _nibbles;
    private readonly float[] _scales;
    private readonly float[] _norms;

    private StaticTable(string version, StaticVocabulary vocabulary, int dimensions, float spellingWeight, float unknownWeight, float[] scales, byte[] nibbles)
    {
        Version = version;
        Vocabulary = vocabulary;
        RowDimensions = dimensions;
        SpellingWeight = spellingWeight;
        UnknownWeight = unknownWeight;
        _scales = scales;
        _nibbles = nibbles;
        _norms = [.. scales.Select((scale, row) => scale * MathF.Sqrt(SquaresOf(row)))];
    }

    public static ReadOnlySpan<byte> Magic => "SEM1"u8;

    /// <summary><c>static-</c> and the first 12 hexadecimal digits of the file's SHA-256.</summary>
    public string Version { get; }

    public StaticVocabulary Vocabulary { get; }

    public int RowDimensions { get; }

    /// <summary>Of a whole vector: the row's and the spelling's.</summary>
    public int Dimensions => RowDimensions + SpellingHash.Dimensions;

    /// <summary>Length of the spelling's part of a vector, before the whole is normalised, beside 1 of the rows'.</summary>
    public float SpellingWeight { get; }

    /// <summary>How much a word without rows counts beside those that have some: the median length of a row.</summary>
    public float UnknownWeight { get; }

    /// <summary>The trained file that is part of the service.</summary>
    public static StaticTable ReadBuiltIn()
    {
        using var stream = typeof(StaticTable).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"{ResourceName} is not part of this build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">They are no static model, or one of another shape.</exception>
    public static StaticTable Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file.StartsWith(Magic))
            throw new InvalidDataException("The file is no static model.");
        var rows = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        var dimensions = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        var spelling = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        var vocabularyLength = BinaryPrimitives.ReadInt32LittleEndian(file[24..]);
        if (rows <= 0 || dimensions <= 0 || dimensions % 2 != 0 || vocabularyLength <= 0 || spelling != SpellingHash.Dimensions
            || file.Length != HeaderLength + (long)vocabularyLength + (rows * 4L) + (rows * (dimensions / 2L)))
        {
            throw new InvalidDataException("The file's length and the shape it states do not fit each other.");
        }

        var entries = Encoding.UTF8.GetString(file.Slice(HeaderLength, vocabularyLength)).Split('\n');
        if (entries.Length != rows)
            throw new InvalidDataException($"The file has {rows} rows and {entries.Length} words.");
        var rest = file[(HeaderLength + vocabularyLength)..];
        var scales = new float[rows];
        for (var row = 0; row < rows; row++)
            scales[row] = BinaryPrimitives.ReadSingleLittleEndian(rest[(row * 4)..]);
        return new StaticTable(
            "static-" + Convert.ToHexStringLower(SHA256.HashData(file))[..HashShown],
            new StaticVocabulary(entries),
            dimensions,
            BinaryPrimitives.ReadSingleLittleEndian(file[16..]),
            BinaryPrimitives.ReadSingleLittleEndian(file[20..]),
            scales,
            rest[(rows * 4)..].ToArray());
    }

    /// <summary>Writes the sum of a word's rows, which is zero for a word without rows.</summary>
    /// <param name="word">One of <see cref="StaticTokens"/>.</param>
    /// <param name="sum">Of <see cref="RowDimensions"/> elements.</param>
    /// <returns>What the word counts in a text: the length of the sum, or <see cref="UnknownWeight"/> without rows.</returns>
    public (float Weight, bool HasRows) ReadWord(ReadOnlySpan<char> word, Span<float> sum)
    {
        Span<int> rows = stackalloc int[StaticTokens.MaxLength];
        sum.Clear();
        switch (Vocabulary.RowsOf(word, rows))
        {
            case 0:
                return (UnknownWeight, false);
            case 1:
                AddRow(rows[0], sum);
                return (_norms[rows[0]], true);
            case var count:
                foreach (var row in rows[..count])
                    AddRow(row, sum);
                return (FixedOrder.Norm(sum), true);
        }
    }

    private void AddRow(int row, Span<float> sum)
    {
        var scale = _scales[row];
        var bytes = NibblesOf(row);
        for (var i = 0; i < bytes.Length; i++)
        {
            sum[2 * i] += scale * ((bytes[i] & 0xF) - NibbleZero);
            sum[(2 * i) + 1] += scale * ((bytes[i] >> 4) - NibbleZero);
        }
    }

    private int SquaresOf(int row)
    {
        var squares = 0;
        foreach (var pair in NibblesOf(row))
        {
            var (even, odd) = ((pair & 0xF) - NibbleZero, (pair >> 4) - NibbleZero);
            squares += (even * even) + (odd * odd);
        }

        return squares;
    }

    private ReadOnlySpan<byte> NibblesOf(int row) => _nibbles.AsSpan(row * (RowDimensions / 2), RowDimensions / 2);
}
