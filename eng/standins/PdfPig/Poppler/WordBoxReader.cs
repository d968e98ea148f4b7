using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace UglyToad.PdfPig.Poppler;

/// <summary>
/// Reads what <c>pdftotext -bbox</c> writes: one line for each page's start and end, and one for each word with its box.
/// Reads forward only and keeps no more than the line at hand.
/// </summary>
internal sealed class WordBoxReader(Stream output) : IDisposable
{
    private const int LongestLine = 1 << 20;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _start;
    private int _end;
    private bool _inputEnded;

    /// <summary>The writer finished its work: a process that crashed leaves this false.</summary>
    public bool SawEndOfDocument { get; private set; }

    /// <summary>Waits for the first output. None means that poppler could not open the document.</summary>
    public bool HasOutput() => _end > _start || Fill();

    /// <summary>The next page, or null behind the last one or where the output breaks off.</summary>
    public Page? ReadPage(int number)
    {
        double width = 0, height = 0;
        List<Letter>? letters = null;
        Word? previous = null;
        while (TryReadLine(out var line))
        {
            line = line.TrimStart((byte)' ');
            if (line.StartsWith("<word "u8))
            {
                if (letters is not null && TryReadWord(line, height) is { } word)
                {
                    word.AppendTo(letters, previous);
                    previous = word;
                }
            }
            else if (line.StartsWith("<page "u8))
            {
                width = ReadAttribute(line, "width=\""u8);
                height = ReadAttribute(line, "height=\""u8);
                letters = [];
            }
            else if (line.StartsWith("</page>"u8) && letters is not null)
            {
                return new Page(number, width, height, letters);
            }
            else if (line.StartsWith("</doc>"u8))
            {
                SawEndOfDocument = true;
            }
        }

        return null;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static Word? TryReadWord(ReadOnlySpan<byte> line, double pageHeight)
    {
        var textStart = line.IndexOf((byte)'>') + 1;
        var textEnd = line.LastIndexOf("</word>"u8);
        if (textStart == 0 || textEnd <= textStart)
            return null;
        var box = line[..textStart];
        var left = ReadAttribute(box, "xMin=\""u8);
        var right = ReadAttribute(box, "xMax=\""u8);
        var top = pageHeight - ReadAttribute(box, "yMin=\""u8);
        var bottom = pageHeight - ReadAttribute(box, "yMax=\""u8);
        if (!double.IsFinite(left + right + top + bottom) || right < left || top < bottom)
            return null;
        var text = Encoding.UTF8.GetString(line[textStart..textEnd]);
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        return new Word(text, left, bottom, right, top);
    }

    private static double ReadAttribute(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        var at = tag.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(tag[(at + name.Length)..], out double value, out _) ? value : double.NaN;
    }

    private bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = _buffer.AsSpan(_start, searched + length);
                _start += searched + length + 1;
                return true;
            }

            searched = _end - _start;
            if (searched > LongestLine || !Fill())
            {
                line = default;
                return false;
            }
        }
    }

    private bool Fill()
    {
        if (_inputEnded)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = output.Read(_buffer, _end, _buffer.Length - _end);
        _inputEnded = read == 0;
        _end += read;
        return read > 0;
    }

    /// <summary>A word as poppler sees it. PdfPig has letters, so a word becomes its letters, with even widths, and a blank before it where poppler saw a gap.</summary>
    private sealed record Word(string Text, double Left, double Bottom, double Right, double Top)
    {
        // The strings of single characters are made once: letters are many.
        private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

        // poppler's boxes are upright and do not say which way the text runs: only a word that is clearly taller than wide is taken as running up the page.
        private bool Upwards => Text.Length > 2 && Top - Bottom > 2.5 * (Right - Left);

        public void AppendTo(List<Letter> letters, Word? previous)
        {
            if (Upwards)
            {
                Append(letters, new PdfPoint(Right - (Letter.DescentShare * (Right - Left)), Bottom), Top - Bottom, Right - Left, TextOrientation.Rotate270);
                return;
            }

            var height = Top - Bottom;
            var baseline = Bottom + (Letter.DescentShare * height);
            if (previous is { Upwards: false } && Left - previous.Right is var gap && gap > 0.05 * height && gap < height && Math.Min(Top, previous.Top) - Math.Max(Bottom, previous.Bottom) > height / 2)
                letters.Add(new Letter(" ", new PdfPoint(previous.Right, baseline), gap, height, TextOrientation.Horizontal));
            Append(letters, new PdfPoint(Left, baseline), Right - Left, height, TextOrientation.Horizontal);
        }

        private void Append(List<Letter> letters, PdfPoint start, double length, double height, TextOrientation orientation)
        {
            var count = Text.Length;
            for (var i = 0; i < Text.Length - 1; i++)
                count -= char.IsSurrogatePair(Text[i], Text[i + 1]) ? 1 : 0;

            var width = length / count;
            for (int i = 0, index = 0; i < Text.Length; index++)
            {
                var units = i + 1 < Text.Length && char.IsSurrogatePair(Text[i], Text[i + 1]) ? 2 : 1;
                var value = units == 1 && Text[i] < Ascii.Length ? Ascii[Text[i]] : Text.Substring(i, units);
                var at = orientation == TextOrientation.Horizontal ? new PdfPoint(start.X + (index * width), start.Y) : new PdfPoint(start.X, start.Y + (index * width));
                letters.Add(new Letter(value, at, width, height, orientation));
                i += units;
            }
        }
    }
}
