using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ResumeService.Extraction.Docx;

/// <summary>
/// Word document -> lines: page headers, body with tables and text boxes, notes, page footers. Relationships that point outside the file are never followed.
/// </summary>
internal sealed class DocxReader
{
    // Tables in cells, boxes in boxes.
    private const int DeepestNesting = 50;

    // A paragraph longer than this is prose and a block of its own; shorter ones in a row (title, company, dates) belong together.
    private const int ProseLength = 100;

    private readonly WordStyles _styles;
    private readonly List<RawLine> _lines = [];
    private readonly MainDocumentPart _main;
    private ParagraphText _paragraphs;
    private bool _startsBlock = true;
    private bool _afterListItem;
    private bool _afterProse;
    private int? _headingAbove;

    private DocxReader(MainDocumentPart main)
    {
        _main = main;
        _styles = new WordStyles(main);
        _paragraphs = new ParagraphText(main, _styles);
    }

    /// <exception cref="OpenXmlPackageException">The package is malformed.</exception>
    public static List<RawLine> Read(ReadOnlyMemory<byte> content, ExtractionOptions limits)
    {
        // A copy in memory that can be written to: the SDK repairs malformed link targets in the package it has open.
        using var stream = new MemoryStream();
        stream.Write(content.Span);
        stream.Position = 0;
        var settings = new OpenSettings
        {
            AutoSave = false,
            MaxCharactersInPart = limits.MaxPartBytes,
            RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
        };
        using var word = WordprocessingDocument.Open(stream, isEditable: true, settings);
        if (word.MainDocumentPart is not { Document.Body: { } body } main)
            return [];
        var reader = new DocxReader(main);
        reader.ReadWhole(main, body);
        return reader._lines;
    }

    private void ReadWhole(MainDocumentPart main, Body body)
    {
        var references = body.Descendants<SectionProperties>().ToList();
        ReadOnce(main, references.SelectMany(section => section.Elements<HeaderReference>()).Select(reference => reference.Id?.Value), part => (part as HeaderPart)?.Header);
        _paragraphs = new ParagraphText(main, _styles);
        ReadBlocks(body, 0);
        ReadNotes(main, _paragraphs.Notes);
        ReadOnce(main, references.SelectMany(section => section.Elements<FooterReference>()).Select(reference => reference.Id?.Value), part => (part as FooterPart)?.Footer);
    }

    /// <summary>Headers or footers, each distinct text once: sections and first pages repeat them.</summary>
    private void ReadOnce(MainDocumentPart main, IEnumerable<string?> ids, Func<OpenXmlPart, OpenXmlElement?> root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct())
        {
            if (id is null || !main.TryGetPartById(id, out var part) || root(part) is not { } content)
                continue;
            var start = _lines.Count;
            EndBlock();
            _paragraphs = new ParagraphText(part, _styles);
            ReadBlocks(content, 0);
            EndBlock();
            if (!seen.Add(string.Join('\n', _lines.Skip(start).Select(line => line.Text))))
                _lines.RemoveRange(start, _lines.Count - start);
        }
    }

    private void ReadNotes(MainDocumentPart main, List<(bool IsEndnote, long Id)> notes)
    {
        foreach (var (isEndnote, id) in notes.Distinct().ToList())
        {
            OpenXmlPart? part = isEndnote ? main.EndnotesPart : main.FootnotesPart;
            var note = part?.RootElement?.ChildElements.OfType<FootnoteEndnoteType>().FirstOrDefault(element => element.Id?.Value == id);
            if (part is null || note is null)
                continue;
            EndBlock();
            _paragraphs = new ParagraphText(part, _styles);
            ReadBlocks(note, 0);
        }

        EndBlock();
    }

    private void ReadBlocks(OpenXmlElement parent, int depth)
    {
        if (depth > DeepestNesting)
            return;
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    ReadParagraph(paragraph, depth);
                    break;
                case Table table:
                    ReadTable(table, depth);
                    break;
                case SdtElement control:
                    if (control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is null && control.ChildElements.FirstOrDefault(child => child is SdtContentBlock) is { } content)
                        ReadBlocks(content, depth + 1);
                    break;
                case AlternateContent alternatives when alternatives.ChildElements.FirstOrDefault(child => child is AlternateContentChoice) is { } choice:
                    ReadBlocks(choice, depth + 1);
                    break;
                case SectionProperties or DeletedRun or MoveFromRun:
                    break;
                default:
                    ReadBlocks(element, depth + 1);
                    break;
            }
        }
    }

    private void ReadParagraph(Paragraph paragraph, int depth)
    {
        var lines = _paragraphs.Read(paragraph);
        foreach (var box in _paragraphs.TextBoxes.ToList())
            ReadTextBox(box, depth);

        var isMarkDeleted = paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.Deleted is not null;
        if (isMarkDeleted)
            return;
        if (lines.All(string.IsNullOrWhiteSpace))
        {
            // An empty paragraph is how most people make a gap.
            _paragraphs.Clear();
            EndBlock();
            return;
        }

        var heading = _styles.HeadingLevel(paragraph);
        var isListItem = heading is null && (_styles.IsListItem(paragraph) || TextNormalizer.Line(lines[0]).StartsWith("- ", StringComparison.Ordinal));
        var isProse = !isListItem && lines.Sum(line => line.Length) > ProseLength;
        var startsBlock = _startsBlock || StartsSection(heading) || (isProse && _headingAbove is null) || _afterProse || (_afterListItem && !isListItem);
        foreach (var (index, line) in lines.Index())
        {
            var text = isListItem && index == 0 && !TextNormalizer.Line(line).StartsWith("- ", StringComparison.Ordinal) ? "- " + line.TrimStart() : line;
            _lines.Add(new RawLine(text, Page: 1, _paragraphs.Size, Left: 0, heading is not null, startsBlock && index == 0));
        }

        _paragraphs.Clear();
        (_startsBlock, _afterListItem, _afterProse, _headingAbove) = (false, isListItem, isProse, heading);
    }

    /// <summary>A heading, unless it goes on where a heading of its own rank or a higher one stands above: a date, a company and a title set as headings are one entry.</summary>
    private bool StartsSection(int? heading) => heading is { } level && !(_headingAbove <= level);

    private void ReadTextBox(OpenXmlElement box, int depth)
    {
        // A box is a text of its own in the middle of a paragraph's; what has been read of that is kept.
        var outer = _paragraphs;
        _paragraphs = new ParagraphText(_main, _styles);
        EndBlock();
        ReadBlocks(box, depth + 1);
        EndBlock();
        outer.Notes.AddRange(_paragraphs.Notes);
        _paragraphs = outer;
    }

    /// <summary>
    /// A row of single lines is a row of data and becomes one line, its cells parted by tabs. A row with a longer cell is layout: cell by cell,
    /// only that a short last cell (a date at the right) joins the first line of the cell before it, where it stands on the page.
    /// </summary>
    private void ReadTable(Table table, int depth)
    {
        EndBlock();
        foreach (var row in Rows(table))
        {
            var cells = new List<List<RawLine>>();
            foreach (var cell in Cells(row))
                cells.Add(ReadCell(cell, depth));
            cells.RemoveAll(cell => cell.Count == 0);
            if (cells.Count > 1 && cells.TrueForAll(cell => cell is [{ IsHeading: false }]) && cells.Count(cell => cell[0].Text.Length > ProseLength) < 2)
            {
                Add([cells[0][0] with { Text = string.Join('\t', cells.Select(cell => cell[0].Text.Trim())), StartsBlock = false }]);
                continue;
            }

            if (cells is [.., { Count: > 1 } text, [{ IsHeading: false, Text.Length: < 40 } beside]] && !text[0].IsHeading && !text[0].Text.StartsWith("- ", StringComparison.Ordinal))
            {
                text[0] = text[0] with { Text = $"{text[0].Text.TrimEnd()}\t{beside.Text.Trim()}" };
                cells.RemoveAt(cells.Count - 1);
            }

            foreach (var cell in cells)
            {
                EndBlock();
                Add(cell);
                EndBlock();
            }
        }

        EndBlock();
    }

    private void Add(List<RawLine> lines)
    {
        foreach (var line in lines)
        {
            _lines.Add(line with { StartsBlock = line.StartsBlock || _startsBlock });
            _startsBlock = false;
        }
    }

    private List<RawLine> ReadCell(OpenXmlElement cell, int depth)
    {
        var start = _lines.Count;
        var before = (_startsBlock, _afterListItem, _afterProse, _headingAbove);
        (_startsBlock, _afterListItem, _afterProse, _headingAbove) = (false, false, false, null);
        ReadBlocks(cell, depth + 1);
        (_startsBlock, _afterListItem, _afterProse, _headingAbove) = before;
        var lines = _lines.GetRange(start, _lines.Count - start);
        _lines.RemoveRange(start, _lines.Count - start);
        lines.RemoveAll(line => string.IsNullOrWhiteSpace(line.Text));
        return lines;
    }

    /// <summary>Rows stand in the table itself, in content controls, or in marks around custom XML.</summary>
    private static IEnumerable<TableRow> Rows(OpenXmlElement table) =>
        Nested<TableRow>(table, 0).Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null);

    private static IEnumerable<TableCell> Cells(OpenXmlElement row) => Nested<TableCell>(row, 0);

    private static IEnumerable<T> Nested<T>(OpenXmlElement parent, int depth)
        where T : OpenXmlElement
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is T found)
            {
                yield return found;
            }
            else if (depth < DeepestNesting && child is not (TableProperties or TableGrid or TableRowProperties))
            {
                foreach (var inner in Nested<T>(child, depth + 1))
                    yield return inner;
            }
        }
    }

    private void EndBlock() => (_startsBlock, _afterListItem, _afterProse, _headingAbove) = (true, false, false, null);
}
