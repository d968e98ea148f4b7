using System.Text.RegularExpressions;

namespace ResumeService.Extraction.Pdf;

/// <summary>An e-mail address or link that a narrow column broke in the middle -> one line again. Words keep their hyphens and breaks.</summary>
internal static partial class BrokenAddresses
{
    public static List<PageLine> Join(List<PageLine> lines)
    {
        var joined = new List<PageLine>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && GoesOn(joined[^1], line))
                joined[^1] = joined[^1] with { Text = joined[^1].Text + line.Text };
            else
                joined.Add(line);
        }

        return joined;
    }

    private static bool GoesOn(PageLine above, PageLine line)
    {
        var step = above.Y - line.Y;
        if (above.Page != line.Page || Math.Abs(above.Left - line.Left) > 2 || step <= 0 || step > 1.6 * line.Size || Math.Abs(above.Size - line.Size) > 0.5)
            return false;
        return BrokenInHost().IsMatch(above.Text) ? EndOfHost().IsMatch(line.Text)
            : BrokenBehindDot().IsMatch(above.Text) ? EndOfDomain().IsMatch(line.Text)
            : BrokenLink().IsMatch(above.Text) ? EndOfLink().IsMatch(line.Text)
            : line.Text[0] == '@' && EndOfEmail().IsMatch(line.Text) && !above.Text.Contains(' ', StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\S+@[A-Za-z0-9-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BrokenInHost();

    [GeneratedRegex(@"^[A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EndOfHost();

    [GeneratedRegex(@"^\S+@[A-Za-z0-9.-]+\.$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BrokenBehindDot();

    [GeneratedRegex(@"^[A-Za-z]{2,}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EndOfDomain();

    [GeneratedRegex(@"^@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EndOfEmail();

    [GeneratedRegex(@"^https?://$|linkedin\.com/(in/)?$|^\S*github\.com/$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BrokenLink();

    [GeneratedRegex(@"^[\w.%/-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex EndOfLink();
}
