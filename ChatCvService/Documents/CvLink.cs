namespace ChatCvService.Documents;

/// <summary>An address from a CV, as people read it and as a click follows it.</summary>
/// <param name="Text">Without the scheme and <c>www.</c>.</param>
/// <param name="Target">Always http, https, mailto or tel; null when the text is no address.</param>
internal sealed record CvLink(string Text, string? Target)
{
    public static CvLink Web(string address)
    {
        var text = address.Trim();
        // "linkedin.com/in/ada" as people write it, but not "see my GitHub".
        var candidate = text.Contains("://", StringComparison.Ordinal) ? text : text.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace) ? "https://" + text : "";
        if (!Uri.TryCreate(candidate, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return new CvLink(text, null);
        var shown = candidate[(candidate.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        return new CvLink(shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? shown[4..] : shown, uri.AbsoluteUri);
    }

    public static CvLink Email(string address)
    {
        var text = address.Trim();
        return new CvLink(text, text.Contains('@', StringComparison.Ordinal) && !text.Any(character => char.IsWhiteSpace(character) || character is '<' or '>' or '"') ? "mailto:" + Uri.EscapeDataString(text).Replace("%40", "@", StringComparison.Ordinal) : null);
    }

    public static CvLink Phone(string number)
    {
        var text = number.Trim();
        var digits = string.Concat(text.Where((character, index) => char.IsAsciiDigit(character) || (character == '+' && index == 0)));
        return new CvLink(text, digits.Length >= 5 ? "tel:" + digits : null);
    }
}
