namespace ServiceDefaults.Pdf;

/// <summary>How PDFs are made (configuration section <c>Pdf</c>).</summary>
public sealed class PdfRendererOptions
{
    public const string Section = "Pdf";

    /// <summary>Path of Chromium; without it the environment variable <c>CHROMIUM</c>, then the usual places.</summary>
    public string? Chromium { get; set; }

    /// <summary>Documents rendered at the same time; more wait.</summary>
    public int Concurrency { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Time for one document from the call on, waiting and a start of the browser included.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Chromium's own sandbox. Root cannot use it, so root runs without.</summary>
    public bool Sandbox { get; set; } = !Environment.IsPrivilegedProcess;
}
