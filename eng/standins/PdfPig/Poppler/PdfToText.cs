using System.ComponentModel;
using System.Diagnostics;

namespace UglyToad.PdfPig.Poppler;

/// <summary>
/// One <c>pdftotext</c> process for one document: what crashes or hangs in poppler dies alone.
/// </summary>
/// <remarks>
/// Half of a short document's time is the start of the process (loading and linking some 30 libraries). So the process for the next document is
/// started ahead and waits for its input; the AppContext switch <c>UglyToad.PdfPig.StartAhead</c> turns that off.
/// </remarks>
internal sealed class PdfToText : IDisposable
{
    // Words and boxes in content order, errors not written: nobody would read them while the document is being read.
    private static readonly string[] TextArguments = ["-q", "-raw", "-bbox", "-enc", "UTF-8"];

    private static Process? s_ahead;

    private readonly Process _process;

    private PdfToText(Process process, ReadOnlyMemory<byte> document)
    {
        _process = process;
        _ = Task.Run(() => Feed(process, document));
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public static PdfToText Start(ReadOnlyMemory<byte> document, string password)
    {
        var startsAhead = !AppContext.TryGetSwitch("UglyToad.PdfPig.StartAhead", out var enabled) || enabled;
        if (password.Length > 0 || !startsAhead)
            return new PdfToText(Launch([.. TextArguments, .. password.Length > 0 ? ["-upw", password] : Array.Empty<string>()]), document);

        var process = Interlocked.Exchange(ref s_ahead, null);
        if (process is { HasExited: true })
        {
            process.Dispose();
            process = null;
        }

        return new PdfToText(process ?? Launch(TextArguments), document);
    }

    /// <summary>True when poppler refuses the document for want of a password or of the encryption's method.</summary>
    public static bool AsksForPassword(ReadOnlyMemory<byte> document)
    {
        using var process = Launch(["-l", "1"], withErrors: true);
        try
        {
            _ = Task.Run(() => Feed(process, document));
            var messages = new char[16 * 1024];
            var length = process.StandardError.ReadBlock(messages, 0, messages.Length);
            return messages.AsSpan(0, length).Contains("password", StringComparison.OrdinalIgnoreCase)
                || messages.AsSpan(0, length).Contains("security handler", StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            Kill(process);
        }
    }

    public void Dispose()
    {
        Kill(_process);
        _process.Dispose();
        if (AppContext.TryGetSwitch("UglyToad.PdfPig.StartAhead", out var enabled) && !enabled)
            return;
        _ = Task.Run(StartAhead);
    }

    private static void StartAhead()
    {
        if (Volatile.Read(ref s_ahead) is not null)
            return;
        var process = Launch(TextArguments);
        if (Interlocked.CompareExchange(ref s_ahead, process, null) is not null)
        {
            Kill(process);
            process.Dispose();
        }
    }

    private static Process Launch(IEnumerable<string> arguments, bool withErrors = false)
    {
        var start = new ProcessStartInfo("pdftotext", [.. arguments, "-", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = withErrors,
        };
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException("pdftotext did not start.");
            ProcessLimits.Apply(process);
            return process;
        }
        catch (Win32Exception exception)
        {
            throw new PlatformNotSupportedException("pdftotext (Debian package poppler-utils) is not installed.", exception);
        }
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> document)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(document.Span);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process ended before it had read everything: its output says what came of it.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill();
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It ended in between.
        }
    }
}
