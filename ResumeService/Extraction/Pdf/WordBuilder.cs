using System.Text;

namespace ResumeService.Extraction.Pdf;

/// <summary>Glyphs in content order -> words in content order. A blank, a gap, a step back or another line ends a word.</summary>
internal static class WordBuilder
{
    // Shares of the font size. Letters of one word may touch or overlap a little (kerning); word gaps are a quarter as a rule, tightly set a seventh.
    private const double WordGap = 0.14;
    private const double StepBack = 0.4;

    // Bold imitated by drawing twice: the same letter again at (nearly) the same place.
    private const double SamePlace = 0.12;

    public static List<PageWord> Words(IReadOnlyList<Glyph> glyphs)
    {
        var words = new List<PageWord>(glyphs.Count / 5);
        var drawn = new HashSet<(string, int, int)>();
        var text = new StringBuilder();
        var (first, last) = (default(Glyph), default(Glyph));

        void EndWord()
        {
            if (text.Length == 0)
                return;
            var word = new PageWord(text.ToString(), first.X, last.X + last.Advance, first.Y, first.Size, first.Direction);
            text.Clear();
            if (!WasDrawn(word))
                words.Add(word);
        }

        // Whole words drawn twice, one on the other: a cell of one point and its neighbours on the side of lower coordinates.
        bool WasDrawn(in PageWord word)
        {
            var (x, y) = (Cell(word.Left), Cell(word.Y));
            for (var dx = -1; dx <= 1; dx++)
            {
                for (var dy = -1; dy <= 1; dy++)
                {
                    if (drawn.Contains((word.Text, x + dx, y + dy)))
                        return true;
                }
            }

            drawn.Add((word.Text, x, y));
            return false;
        }

        foreach (var glyph in glyphs)
        {
            if (string.IsNullOrWhiteSpace(glyph.Text) || IsIcon(glyph.Text))
            {
                EndWord();
                continue;
            }

            if (text.Length > 0)
            {
                var size = Math.Max(glyph.Size, last.Size);
                var gap = glyph.X - (last.X + last.Advance);
                if (glyph.Text == last.Text && Math.Abs(glyph.X - last.X) < SamePlace * size && Math.Abs(glyph.Y - last.Y) < SamePlace * size)
                    continue;
                if (glyph.Direction != last.Direction || gap > WordGap * size || gap < -StepBack * size || Math.Abs(glyph.Y - last.Y) > StepBack * size)
                    EndWord();
            }

            if (text.Length == 0)
                first = glyph;
            text.Append(glyph.Text);
            last = glyph;
        }

        EndWord();
        return words;
    }

    /// <summary>A sign from an icon font: it stands in Unicode's private area and is no bullet.</summary>
    private static bool IsIcon(string text) => text.Length == 1 && text[0] is >= '\ue000' and <= '\uf8ff' && !TextNormalizer.IsSymbolBullet(text[0]);

    private static int Cell(double coordinate) => (int)Math.Round(Math.Clamp(coordinate, -1e6, 1e6));
}
