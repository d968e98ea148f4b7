using InterviewService.Questions.Selection;

namespace InterviewService.Engine.Model;

/// <summary>Documents on their way to a language model, and what every text that comes back is held to.</summary>
internal static class Documents
{
    /// <summary>At most <paramref name="length"/> UTF-16 units of the beginning; no character is cut in two.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    public static string NameOf(string language) => language == Interviewee.Chinese ? "Chinese" : "English";

    /// <summary>Said to the model about a text in another language than the person's.</summary>
    public static IEnumerable<string> LanguageProblems(string place, string text, string language)
    {
        // A Chinese text may quote more English than it has Chinese of its own.
        var isRight = language == Interviewee.Chinese ? text.Any(character => character is >= '\u4E00' and <= '\u9FFF') : !Interviewee.IsChinese(text);
        if (!isRight)
            yield return $"{place} must be in {NameOf(language)}";
    }

    /// <summary>Each number from 1 to <paramref name="count"/> once.</summary>
    public static IEnumerable<string> NumberProblems(string place, IEnumerable<int> numbers, int count)
    {
        if (!numbers.Order().SequenceEqual(Enumerable.Range(1, count)))
            yield return count == 0 ? $"{place} must be empty" : $"{place} must have each number from 1 to {count} exactly once";
    }
}
