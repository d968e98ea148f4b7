using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace InterviewService.Pdf;

/// <summary>Pieces of HTML in which no text of a person or a model is ever markup.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => Encoder.Encode(text ?? "");

    /// <summary>Each paragraph of a text as one; single line breaks stay.</summary>
    public static string Paragraphs(string text) => string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => $"<p>{Encode(paragraph.Trim()).Replace("&#xA;", "<br>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    public static string List(IEnumerable<string> items) => $"<ul>{string.Concat(items.Select(item => $"<li>{Encode(item)}</li>"))}</ul>";
}
