using System.Diagnostics;
using System.Runtime.InteropServices;

namespace UglyToad.PdfPig.Poppler;

/// <summary>
/// Limits that outlive whoever started the process: should that die, a hanging <c>pdftotext</c> still ends by itself. They are a backstop; whoever opens documents of
/// strangers bounds time and memory from outside. Set by system call, since starting the command <c>prlimit</c> first takes as long as reading a short document.
/// </summary>
internal static class ProcessLimits
{
    private const int ProcessorTime = 0;
    private const int AddressSpace = 9;
    private const ulong Seconds = 30;
    private const ulong Bytes = 2UL * 1024 * 1024 * 1024;

    public static void Apply(Process process)
    {
        if (!OperatingSystem.IsLinux())
            return;
        Set(process.Id, ProcessorTime, Seconds);
        Set(process.Id, AddressSpace, Bytes);
    }

    private static void Set(int processId, int resource, ulong value)
    {
        // A failure means that the process is gone already.
        var limit = new Limit { Soft = value, Hard = value };
        _ = prlimit(processId, resource, ref limit, IntPtr.Zero);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
#pragma warning disable IDE1006 // The library's own name.
    private static extern int prlimit(int pid, int resource, ref Limit newLimit, IntPtr oldLimit);
#pragma warning restore IDE1006
}
