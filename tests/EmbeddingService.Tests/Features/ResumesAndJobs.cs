namespace EmbeddingService.Tests.Features;

/// <summary>Resumes and the postings that fit them, from <c>resumes-and-jobs.txt</c>.</summary>
internal sealed record ResumeAndJob(string Field, string Resume, string Job)
{
    public static IReadOnlyList<ResumeAndJob> All { get; } = Read();

    // As long as the real ones of ResumeService, cut at lines.
    public string[] Chunks()
    {
        var chunks = new List<string> { "" };
        foreach (var line in Resume.Split('\n'))
        {
            if (chunks[^1].Length + line.Length + 1 > 500)
                chunks.Add("");
            chunks[^1] = (chunks[^1] + '\n' + line).Trim();
        }

        return [.. chunks];
    }

    private static IReadOnlyList<ResumeAndJob> Read()
    {
        using var reader = new StreamReader(typeof(ResumeAndJob).Assembly.GetManifestResourceStream("resumes-and-jobs.txt")!);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n== ", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(block =>
        {
            var field = block[..block.IndexOf('\n', StringComparison.Ordinal)];
            var texts = block[field.Length..].Split(["\n-- resume\n", "\n-- job\n"], StringSplitOptions.RemoveEmptyEntries);
            return new ResumeAndJob(field, texts[0].Trim(), texts[1].Trim());
        })];
    }
}
