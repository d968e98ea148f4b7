using System.Globalization;
using System.Text.RegularExpressions;
using ChatCvService.CvData;

namespace ChatCvService.Documents;

/// <summary>A letter's parts as they stand on the page, one below the other: the same in every format.</summary>
internal sealed partial record CoverLetterText
{
    /// <summary>As in <c>24 November 2026</c>.</summary>
    public required string Date { get; init; }

    /// <summary>Lines of the address: manager, company.</summary>
    public required IReadOnlyList<string> Recipient { get; init; }

    /// <summary>Empty without a position.</summary>
    public required string Subject { get; init; }

    public required string Salutation { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>As in <c>Yours sincerely,</c>.</summary>
    public required string Farewell { get; init; }

    public required string Name { get; init; }

    public static CoverLetterText Of(CvDocument document)
    {
        var letter = document.Cv.CoverLetter ?? new CoverLetter();
        var recipient = letter.Recipient;
        List<string> paragraphs = [.. PrintableText.Paragraphs(letter.Opening), .. PrintableText.Paragraphs(letter.Body), .. PrintableText.Paragraphs(letter.Closing)];

        // A salutation and a farewell that were said stay as they were said; without them the usual ones stand.
        var salutation = Take(paragraphs, 0, text => Salutations().IsMatch(text));
        var signed = Take(paragraphs, paragraphs.Count - 1, text => text.Equals(document.Cv.PersonalInfo.FullName.Trim(), StringComparison.OrdinalIgnoreCase));
        var farewell = Take(paragraphs, paragraphs.Count - 1, text => Farewells().IsMatch(text));
        var manager = recipient.Manager.Trim();
        return new CoverLetterText
        {
            Date = document.CreatedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            Recipient = CvSections.Filled([recipient.Manager, recipient.Company]),
            Subject = recipient.Position.Trim() is { Length: > 0 } position ? $"Application for {position}" : "",
            Salutation = salutation ?? $"Dear {(manager.Length > 0 ? manager : "hiring manager")},",
            Paragraphs = paragraphs,
            Farewell = farewell ?? (manager.Length > 0 ? "Yours sincerely," : "Yours faithfully,"),
            Name = signed ?? document.Heading,
        };
    }

    private static string? Take(List<string> paragraphs, int index, Predicate<string> wanted)
    {
        if (index < 0 || index >= paragraphs.Count || !wanted(paragraphs[index]))
            return null;
        var taken = paragraphs[index];
        paragraphs.RemoveAt(index);
        return taken;
    }

    // A line of its own, not the beginning of a paragraph.
    [GeneratedRegex(@"^(dear|hello|hi|to whom it may concern|good (morning|afternoon|day))\b[^.!?]{0,80}[,:]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Salutations();

    [GeneratedRegex(@"^(yours|sincerely|kind regards|best regards|warm regards|regards|best wishes|respectfully|with (kind|best|warm) )[^.!?]{0,40},?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Farewells();
}
