using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Testing.Documents;

/// <summary>What poppler's programs say about a finished PDF: the view of a reader that had no part in making it.</summary>
public static class PdfTools
{
    /// <summary>The text in the file's content order, which is the order a screen reader and a resume parser meet it in.</summary>
    public static Task<string> TextAsync(byte[] pdf) => RunAsync("pdftotext", pdf, "-raw", "-enc", "UTF-8", "-", "-");

    /// <summary>Each field of <c>pdfinfo</c>, for instance <c>Pages</c>, <c>Title</c>, <c>Tagged</c>, <c>Page size</c>.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> InfoAsync(byte[] pdf) =>
        (await RunAsync("pdfinfo", pdf, "-"))
            .Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(field => field.Length == 2)
            .GroupBy(field => field[0], StringComparer.Ordinal)
            .ToDictionary(fields => fields.Key, fields => fields.First()[1].Trim(), StringComparer.Ordinal);

    public static async Task<int> PageCountAsync(byte[] pdf) => int.Parse((await InfoAsync(pdf))["Pages"], CultureInfo.InvariantCulture);

    /// <summary>Addresses that links lead to.</summary>
    public static async Task<IReadOnlyList<string>> LinksAsync(byte[] pdf) =>
        [.. (await RunAsync("pdfinfo", pdf, "-url", "-")).Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length == 3).Select(words => words[2])];

    /// <summary>Names of the fonts, each with whether the file holds it.</summary>
    public static async Task<IReadOnlyList<(string Name, bool Embedded)>> FontsAsync(byte[] pdf) =>
    [
        .. (await RunAsync("pdffonts", pdf, "-"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(2)
            // Name, type, encoding, emb, sub, uni, object id (two numbers): the type may hold a space, so the columns are counted from the end.
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(columns => (columns[0], columns[^5] == "yes")),
    ];

    /// <summary>The tags of a tagged PDF, one a line, indented by depth.</summary>
    public static Task<string> StructureAsync(byte[] pdf) => RunAsync("pdfinfo", pdf, "-struct-text", "-");

    private static async Task<string> RunAsync(string program, byte[] pdf, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program}: {await errors}");
    }
}
