using System.ComponentModel;
using System.Diagnostics;

namespace ResumeService.Extraction.Ocr;

/// <summary>Runs one program on bytes and takes its output; it is killed when the caller's time is up.</summary>
internal static class ChildProgram
{
    // What a drawing or recognising program may write at most: one page in grey is 4 MB.
    private const int LongestOutput = 64 * 1024 * 1024;

    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <returns>What it wrote to its standard output, whatever its exit code.</returns>
    /// <exception cref="OperationCanceledException">The time was up.</exception>
    public static async Task<byte[]> RunAsync(string program, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, CancellationToken timeIsUp)
    {
        timeIsUp.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // One thread a page: the pages themselves are read side by side.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            using var output = new MemoryStream();
            var feeding = FeedAsync(process, input, timeIsUp);
            var buffer = new byte[64 * 1024];
            while (await process.StandardOutput.BaseStream.ReadAsync(buffer, timeIsUp) is var read and > 0 && output.Length < LongestOutput)
                output.Write(buffer, 0, read);
            await feeding;
            return output.ToArray();
        }
        finally
        {
            Kill(process);
        }
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken timeIsUp)
    {
        try
        {
            await using var stream = process.StandardInput.BaseStream;
            await stream.WriteAsync(input, timeIsUp);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // It ended before it had read everything, or the time is up: its output says what came of it.
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
