using Microsoft.Extensions.Options;
using ResumeService.Extraction;

namespace Accuracy;

/// <summary>How well a job fits a person, by whoever wrote or read both.</summary>
internal enum Fit
{
    /// <summary>Another trade.</summary>
    Unrelated,

    /// <summary>The right words at the wrong level, another stack, a neighbouring trade.</summary>
    Near,

    /// <summary>The person would be asked to an interview.</summary>
    Strong,
}

/// <param name="Name">Who and what, for the table.</param>
/// <param name="Resume">The resume as the extraction hands it on.</param>
/// <param name="Job">The job description.</param>
/// <param name="Fit">The label.</param>
internal sealed record SimilarityPair(string Name, DocumentText Resume, string Job, Fit Fit);

/// <summary>Reads the labelled pairs.</summary>
internal static class SimilarityPairs
{
    private sealed record Posting(string Person, string Group, string Title, string Text, Fit Fit);

    private sealed record Person(string Name, string Group, DocumentText Resume);

    /// <summary>
    /// Every person of a file with every posting, bare and inside what real postings say around the job: the own ones by their label, those of other groups as
    /// unrelated.
    /// </summary>
    public static IReadOnlyList<SimilarityPair> Written(string resource, string wrappers)
    {
        string[] around = [.. Blocks(wrappers)];
        var (people, postings) = (new List<Person>(), new List<Posting>());
        foreach (var block in Blocks(resource))
        {
            var parts = block.Split("\n-- ");
            var head = parts[0].Split('|', StringSplitOptions.TrimEntries);
            people.Add(new Person(head[0], head[1], PlainText(parts[1]["resume".Length..].Trim())));
            foreach (var job in parts[2..])
            {
                var firstLine = job[..job.IndexOf('\n', StringComparison.Ordinal)];
                var fit = firstLine.StartsWith("job strong", StringComparison.Ordinal) ? Fit.Strong : Fit.Near;
                var text = job[firstLine.Length..].Trim();
                var title = text[..text.IndexOf('\n', StringComparison.Ordinal)];
                postings.Add(new Posting(head[0], head[1], title, text, fit));
                postings.Add(new Posting(head[0], head[1], title + ", in full", Wrap(around[postings.Count % around.Length], title, text), fit));
            }
        }

        return
        [
            .. from person in people
               from posting in postings
               where posting.Person == person.Name || posting.Group != person.Group
               select new SimilarityPair(
                   $"{person.Name} / {posting.Title}",
                   person.Resume,
                   posting.Text,
                   posting.Person == person.Name ? posting.Fit : Fit.Unrelated),
        ];
    }

    /// <summary>People of a file who build no software with shared postings for those who do: all unrelated.</summary>
    /// <param name="resource">The people.</param>
    /// <param name="data">The postings.</param>
    /// <param name="odd">Which half of the postings, by their number.</param>
    public static IReadOnlyList<SimilarityPair> Foreign(string resource, DataFolder data, bool odd) =>
    [
        .. from block in Blocks(resource)
           let parts = block.Split("\n-- ")
           let head = parts[0].Split('|', StringSplitOptions.TrimEntries)
           where head[1] is not ("software" or "marketing" or "design")
           from number in Enumerable.Range(1, 29)
           where number % 2 == (odd ? 1 : 0)
           let name = $"skillspan-tech-dev-{number}"
           select new SimilarityPair($"{head[0]} / {name}", PlainText(parts[1]["resume".Length..].Trim()), File.ReadAllText(data.Path("data", "jd", name + ".txt")), Fit.Unrelated),
    ];

    /// <summary>Shared resumes with shared postings, through the real extraction.</summary>
    public static async Task<IReadOnlyList<SimilarityPair>> SharedAsync(DataFolder data)
    {
        using var reader = new StreamReader(typeof(SimilarityPairs).Assembly.GetManifestResourceStream("shared.txt")!);
        var documents = new DocumentReader(Options.Create(new ExtractionOptions()));
        var read = new Dictionary<string, DocumentText>(StringComparer.Ordinal);
        var pairs = new List<SimilarityPair>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var fields = line.Split('|', StringSplitOptions.TrimEntries);
            if (!read.TryGetValue(fields[0], out var resume))
            {
                var file = await File.ReadAllBytesAsync(data.Path(["data", "resumes", .. fields[0].Split('/')]));
                read[fields[0]] = resume = (await documents.ReadAsync(file, DocumentKind.Pdf, CancellationToken.None)).Document
                    ?? throw new InvalidDataException($"{fields[0]} has no text.");
            }

            var job = await File.ReadAllTextAsync(data.Path("data", "jd", fields[1]));
            pairs.Add(new SimilarityPair($"{fields[0].Split('/')[^1].Split('.')[0]} / {Path.GetFileNameWithoutExtension(fields[1])}", resume, job, Enum.Parse<Fit>(fields[2], ignoreCase: true)));
        }

        return pairs;
    }

    // The title stays on top, as on a page of postings.
    private static string Wrap(string around, string title, string text) => $"{title}\n\n{around.Replace("{posting}", text[title.Length..].Trim(), StringComparison.Ordinal).Trim()}";

    private static string[] Blocks(string resource)
    {
        using var reader = new StreamReader(typeof(SimilarityPairs).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n== ")[1..];
    }

    private static DocumentText PlainText(string text)
    {
        var lines = new List<DocumentLine>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0)
                lines.Add(new DocumentLine(start, line, 1, 0, 0, IsHeading: false));
            start += line.Length + 1;
        }

        return new DocumentText { Text = text, Lines = lines, PageCount = 1 };
    }
}
