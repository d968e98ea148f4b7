using System.Text.RegularExpressions;
using ChatCvService.Conversation.Dates;
using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Understanding;

/// <summary>A clause with its dates read and masked.</summary>
internal sealed partial record Clause
{
    private Clause(Passage said, Passage masked, IReadOnlyList<DateMention> dates)
    {
        Said = said;
        Masked = masked;
        Dates = dates;
    }

    /// <summary>As it was said; addresses and numbers that were understood already are masked.</summary>
    public Passage Said { get; }

    /// <summary><see cref="Said"/> with its dates masked.</summary>
    public Passage Masked { get; }

    public string Text => Masked.Text;

    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>Said to put something right: "actually", "sorry", "I meant".</summary>
    public bool IsCorrection { get; init; }

    public bool IsPast => Past().IsMatch(Text);

    public bool IsPresent => !IsPast && Current().IsMatch(Text);

    public bool HasSubject => Subject().IsMatch(Text);

    public static Clause Of(Passage said, DateOnly today)
    {
        var dates = DateReader.Read(said.Text, today);
        var masked = dates.Aggregate(said, (passage, date) => passage.Mask(date.Index, date.Size, Passage.Date));
        return new Clause(said, masked, dates);
    }

    [GeneratedRegex(@"\b(?:was|were|worked|served|had|did|left|used\s+to|before\s+(?:that|this)|previous(?:ly)?|earlier|former(?:ly)?|prior|spent|interned|volunteered)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:i'm|i\s+am|im|currently|now|present(?:ly)?|i\s+work|i've\s+been|i\s+have\s+been|ive\s+been|is|am|at\s+the\s+moment|these\s+days)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Current();

    [GeneratedRegex(@"(?<![\p{L}.])(?:i|i'm|im|i've|ive|i'd|my|we|me)\b(?!\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Subject();
}
