using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ResumeService.Extraction.Docx;

/// <summary>What the style sheet says of a paragraph: heading or not, list or not, hidden or not, its size.</summary>
internal sealed class WordStyles
{
    // A chain of "based on" longer than this is a circle.
    private const int DeepestChain = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly string? _defaultParagraphStyle;
    private readonly double _defaultSize;

    public WordStyles(MainDocumentPart main)
    {
        var sheet = main.StyleDefinitionsPart?.Styles;
        foreach (var style in sheet?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
                _styles.TryAdd(id, style);
            if (style.Type?.InnerText == "paragraph" && IsOn(style.Default))
                _defaultParagraphStyle ??= style.StyleId?.Value;
        }

        _defaultSize = HalfPoints(sheet?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.FontSize) ?? 10;
    }

    /// <summary>Heading 1-9, title, or an outline level: the built-in names are English in every language's Word.</summary>
    /// <returns>0 for a title, 1-9 for a heading, null for other text.</returns>
    public int? HeadingLevel(Paragraph paragraph)
    {
        const int bodyText = 9;
        var properties = paragraph.ParagraphProperties;
        if (properties?.OutlineLevel?.Val is { HasValue: true } level)
            return level.Value < bodyText ? level.Value + 1 : null;
        foreach (var style in Chain(properties?.ParagraphStyleId?.Val?.Value))
        {
            var name = style.StyleName?.Val?.Value ?? "";
            if (name.Equals("Title", StringComparison.OrdinalIgnoreCase))
                return 0;
            if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan("heading ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
            if (style.StyleParagraphProperties?.OutlineLevel?.Val is { HasValue: true } outline)
                return outline.Value < bodyText ? outline.Value + 1 : null;
        }

        return null;
    }

    public bool IsListItem(Paragraph paragraph)
    {
        // Number 0 takes a paragraph out of the list that its style puts it in.
        if (paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val is { HasValue: true } own)
            return own.Value != 0;
        return Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
            .Select(style => style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val)
            .FirstOrDefault(number => number is { HasValue: true }) is { Value: not 0 };
    }

    public bool IsHidden(RunProperties? run) => run?.Vanish is { } own ? IsOn(own.Val) : Chain(run?.RunStyle?.Val?.Value).Any(style => style.StyleRunProperties?.Vanish is { } vanish && IsOn(vanish.Val));

    /// <summary>In points.</summary>
    public double SizeOf(Paragraph paragraph, Run run)
    {
        if (HalfPoints(run.RunProperties?.FontSize) is { } own)
            return own;
        foreach (var style in Chain(run.RunProperties?.RunStyle?.Val?.Value).Concat(Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _defaultParagraphStyle)))
        {
            if (HalfPoints(style.StyleRunProperties?.FontSize) is { } size)
                return size;
        }

        return _defaultSize;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (var depth = 0; depth < DeepestChain && id is not null && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    /// <summary>An absent value of a switch that is present means on.</summary>
    private static bool IsOn(OnOffValue? value) => value is null || !value.HasValue || value.Value;

    private static double? HalfPoints(FontSize? size) =>
        double.TryParse(size?.Val?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var half) && half is > 0 and < 2000 ? half / 2 : null;
}
