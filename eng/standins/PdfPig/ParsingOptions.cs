namespace UglyToad.PdfPig;

/// <summary>How to open a document. The real type's other settings steer PdfPig's own parser and have no counterpart in poppler.</summary>
public class ParsingOptions
{
    public string Password { get; set; } = string.Empty;

    /// <summary>Tried in turn after <see cref="Password"/>; the empty password is always tried too.</summary>
    public List<string> Passwords { get; set; } = [];
}
