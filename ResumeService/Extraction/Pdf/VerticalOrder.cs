namespace ResumeService.Extraction.Pdf;

/// <summary>
/// What stands above, over the same width, is read first; everything else stays in content order. Browsers paint some parts of a page earlier or later than their
/// neighbours (headings with a border, flex rows): this brings them back without touching columns and cells, which do not stand above each other.
/// </summary>
internal static class VerticalOrder
{
    // The work grows with the square of this; pages of resumes have some hundred rows.
    private const int MostRows = 3000;

    // In units of the font size: the next line of a text is not farther away.
    private const double NextLine = 3.5;

    public static List<PageRow> Of(List<PageRow> rows)
    {
        if (rows.Count > MostRows)
            return rows;
        var order = new Order(rows);
        for (var index = 0; index < rows.Count; index++)
        {
            // A row drawn before what stands above it was drawn out of its place; so the text goes on below it, and not with what was drawn next.
            if (order.Place(index) && order.NextBelow(index) is { } next)
                order.PlaceOnwardsFrom(next);
        }

        // Rows that were drawn apart may stand beside each other now.
        return PageRow.Of(order.Placed.SelectMany(row => row.Segments));
    }

    private sealed class Order
    {
        private readonly List<PageRow> _rows;
        private readonly bool[] _isPlaced;

        // The highest lower edge among the rows from here on: where it is lower than a row's own, nothing above that row comes later.
        private readonly double[] _highest;
        private readonly Stack<(int Index, int Next)> _pending = new();
        private int _start;

        public Order(List<PageRow> rows)
        {
            _rows = rows;
            _isPlaced = new bool[rows.Count];
            _highest = new double[rows.Count + 1];
            _highest[rows.Count] = double.NegativeInfinity;
            for (var i = rows.Count - 1; i >= 0; i--)
                _highest[i] = Math.Max(_highest[i + 1], rows[i].First.Bottom);
        }

        public List<PageRow> Placed { get; } = [];

        /// <summary>Places the row, and before it those above it in content order. True when there were any.</summary>
        public bool Place(int index)
        {
            while (_start < _rows.Count && _isPlaced[_start])
                _start++;
            if (_isPlaced[index])
                return false;
            var before = Placed.Count;
            _pending.Push((index, _start));
            _isPlaced[index] = true;
            while (_pending.TryPop(out var entry))
            {
                var (current, next) = entry;
                var row = _rows[current];
                while (next < _rows.Count && _highest[next] >= row.First.Bottom && (_isPlaced[next] || !_rows[next].IsAbove(row)))
                    next++;
                if (next < _rows.Count && _highest[next] >= row.First.Bottom)
                {
                    _pending.Push((current, next + 1));
                    _pending.Push((next, _start));
                    _isPlaced[next] = true;
                }
                else if (_pending.TryPeek(out var waiting))
                {
                    Placed.Insert(PlaceAmongLower(row, _rows[waiting.Index]), row);
                    if (GoesOnAbove(current, _rows[waiting.Index]))
                    {
                        _pending.Push((current + 1, _start));
                        _isPlaced[current + 1] = true;
                    }
                }
                else
                {
                    Placed.Add(row);
                }
            }

            return Placed.Count > before + 1;
        }

        /// <summary>
        /// A row that comes late goes before the rows just placed that stand lower, as far back as these are of the same column: they reach over the row that waits for
        /// it, and each stands above the next.
        /// </summary>
        private int PlaceAmongLower(PageRow row, PageRow waiting)
        {
            var place = Placed.Count;
            while (place > 0
                && Placed[place - 1] is var placed
                && placed.Y < row.Y - (0.5 * row.Size)
                && placed.Left < waiting.Right
                && placed.Right > waiting.Left
                && (place == Placed.Count || placed.Y >= Placed[place].Y - (0.5 * row.Size)))
            {
                place--;
            }

            return place;
        }

        /// <summary>What was drawn next belongs to the row just placed (a date beside it, its next line) and stands above the row that waits, if not over the same width.</summary>
        private bool GoesOnAbove(int placed, PageRow waiting)
        {
            if (placed + 1 >= _rows.Count || _isPlaced[placed + 1])
                return false;
            var (row, next) = (_rows[placed], _rows[placed + 1]);
            return next.First.Bottom >= waiting.First.Top - (0.4 * waiting.Size)
                && Math.Abs(row.Y - next.Y) < NextLine * row.Size
                && next.Left >= Math.Min(row.Left, waiting.Left) - row.Size
                && next.First.First.Direction == waiting.First.First.Direction;
        }

        /// <summary>The nearest row right below, if nothing that is to be read before it is missing.</summary>
        public int? NextBelow(int index)
        {
            var row = _rows[index];
            int? nearest = null;
            for (var i = 0; i < _rows.Count; i++)
            {
                if (!_isPlaced[i] && row.IsAbove(_rows[i]) && row.Y - _rows[i].Y < NextLine * row.Size && (nearest is null || _rows[i].Y > _rows[nearest.Value].Y))
                    nearest = i;
            }

            return nearest is { } found && !_rows.Where((other, i) => !_isPlaced[i] && i != found && other.IsAbove(_rows[found])).Any() ? nearest : null;
        }

        /// <summary>Places rows in content order for as long as each stands where the one before it leads.</summary>
        public void PlaceOnwardsFrom(int index)
        {
            Place(index);
            for (var next = index + 1; next < _rows.Count && !_isPlaced[next] && LeadsTo(_rows[next - 1], _rows[next]); next++)
                Place(next);
        }

        /// <summary>Below and over the same width, or beside and not much higher: the second part of an entry set in two halves.</summary>
        private static bool LeadsTo(PageRow row, PageRow next)
        {
            if (next.First.First.Direction != row.First.First.Direction || Math.Abs(row.Y - next.Y) >= NextLine * row.Size)
                return false;
            return row.Y - next.Y > 0.5 * row.Size ? next.Left < row.Right && next.Right > row.Left : next.Left >= row.Left;
        }
    }
}
