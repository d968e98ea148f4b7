namespace ChatCvService.Conversation.Text;

/// <summary>Tells whether a text is written in the script whose sentences the rules read.</summary>
internal static class Scripts
{
    /// <summary>More than half of its letters are no Latin ones; a name of a few letters in its own script counts as readable.</summary>
    public static bool IsForeign(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters > 0 && 2 * text.Count(c => char.IsLetter(c) && !IsLatin(c)) > letters && !IsShort(text, letters);
    }

    private static bool IsShort(string text, int letters) => letters <= 4 && Wording.WordsOf(text).Count == 1;

    private static bool IsLatin(char c) => c is < '\u0250' or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A');
}
