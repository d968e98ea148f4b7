using System.Globalization;
using ChatCvService.Documents.Templates;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ChatCvService.Documents.Export;

/// <summary>The styles of a Word document, by Word's own names where Word has one. Sizes are half points, spacing twentieths of a point.</summary>
internal static class DocxStyles
{
    private const string Ink = "1B222B";
    private const string Muted = "4A5563";
    private const int BulletList = 1;

    public static Styles Styles(DocxLook look, DocxPage page, TextLanguage language)
    {
        var head = look.CenteredHead ? JustificationValues.Center : JustificationValues.Left;
        return new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = look.BodyFont, HighAnsi = look.BodyFont, ComplexScript = look.BodyFont },
                    new Color { Val = Ink },
                    new FontSize { Val = "21" },
                    new FontSizeComplexScript { Val = "21" },
                    new Languages { Val = language.Tag, Bidi = language.Direction == "rtl" ? language.Tag : null })),
                new ParagraphPropertiesDefault(Paragraph(language, after: 60))),
            Style("Normal", "Normal", isDefault: true),
            Character("DefaultParagraphFont", "Default Paragraph Font", isDefault: true),
            Style("Title", "Title", Properties(after: 0, keepNext: true, align: head), Font(look.HeadFont, 48, bold: true), next: "Subtitle"),
            Style("Subtitle", "Subtitle", Properties(after: 40, keepNext: true, align: head), Font(look.HeadFont, 25, color: look.CenteredHead ? Muted : look.Accent), next: "Normal"),
            Style("Contact", "Contact", Properties(after: 120, align: head, border: look.RuledHead ? look.Accent : null), Run(Muted)),
            Style("Heading1", "heading 1", Properties(before: 220, after: 70, keepNext: true, outline: 0, border: look.RuledSections ? look.Accent : null), Font(look.HeadFont, 25, bold: true, color: look.Accent), next: "Normal"),
            Style("Heading2", "heading 2", Properties(before: 120, after: 0, keepNext: true, outline: 1, rightTab: page.TextWidth), Font(look.BodyFont, 21, bold: true), next: "Place"),
            Style("Place", "Place", Properties(after: 40, keepNext: true), look.RuledSections ? Run(Muted, italic: true) : Run(Muted)),
            Style("ListBullet", "List Bullet", Properties(after: 30, bullets: true)),
            Style("Date", "Date", Properties(before: 360, after: 240), Run(Muted)),
            Style("Address", "Address", Properties(after: 0)),
            Style("BodyText", "Body Text", Properties(before: 120, after: 60)),
            Style("Closing", "Closing", Properties(before: 240, after: 360, keepNext: true)),
            Style("Signature", "Signature", Properties(after: 0), Run(Ink, bold: true)),
            Character("Dates", "Dates", Run(Muted, bold: false)),
            Character("Strong", "Strong", Run(Ink, bold: true)),
            Character("Hyperlink", "Hyperlink", Run(look.Accent)));
    }

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "284", Hanging = "227" }))
            { LevelIndex = 0 })
        { AbstractNumberId = BulletList },
        new NumberingInstance(new AbstractNumId { Val = BulletList }) { NumberID = BulletList });

    // Without a mode Word opens the file as one of an old version.
    public static Settings Settings() => new(new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static ParagraphPropertiesBaseStyle Paragraph(TextLanguage language, int after)
    {
        var properties = new ParagraphPropertiesBaseStyle(new WidowControl());
        if (language.Direction == "rtl")
            properties.Append(new BiDi());
        properties.Append(new SpacingBetweenLines { After = Twips(after), Line = "259", LineRule = LineSpacingRuleValues.Auto });
        return properties;
    }

    // In the order that the schema asks for.
    private static StyleParagraphProperties Properties(
        int before = 0, int after = 0, bool keepNext = false, bool bullets = false, string? border = null, int? rightTab = null, JustificationValues align = JustificationValues.Left, int? outline = null)
    {
        var properties = new StyleParagraphProperties();
        if (keepNext)
            properties.Append(new KeepNext(), new KeepLines());
        if (bullets)
            properties.Append(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = BulletList }));
        if (border is not null)
            properties.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 2, Color = border }));
        if (rightTab is { } position)
            properties.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Position = position }));
        properties.Append(new SpacingBetweenLines { Before = Twips(before), After = Twips(after) });
        if (align != JustificationValues.Left)
            properties.Append(new Justification { Val = align });
        if (outline is { } level)
            properties.Append(new OutlineLevel { Val = level });
        return properties;
    }

    private static StyleRunProperties Font(string name, int halfPoints, bool bold = false, string color = Ink)
    {
        var size = halfPoints.ToString(CultureInfo.InvariantCulture);
        var properties = new StyleRunProperties(new RunFonts { Ascii = name, HighAnsi = name, ComplexScript = name });
        if (bold)
            properties.Append(new Bold(), new BoldComplexScript());
        properties.Append(new Color { Val = color }, new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        return properties;
    }

    private static StyleRunProperties Run(string color, bool? bold = null, bool italic = false)
    {
        var properties = new StyleRunProperties();
        if (bold is { } isBold)
            properties.Append(new Bold { Val = isBold }, new BoldComplexScript { Val = isBold });
        if (italic)
            properties.Append(new Italic(), new ItalicComplexScript());
        properties.Append(new Color { Val = color });
        return properties;
    }

    private static Style Style(string id, string name, StyleParagraphProperties? paragraph = null, StyleRunProperties? run = null, string? next = null, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
            style.Append(new BasedOn { Val = "Normal" });
        if (next is not null)
            style.Append(new NextParagraphStyle { Val = next });
        style.Append(new PrimaryStyle());
        if (paragraph is not null)
            style.Append(paragraph);
        if (run is not null)
            style.Append(run);
        return style;
    }

    private static Style Character(string id, string name, StyleRunProperties? run = null, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Character, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
            style.Append(new BasedOn { Val = "DefaultParagraphFont" });
        if (run is not null)
            style.Append(run);
        return style;
    }

    private static string Twips(int length) => length.ToString(CultureInfo.InvariantCulture);
}
