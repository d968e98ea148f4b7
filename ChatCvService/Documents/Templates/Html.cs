using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChatCvService.Documents.Templates;

/// <summary>HTML that is put together from literals and values: <c>html.Add($"&lt;p&gt;{text}&lt;/p&gt;")</c> encodes <c>text</c>, always.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    public void Add(ref Piece piece) => piece.WriteTo(_text);

    public override string ToString() => _text.ToString();

    [InterpolatedStringHandler]
    internal readonly ref struct Piece
    {
        private readonly StringBuilder _piece;

        public Piece(int literalLength, int formattedCount) => _piece = new StringBuilder(literalLength + (formattedCount * 16));

        public void AppendLiteral(string value) => _piece.Append(value);

        public void AppendFormatted(string? value) => _piece.Append(value is null ? "" : Encoder.Encode(PrintableText.Of(value)));

        public void WriteTo(StringBuilder text) => text.Append(_piece);
    }
}
