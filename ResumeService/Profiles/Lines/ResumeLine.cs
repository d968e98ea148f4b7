using ResumeService.Profiles.Dates;

namespace ResumeService.Profiles.Lines;

/// <summary>A line of a resume as the readers of the profile see it: clean text and what it looks like.</summary>
internal sealed record ResumeLine
{
    /// <summary>Text without bullet, with one space between words, icons as <c> | </c>, compatibility characters resolved.</summary>
    public required string Text { get; init; }

    /// <summary>Offset of its first character in the document's text.</summary>
    public int Start { get; init; }

    /// <summary>The line began with a bullet sign or an icon.</summary>
    public bool IsBullet { get; init; }

    /// <summary>An empty line or a page break stands in front.</summary>
    public bool StartsBlock { get; init; }

    /// <summary>So long that the next line's first word had no room in it: the column's width may have broken it here.</summary>
    public bool IsFull { get; init; }

    /// <summary>The format says that it is a heading.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Points; 0 when unknown.</summary>
    public double FontSize { get; init; }

    /// <summary>Points from the page's left; 0 when unknown.</summary>
    public double Left { get; init; }

    public int Page { get; init; }

    public IReadOnlyList<DateSpan> Dates { get; init; } = [];

    public DateSpan? Range => Dates.FirstOrDefault(span => span.IsRange);

    /// <summary>Reads like prose, or goes on with the line before: no name, title or employer.</summary>
    public bool IsProse { get; init; }

    /// <summary>Short and neither bullet nor prose: what the head of an entry is made of.</summary>
    public bool IsHead => !IsBullet && !IsProse && Text.Length <= 140;

    /// <summary>The text without its dates and the signs around them.</summary>
    public string WithoutDates { get; init; } = "";
}
