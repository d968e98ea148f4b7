using System.Text;

namespace ResumeService.Extraction.Pdf;

/// <summary>Words that follow each other on one line without a wide gap: a line of a column, a cell, a date at the right margin.</summary>
internal sealed class PageSegment
{
    private readonly StringBuilder _text = new();
    private PageWord _last;

    public PageSegment(PageWord first)
    {
        First = _last = first;
        Left = first.Left;
        Right = first.Right;
        Size = first.Size;
        _text.Append(first.Text);
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

    public int Length => _text.Length;

    public string Text => _text.ToString();

    /// <summary>Adds the word when it goes on where the segment ends.</summary>
    public bool TryAppend(in PageWord word)
    {
        // Shares of the font size. Between words 0.2 to 0.6 is usual, in justified lines too; from 0.9 on it is a bullet's, a list's, a column's or a date's distance.
        const double wideGap = 0.85;
        const double stepBack = 0.5;
        var size = Math.Min(word.Size, _last.Size);
        var gap = word.Left - _last.Right;
        if (!word.IsLevelWith(_last) || gap > wideGap * size || gap < -stepBack * size)
            return false;
        if (NeedsBlank(_last, word, gap))
            _text.Append(' ');
        _text.Append(word.Text);
        _last = word;
        Right = Math.Max(Right, word.Right);
        Left = Math.Min(Left, word.Left);
        Size = Math.Max(Size, word.Size);
        return true;
    }

    /// <summary>Chinese, Japanese and Korean lines have no blanks; their characters are often drawn one by one.</summary>
    private static bool NeedsBlank(in PageWord left, in PageWord right, double gap) =>
        gap > 0.3 * right.Size || !(IsIdeographic(left.Text[^1]) && IsIdeographic(right.Text[0]));

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
