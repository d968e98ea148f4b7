namespace EmbeddingService.Models.Download;

/// <summary>A file as its publisher has it.</summary>
/// <param name="Address">Relative to the publisher's revision.</param>
/// <param name="Name">Name here.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record ModelFile(string Address, string Name, long Length, string Sha256);

/// <summary>
/// sentence-transformers/all-MiniLM-L6-v2 on the Hugging Face hub (Apache-2.0), revision 1110a243fdf4706b3f48f1d95db1a4f5529b4d41. The revision is part
/// of <see cref="EmbeddingOptions.DownloadFrom"/>; the checksums keep whatever else is there out.
/// </summary>
internal static class MiniLmFiles
{
    /// <summary>Folder of the fetched model, changed with any of the files.</summary>
    public const string Folder = "all-MiniLM-L6-v2-1110a243";

    public static ModelFile Model { get; } =
        new("onnx/model.onnx", "model.onnx", 90_405_214, "6fd5d72fe4589f189f8ebc006442dbb529bb7ce38f8082112682524616046452");

    public static ModelFile Vocabulary { get; } =
        new("vocab.txt", "vocab.txt", 231_508, "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3");

    /// <summary>The small one first: what cannot be had is known soon.</summary>
    public static IReadOnlyList<ModelFile> All { get; } = [Vocabulary, Model];
}
