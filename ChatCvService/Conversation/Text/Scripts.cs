using System.Text.RegularExpressions;

namespace ChatCvService.Conversation.Text;

/// <summary>Tells whether a text is written in the script whose sentences the rules read.</summary>
internal static partial class Scripts
{
    /// <summary>More than half of its letters are no Latin ones; a name of a few letters in its own script counts as readable.</summary>
    public static bool IsForeign(string text)
    {
        // "My name is 王小明" is English; an address has Latin letters in every language.
        var words = Addresses().Replace(text, " ");
        var letters = words.Count(char.IsLetter);
        return letters > 0 && 2 * words.Count(c => char.IsLetter(c) && !IsLatin(c)) > letters && !IsShort(words, letters) && !English().IsMatch(words);
    }

    private static bool IsShort(string text, int letters) => letters <= 4 && Wording.WordsOf(text).Count == 1;

    [GeneratedRegex(@"[\x21-\x7E]{0,64}[@./][\x21-\x7E]{0,64}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\b(?:i|i'm|my|name|is|am|the|at|in|and|as|work|speak)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex English();

    private static bool IsLatin(char c) => c is < '\u0250' or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A');
}
