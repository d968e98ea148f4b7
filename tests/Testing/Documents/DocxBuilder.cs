using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Testing.Documents;

/// <summary>Writes Word documents part by part. <see cref="BodyXml"/> takes WordprocessingML for what has no method of its own (prefixes w, r, mc, wps, wp, a, v).</summary>
public sealed class DocxBuilder
{
    private const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml"
        """;

    private readonly StringBuilder _body = new();
    private readonly List<(string Text, string Type)> _headers = [];
    private readonly List<string> _footers = [];
    private readonly List<string> _footnotes = [];
    private readonly List<string> _links = [];

    /// <summary>A document of plain paragraphs.</summary>
    public static byte[] OfParagraphs(params IReadOnlyList<string> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        var document = new DocxBuilder();
        foreach (var paragraph in paragraphs)
            document.Paragraph(paragraph);
        return document.Build();
    }

    public DocxBuilder Paragraph(string text) => BodyXml($"<w:p>{Run(text)}</w:p>");

    /// <summary>A paragraph in the built-in style Heading 1, 2 and so on.</summary>
    public DocxBuilder Heading(string text, int level = 1) =>
        BodyXml($"<w:p><w:pPr><w:pStyle w:val=\"Heading{level.ToString(CultureInfo.InvariantCulture)}\"/></w:pPr>{Run(text)}</w:p>");

    public DocxBuilder Bullet(string text) => BodyXml($"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{Run(text)}</w:p>");

    /// <summary>A table; a line break (<c>\n</c>) in a cell starts another paragraph.</summary>
    public DocxBuilder Table(params IReadOnlyList<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var xml = new StringBuilder("<w:tbl>");
        foreach (var row in rows)
        {
            xml.Append("<w:tr>");
            foreach (var cell in row)
                xml.Append("<w:tc>").AppendJoin("", cell.Split('\n').Select(line => $"<w:p>{Run(line)}</w:p>")).Append("</w:tc>");
            xml.Append("</w:tr>");
        }

        return BodyXml(xml.Append("</w:tbl>").ToString());
    }

    /// <summary>A text box as Word writes it: DrawingML, and the same text again in VML for older readers.</summary>
    public DocxBuilder TextBox(params IReadOnlyList<string> paragraphs)
    {
        var content = string.Concat(paragraphs.Select(text => $"<w:p>{Run(text)}</w:p>"));
        return BodyXml(
            $"""
            <w:p><w:r><mc:AlternateContent>
            <mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
            </mc:AlternateContent></w:r></w:p>
            """);
    }

    /// <summary>A page header; <paramref name="type"/> is default, first or even.</summary>
    public DocxBuilder Header(string text, string type = "default")
    {
        _headers.Add((text, type));
        return this;
    }

    public DocxBuilder Footer(string text)
    {
        _footers.Add(text);
        return this;
    }

    public DocxBuilder Footnote(string text, string note)
    {
        _footnotes.Add(note);
        return BodyXml($"<w:p>{Run(text)}<w:r><w:footnoteReference w:id=\"{_footnotes.Count.ToString(CultureInfo.InvariantCulture)}\"/></w:r></w:p>");
    }

    public DocxBuilder Link(string text, string target)
    {
        _links.Add(target);
        return BodyXml($"<w:p><w:hyperlink r:id=\"link{_links.Count.ToString(CultureInfo.InvariantCulture)}\">{Run(text)}</w:hyperlink></w:p>");
    }

    public DocxBuilder BodyXml(string xml)
    {
        _body.Append(xml);
        return this;
    }

    /// <summary>A run of text with what is special in XML escaped.</summary>
    public static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var references = new StringBuilder();
            foreach (var (index, (text, type)) in _headers.Index())
            {
                var part = main.AddNewPart<HeaderPart>(string.Create(CultureInfo.InvariantCulture, $"header{index}"));
                Feed(part, $"<w:hdr {Namespaces}><w:p>{Run(text)}</w:p></w:hdr>");
                references.Append(CultureInfo.InvariantCulture, $"<w:headerReference w:type=\"{type}\" r:id=\"header{index}\"/>");
            }

            foreach (var (index, text) in _footers.Index())
            {
                var part = main.AddNewPart<FooterPart>(string.Create(CultureInfo.InvariantCulture, $"footer{index}"));
                Feed(part, $"<w:ftr {Namespaces}><w:p>{Run(text)}</w:p></w:ftr>");
                references.Append(CultureInfo.InvariantCulture, $"<w:footerReference w:type=\"default\" r:id=\"footer{index}\"/>");
            }

            if (_footnotes.Count > 0)
            {
                var notes = string.Concat(_footnotes.Index().Select(note => string.Create(CultureInfo.InvariantCulture, $"<w:footnote w:id=\"{note.Index + 1}\"><w:p>{Run(note.Item)}</w:p></w:footnote>")));
                Feed(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Namespaces}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>{notes}</w:footnotes>");
            }

            foreach (var (index, target) in _links.Index())
                main.AddHyperlinkRelationship(new Uri(target, UriKind.RelativeOrAbsolute), isExternal: true, string.Create(CultureInfo.InvariantCulture, $"link{index + 1}"));

            Feed(main.AddNewPart<StyleDefinitionsPart>(), Styles);
            Feed(main.AddNewPart<NumberingDefinitionsPart>(), Numbering);
            Feed(main, $"<w:document {Namespaces}><w:body>{_body}<w:sectPr>{references}</w:sectPr></w:body></w:document>");
        }

        return file.ToArray();
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    private const string Styles =
        $"""
        <w:styles {Namespaces}>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="My section"/><w:basedOn w:val="Heading1"/></w:style>
        </w:styles>
        """;

    private const string Numbering =
        $"""
        <w:numbering {Namespaces}>
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        </w:numbering>
        """;
}
