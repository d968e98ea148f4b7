using System.Diagnostics;
using System.Globalization;

namespace ResumeService.Extraction.Workers;

/// <summary>Reads the memory of a process and all its descendants from <c>/proc</c>; where there is none, of the process alone.</summary>
internal static class ProcessTree
{
    // A worker runs a handful of programs; a runaway tree is cut off here and stopped by its memory or time.
    private const int MostProcesses = 100;

    public static long ResidentBytes(Process root)
    {
        if (!OperatingSystem.IsLinux())
        {
            root.Refresh();
            return root.WorkingSet64;
        }

        long pages = 0;
        var pending = new Queue<int>([root.Id]);
        for (var seen = 0; seen < MostProcesses && pending.TryDequeue(out var id); seen++)
        {
            pages += ResidentPages(id);
            foreach (var child in Children(id))
                pending.Enqueue(child);
        }

        return pages * Environment.SystemPageSize;
    }

    private static long ResidentPages(int id)
    {
        var fields = Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/statm")).Split(' ');
        return fields.Length > 1 && long.TryParse(fields[1], CultureInfo.InvariantCulture, out var pages) ? pages : 0;
    }

    private static IEnumerable<int> Children(int id)
    {
        string[] threads;
        try
        {
            threads = Directory.GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/task"));
        }
        catch (IOException)
        {
            yield break;
        }

        foreach (var thread in threads)
        {
            foreach (var child in Read(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (int.TryParse(child, CultureInfo.InvariantCulture, out var number))
                    yield return number;
            }
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process or thread ended in between.
            return "";
        }
    }
}
