using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Identity;

/// <summary>One spelling per mailbox: trimmed, lower case, an international domain in its ASCII form.</summary>
internal static partial class EmailAddress
{
    // RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all.
    private const int MaxLength = 254;
    private const int MaxLocalLength = 64;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The normalised address, or null when <paramref name="text"/> is none.</summary>
    public static string? Normalise(string text)
    {
        if (text.Length > MaxLength)
            return null;
        var parts = text.Trim().Split('@');
        if (parts is not [{ Length: > 0 and <= MaxLocalLength } local, { Length: > 0 } domain] || !LocalPart.IsMatch(local))
            return null;
        try
        {
            var host = Idn.GetAscii(domain).ToLowerInvariant();
            var address = local.Normalize(NormalizationForm.FormC).ToLowerInvariant() + "@" + host;
            return Domain.IsMatch(host) && address.Length <= MaxLength ? address : null;
        }
        catch (ArgumentException)
        {
            // Not a domain name, or no valid Unicode.
            return null;
        }
    }

    // Atoms with single dots between them; quoted local parts exist in the RFC alone.
    [GeneratedRegex(@"\A[^\s\p{C}@""(),:;<>\[\]\\.]+(\.[^\s\p{C}@""(),:;<>\[\]\\.]+)*\z", RegexOptions.None, 1000)]
    private static partial Regex LocalPart { get; }

    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\z", RegexOptions.None, 1000)]
    private static partial Regex Domain { get; }
}
