using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Testing.Documents;

/// <summary>
/// Writes small PDF files by hand: objects, cross-reference table and trailer, so that a test decides every byte of it.
/// Coordinates are points from the page's lower left corner; an A4 page is 595 x 842.
/// </summary>
/// <remarks>
/// Latin text is set in Helvetica (not embedded, as every reader knows it). Text in other scripts is set in a composite font that carries only a
/// ToUnicode map: enough for text extraction, not for looking at.
/// </remarks>
public sealed class PdfBuilder
{
    private readonly List<PdfPageBuilder> _pages = [];
    private string? _userPassword;
    private int _doublings;
    private bool _busyText;

    /// <summary>Adds a page; <paramref name="draw"/> fills it in the order of its calls, which is the file's content order.</summary>
    public PdfBuilder Page(Action<PdfPageBuilder> draw, double width = 595, double height = 842)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var page = new PdfPageBuilder(width, height);
        draw(page);
        _pages.Add(page);
        return this;
    }

    /// <summary>One page with <paramref name="lines"/> one below the other, 12 points, 16 points apart.</summary>
    public static byte[] OfLines(params IReadOnlyList<string> lines) => new PdfBuilder().Page(page => page.Lines(72, 770, lines)).Build();

    /// <summary>Encrypts the file (standard handler, RC4 with 40 bits) so that it opens with this password only.</summary>
    public PdfBuilder ProtectedBy(string userPassword)
    {
        _userPassword = userPassword;
        return this;
    }

    /// <summary>
    /// Adds to the last page a drawing that draws another one twice, that one again a third twice, and so on: a reader that follows it takes 2^<paramref name="doublings"/>
    /// steps, each with some thousand words of its own when <paramref name="withText"/> is set (then it takes memory as well).
    /// </summary>
    public PdfBuilder Endless(int doublings = 60, bool withText = false)
    {
        (_doublings, _busyText) = (doublings, withText);
        return this;
    }

    public byte[] Build()
    {
        var objects = new List<byte[]>();
        int Add(byte[] body)
        {
            objects.Add(body);
            return objects.Count;
        }

        // 1 catalog, 2 page tree, 3 and 4 the two Latin fonts, 5 the composite font and its parts 6-8; pages follow.
        Add(Ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        Add([]);
        Add(Ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
        Add(Ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"));
        Add(Ascii("<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>"));
        Add(Ascii("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>"));
        Add(Ascii("<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"));
        Add(StreamObject("", Ascii(IdentityToUnicode)));

        int? busy = null;
        for (var level = 0; level < _doublings; level++)
        {
            const string form = "/Type /XObject /Subtype /Form /BBox [0 0 600 900] ";
            busy = busy is null
                ? Add(StreamObject(form + "/Resources << /Font << /F1 3 0 R >> >> ", Ascii(_busyText ? OneLetterWords() : "0 0 m 1 1 l n")))
                : Add(StreamObject(string.Create(CultureInfo.InvariantCulture, $"{form}/Resources << /XObject << /Next {busy} 0 R >> >> "), Ascii("/Next Do /Next Do")));
        }

        var kids = new StringBuilder();
        foreach (var page in _pages)
        {
            var isBusy = busy is not null && page == _pages[^1];
            var resources = new StringBuilder("<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >>");
            if (page.Images.Count > 0 || isBusy)
            {
                resources.Append(" /XObject <<");
                if (isBusy)
                    resources.Append(CultureInfo.InvariantCulture, $" /Busy {busy} 0 R");
                foreach (var (index, image) in page.Images.Index())
                {
                    var id = Add(StreamObject(
                        string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode "),
                        Deflate(image.Gray)));
                    resources.Append(CultureInfo.InvariantCulture, $" /Im{index} {id} 0 R");
                }

                resources.Append(" >>");
            }

            resources.Append(" >>");
            var content = Add(StreamObject("/Filter /FlateDecode ", Deflate(Encoding.Latin1.GetBytes(isBusy ? page.Content + "/Busy Do\n" : page.Content))));
            var pageId = Add(Ascii(string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.Width} {page.Height}] /Resources {resources} /Contents {content} 0 R >>")));
            kids.Append(CultureInfo.InvariantCulture, $"{pageId} 0 R ");
        }

        objects[1] = Ascii(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{kids}] /Count {_pages.Count} >>"));
        return Assemble(objects);
    }

    private byte[] Assemble(List<byte[]> objects)
    {
        var encryption = _userPassword is null ? null : new PdfStandardEncryption(_userPassword);
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        Write("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<long>();
        foreach (var (index, body) in objects.Index())
        {
            offsets.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n"));
            file.Write(encryption is null ? body : encryption.EncryptStreamOf(body, index + 1));
            Write("\nendobj\n");
        }

        var encryptionEntry = "";
        if (encryption is not null)
        {
            offsets.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{encryption.Dictionary}\nendobj\n"));
            encryptionEntry = string.Create(CultureInfo.InvariantCulture, $" /Encrypt {offsets.Count} 0 R /ID [<{PdfStandardEncryption.FileIdHex}> <{PdfStandardEncryption.FileIdHex}>]");
        }

        var start = file.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R{encryptionEntry} >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string OneLetterWords() =>
        $"BT /F1 9 Tf 12 TL 20 800 Td {string.Concat(Enumerable.Repeat($"({string.Concat(Enumerable.Repeat("a b ", 30))}) ' ", 60))}ET";

    private static byte[] StreamObject(string entries, byte[] data) =>
        [.. Ascii(string.Create(CultureInfo.InvariantCulture, $"<< {entries}/Length {data.Length} >>\nstream\n")), .. data, .. Ascii("\nendstream")];

    private static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(data);
        return packed.ToArray();
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>Every two-byte code stands for the UTF-16 unit of the same number.</summary>
    private const string IdentityToUnicode =
        """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        1 beginbfrange
        <0000> <FFFF> <0000>
        endbfrange
        endcmap
        end
        end
        """;
}

/// <summary>An 8-bit grey picture, row by row from the top.</summary>
public sealed record GrayImage(int Width, int Height, byte[] Gray);

/// <summary>The content of one page, in the order of the calls.</summary>
public sealed class PdfPageBuilder(double width, double height)
{
    private readonly StringBuilder _content = new();

    internal List<GrayImage> Images { get; } = [];

    internal string Content => _content.ToString();

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>Draws one run of text with its baseline starting at (<paramref name="x"/>, <paramref name="y"/>).</summary>
    public PdfPageBuilder Text(double x, double y, string text, double size = 12, bool bold = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var latin = text.All(c => c is >= ' ' and <= '~' or >= '\u00a0' and <= '\u00ff');
        var font = latin ? bold ? "F2" : "F1" : "F3";
        _content.Append(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ");
        if (latin)
            _content.Append('(').Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Append(')');
        else
            _content.Append('<').Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))).Append('>');
        _content.Append(" Tj ET\n");
        return this;
    }

    /// <summary>Draws lines one below the other, the first with its baseline at <paramref name="y"/>.</summary>
    public PdfPageBuilder Lines(double x, double y, IReadOnlyList<string> lines, double size = 12, double leading = 16)
    {
        ArgumentNullException.ThrowIfNull(lines);
        foreach (var (index, line) in lines.Index())
            Text(x, y - (index * leading), line, size);
        return this;
    }

    /// <summary>Fills the whole page with a picture, as a scanner does.</summary>
    public PdfPageBuilder Image(GrayImage image)
    {
        _content.Append(CultureInfo.InvariantCulture, $"q {Width} 0 0 {Height} 0 0 cm /Im{Images.Count} Do Q\n");
        Images.Add(image);
        return this;
    }

    /// <summary>Content stream operators as they are.</summary>
    public PdfPageBuilder Raw(string operators)
    {
        _content.Append(operators).Append('\n');
        return this;
    }
}
