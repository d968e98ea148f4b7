using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ResumeService.Extraction.Docx;

/// <summary>
/// One paragraph -> its lines, as the finished document shows them: insertions accepted, deletions gone, results of fields without their instructions,
/// nothing hidden. Text boxes anchored in it are set aside for the caller.
/// </summary>
internal sealed class ParagraphText(OpenXmlPart part, WordStyles styles)
{
    // Elements inside elements of one paragraph; real documents stay below twenty.
    private const int DeepestNesting = 200;

    private readonly StringBuilder _text = new();
    private readonly List<string> _lines = [];

    // Fields nest; one entry per open field, true while its instruction is being read. A page number means nothing in a text without pages.
    private readonly Stack<Field> _fields = new();
    private Paragraph? _paragraph;

    /// <summary>Contents of the text boxes met since the paragraph began.</summary>
    public List<OpenXmlElement> TextBoxes { get; } = [];

    /// <summary>Ids of the footnotes and endnotes referred to, in their order.</summary>
    public List<(bool IsEndnote, long Id)> Notes { get; } = [];

    /// <summary>Size of the first visible run in points, 0 when there is none.</summary>
    public double Size { get; private set; }

    public IReadOnlyList<string> Read(Paragraph paragraph)
    {
        _paragraph = paragraph;
        Size = 0;
        TextBoxes.Clear();
        Walk(paragraph, 0);
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.Deleted is null)
            EndLine();
        return _lines;
    }

    /// <summary>Forgets the lines read. Not called behind a paragraph whose mark is deleted: the next one continues its line.</summary>
    public void Clear()
    {
        _lines.Clear();
        _text.Clear();
    }

    private void EndLine()
    {
        _lines.Add(_text.ToString());
        _text.Clear();
    }

    private void Walk(OpenXmlElement parent, int depth)
    {
        if (depth > DeepestNesting)
            return;
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Run run when !styles.IsHidden(run.RunProperties):
                    ReadRun(run, depth + 1);
                    break;
                case Hyperlink link:
                    ReadLink(link, depth + 1);
                    break;
                case SimpleField field when IsPageNumber(field.Instruction?.Value):
                case Run or ParagraphProperties or DeletedRun or MoveFromRun:
                    break;
                case SdtElement control:
                    if (control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is null && control.ChildElements.FirstOrDefault(child => child is SdtContentRun) is { } content)
                        Walk(content, depth + 1);
                    break;
                case AlternateContent alternatives:
                    Walk(Choose(alternatives), depth + 1);
                    break;
                case DocumentFormat.OpenXml.Math.Text formula:
                    Append(formula.Text);
                    break;
                default:
                    Walk(element, depth + 1);
                    break;
            }
        }
    }

    private void ReadRun(OpenXmlElement run, int depth)
    {
        if (depth > DeepestNesting)
            return;
        foreach (var element in run.ChildElements)
        {
            switch (element)
            {
                case FieldChar mark:
                    ReadFieldMark(mark);
                    break;
                case FieldCode instruction when _fields.Count > 0:
                    _fields.Peek().Instruction += instruction.Text;
                    break;
                case Text text:
                    Append(text.Text);
                    if (Size == 0 && _paragraph is not null && run is Run owner && !string.IsNullOrWhiteSpace(text.Text))
                        Size = styles.SizeOf(_paragraph, owner);
                    break;
                case TabChar or PositionalTab:
                    Append("\t");
                    break;
                case NoBreakHyphen:
                    Append("-");
                    break;
                case Break or CarriageReturn when IsVisible:
                    EndLine();
                    break;
                case SymbolChar symbol:
                    AppendSymbol(symbol);
                    break;
                case FootnoteReference { Id.HasValue: true } note:
                    Notes.Add((false, note.Id.Value));
                    break;
                case EndnoteReference { Id.HasValue: true } note:
                    Notes.Add((true, note.Id.Value));
                    break;
                case AlternateContent alternatives:
                    ReadRun(Choose(alternatives), depth + 1);
                    break;
                case Drawing or Picture or EmbeddedObject:
                    FindTextBoxes(element, depth + 1);
                    break;
                case Ruby ruby when ruby.RubyBase is { } characters:
                    Walk(characters, depth + 1);
                    break;
            }
        }
    }

    /// <summary>The same content in two dialects: the newer one, or the fallback when the newer one has no text.</summary>
    private static OpenXmlElement Choose(AlternateContent alternatives)
    {
        var choice = alternatives.ChildElements.FirstOrDefault(child => child is AlternateContentChoice);
        var fallback = alternatives.ChildElements.FirstOrDefault(child => child is AlternateContentFallback);
        return choice is not null && (fallback is null || choice.Descendants<Text>().Any()) ? choice : fallback ?? alternatives;
    }

    private void FindTextBoxes(OpenXmlElement element, int depth)
    {
        if (depth > DeepestNesting)
            return;
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case TextBoxContent:
                    TextBoxes.Add(child);
                    break;
                case AlternateContent alternatives:
                    FindTextBoxes(Choose(alternatives), depth + 1);
                    break;
                default:
                    FindTextBoxes(child, depth + 1);
                    break;
            }
        }
    }

    private void ReadLink(Hyperlink link, int depth)
    {
        var start = _text.Length;
        var line = _lines.Count;
        Walk(link, depth);
        if (link.Id?.Value is not { } id || line != _lines.Count || !IsVisible)
            return;
        var target = part.HyperlinkRelationships.FirstOrDefault(relationship => relationship.Id == id)?.Uri.OriginalString;
        AppendTarget(target, _text.ToString(start, _text.Length - start));
    }

    /// <summary>"E-mail" or "LinkedIn" as a link: the address is what a reader wants. Other links stay what they show.</summary>
    private void AppendTarget(string? target, string shown)
    {
        if (target is null || shown.Length == 0)
            return;
        var address = target;
        foreach (var scheme in (ReadOnlySpan<string>)["mailto:", "tel:", "https://", "http://"])
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                address = address[scheme.Length..];
        }

        address = Uri.UnescapeDataString(address.Split('?')[0].TrimEnd('/'));
        var isContact = target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
            || address.Contains("linkedin.com/", StringComparison.OrdinalIgnoreCase) || address.Contains("github.com/", StringComparison.OrdinalIgnoreCase);
        if (isContact && !SameAddress(shown, address))
            _text.Append(CultureInfo.InvariantCulture, $" ({address})");
    }

    private static bool SameAddress(string shown, string address)
    {
        static string Bare(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c))).Replace("www", "", StringComparison.OrdinalIgnoreCase);
        var (left, right) = (Bare(shown), Bare(address));
        return left.Contains(right, StringComparison.OrdinalIgnoreCase) || (left.Length > 5 && right.Contains(left, StringComparison.OrdinalIgnoreCase) && shown.Any(c => c is '@' or '/' || char.IsDigit(c)));
    }

    private bool IsVisible => _fields.All(open => open is { InInstruction: false, IsPageNumber: false });

    private void Append(string text)
    {
        if (IsVisible)
            _text.Append(text);
    }

    private void AppendSymbol(SymbolChar symbol)
    {
        // Symbol fonts use codes of their own; as a bullet the sign still has its meaning.
        if (int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 32 and < 0xFFFF && !char.IsSurrogate((char)code))
            Append(((char)code).ToString());
    }

    private void ReadFieldMark(FieldChar mark)
    {
        switch (mark.FieldCharType?.InnerText)
        {
            case "begin":
                _fields.Push(new Field { Start = _text.Length });
                break;
            case "separate" when _fields.Count > 0:
                var field = _fields.Peek();
                field.InInstruction = false;
                field.IsPageNumber = IsPageNumber(field.Instruction);
                field.Start = _text.Length;
                break;
            case "end" when _fields.Count > 0:
                var ended = _fields.Pop();
                var target = ended.Instruction.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (target is ["HYPERLINK", var address, ..] && ended.Start <= _text.Length && IsVisible)
                    AppendTarget(address.Trim('"'), _text.ToString(ended.Start, _text.Length - ended.Start));
                break;
        }
    }

    private static bool IsPageNumber(string? instruction) =>
        instruction?.TrimStart().Split(' ')[0].ToUpperInvariant() is "PAGE" or "NUMPAGES" or "SECTIONPAGES";

    private sealed class Field
    {
        public string Instruction { get; set; } = "";

        public bool InInstruction { get; set; } = true;

        public bool IsPageNumber { get; set; }

        public int Start { get; set; }
    }
}
