namespace ResumeService.Extraction;

/// <summary>Limits for reading strangers' documents (configuration section <c>Extraction</c>).</summary>
public sealed class ExtractionOptions
{
    public const string Section = "Extraction";

    /// <summary>Worker processes, each reading one document at a time.</summary>
    public int Workers { get; set; } = 2;

    /// <summary>Documents that may wait for a worker; one more is refused at once.</summary>
    public int MaxWaiting { get; set; } = 64;

    /// <summary>How long a document may wait for a worker. Together with <see cref="TimeLimit"/> it stays below the 15 s within which every upload is answered.</summary>
    public TimeSpan WaitLimit { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Time for a document's own text, once a worker has it.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for everything from the call on, waiting and OCR included.</summary>
    public TimeSpan TotalTimeLimit { get; set; } = TimeSpan.FromSeconds(14);

    /// <summary>Time for OCR within a worker, which then answers with the pages read so far.</summary>
    public TimeSpan OcrTimeLimit { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>Resident memory of a worker and the programs it started.</summary>
    public long MemoryLimitBytes { get; set; } = 512L * 1024 * 1024;

    public int MaxPages { get; set; } = 50;

    /// <summary>Of a PDF without text, the pages that go through OCR.</summary>
    public int MaxOcrPages { get; set; } = 6;

    /// <summary>All parts of a Word document together, unpacked.</summary>
    public long MaxExpandedBytes { get; set; } = 100L * 1024 * 1024;

    /// <summary>Parts of a Word document.</summary>
    public int MaxEntries { get; set; } = 2000;

    /// <summary>One XML part of a Word document, unpacked. In memory it takes some ten times as much.</summary>
    public long MaxPartBytes { get; set; } = 20L * 1024 * 1024;
}
