using ChatCvService.Documents.Templates;

namespace ChatCvService.Documents.Export;

/// <summary>What differs between the templates in Word. The fonts are those that Word and its kin have everywhere.</summary>
/// <param name="BodyFont">For text.</param>
/// <param name="HeadFont">For the name and the headings.</param>
/// <param name="Accent">Colour of headings, hex without the hash.</param>
internal sealed record DocxLook(string BodyFont, string HeadFont, string Accent)
{
    /// <summary>The name and the contact stand in the middle.</summary>
    public bool CenteredHead { get; init; }

    /// <summary>A rule under each section's heading.</summary>
    public bool RuledSections { get; init; }

    /// <summary>A rule under the name and contact.</summary>
    public bool RuledHead { get; init; }

    public static DocxLook Of(CvTemplate template) => template.Code switch
    {
        "professional" => new("Calibri", "Cambria", "2A2F36") { CenteredHead = true, RuledSections = true },
        "modern" => new("Calibri", "Calibri", "0B6B62") { RuledHead = true },
        _ => new("Calibri", "Calibri", "1D4E79"),
    };
}
