using System.ComponentModel.DataAnnotations;

namespace EmbeddingService.Models;

/// <summary>Section <c>Embedding</c> of the settings: which model, and how much of the machine it may have. docs/onnx-model.md says what each does.</summary>
internal sealed record EmbeddingOptions
{
    public const string Section = "Embedding";

    /// <summary>A folder with an ONNX model of all-MiniLM-L6-v2's shape and its vocab.txt; none for the built-in model.</summary>
    public string? ModelPath { get; init; }

    /// <summary>Name of the model's file in that folder.</summary>
    [Required]
    public string ModelFile { get; init; } = "model.onnx";

    /// <summary>Fetches all-MiniLM-L6-v2 from its publisher at the start, unless it was fetched before.</summary>
    public bool Download { get; init; }

    /// <summary>Where fetched models are kept.</summary>
    [Required]
    public string Models { get; init; } = Path.Combine(".data", "models");

    /// <summary>Where the publisher's files are: a mirror with the same files serves as well, their checksums are known.</summary>
    [Required]
    public Uri DownloadFrom { get; init; } = new("https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2/resolve/1110a243fdf4706b3f48f1d95db1a4f5529b4d41/");

    /// <summary>How long a download may stand still before it is tried again.</summary>
    public TimeSpan DownloadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Texts that are run at once, each on one core; 0 for half of the machine's cores. More than the free cores makes all of them slower.</summary>
    [Range(0, 256)]
    public int Threads { get; init; }

    /// <summary>Texts that may wait for an ONNX model; what comes beyond is refused with 503.</summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; init; } = 4096;
}
