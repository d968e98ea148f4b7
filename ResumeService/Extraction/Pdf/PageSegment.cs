using System.Text;

namespace ResumeService.Extraction.Pdf;

/// <summary>Words that follow each other on one line without a wide gap: a line of a column, a cell, a date at the right margin.</summary>
internal sealed class PageSegment
{
    private readonly List<PageWord> _words = [];

    public PageSegment(PageWord first)
    {
        First = first;
        Left = first.Left;
        Right = first.Right;
        Size = first.Size;
        Length = first.Text.Length;
        _words.Add(first);
    }

    public PageWord First { get; }

    public double Left { get; private set; }

    public double Right { get; private set; }

    /// <summary>Of the largest word.</summary>
    public double Size { get; private set; }

    public double Y => First.Y;

    public double Top => First.Top;

    public double Bottom => First.Bottom;

    /// <summary>Segments of different columns are never parts of one line.</summary>
    public int Column { get; set; }

    /// <summary>Characters, blanks not counted.</summary>
    public int Length { get; private set; }

    /// <summary>Capitals set with wide spaces between them, as some headings are.</summary>
    public bool IsLetterspaced =>
        _words.Count >= 3
        && _words.TrueForAll(word => word.Text.Length <= 3 && word.Text.All(c => char.IsUpper(c) || c == '&'))
        && _words.Count(word => word.Text.Length == 1) is var single && single >= 3 && single >= 0.6 * _words.Count;

    public string Text
    {
        get
        {
            if (_words.Exists(word => RightToLeft.HasLetters(word.Text)))
                return string.Join(' ', RightToLeft.Order(_words).Select(word => word.Text));
            if (_words.Count == 1)
                return First.Text;
            var letterGap = IsLetterspaced ? UsualGap() : double.NegativeInfinity;
            var text = new StringBuilder(First.Text);
            for (var i = 1; i < _words.Count; i++)
            {
                var gap = _words[i].Left - _words[i - 1].Right;
                if (gap > 1.5 * letterGap && NeedsBlank(_words[i - 1], _words[i], gap))
                    text.Append(' ');
                text.Append(_words[i].Text);
            }

            return text.ToString();
        }
    }

    /// <summary>Adds the word when it goes on where the segment ends.</summary>
    public bool TryAppend(in PageWord word)
    {
        // Shares of the font size. Between words 0.2 to 0.6 is usual, in justified lines too; from 0.9 on it is a bullet's, a list's, a column's or a date's distance.
        const double wideGap = 0.85;
        const double stepBack = 0.5;
        var last = _words[^1];
        var size = Math.Min(word.Size, last.Size);
        var gap = word.Left - last.Right;
        if (!word.IsLevelWith(last) || gap > wideGap * size || gap < -stepBack * size)
            return false;
        _words.Add(word);
        Length += word.Text.Length;
        Right = Math.Max(Right, word.Right);
        Left = Math.Min(Left, word.Left);
        Size = Math.Max(Size, word.Size);
        return true;
    }

    private double UsualGap()
    {
        var gaps = _words.Zip(_words.Skip(1), (left, right) => right.Left - left.Right).Order().ToList();
        return gaps[gaps.Count / 2];
    }

    /// <summary>Chinese, Japanese and Korean lines have few blanks, narrow ones; their characters are often drawn one by one.</summary>
    private static bool NeedsBlank(in PageWord left, in PageWord right, double gap) =>
        gap > 0.1 * right.Size || !(IsIdeographic(left.Text[^1]) && IsIdeographic(right.Text[0]));

    private static bool IsIdeographic(char c) => c is >= '\u2e80' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\uff00' and <= '\uffef';

    public static List<PageSegment> Of(IReadOnlyList<PageWord> words)
    {
        var segments = new List<PageSegment>();
        foreach (var word in words)
        {
            if (segments.Count == 0 || !segments[^1].TryAppend(word))
                segments.Add(new PageSegment(word));
        }

        return segments;
    }
}
