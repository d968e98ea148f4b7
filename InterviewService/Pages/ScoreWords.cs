namespace InterviewService.Pages;

/// <summary>What a score from 0 to 100 means, in words.</summary>
internal static class ScoreWords
{
    private const int Strong = 80;
    private const int Solid = 60;
    private const int Fair = 40;

    public static string OfInterview(int score) => score switch { >= Strong => "a strong interview", >= Solid => "a solid interview", >= Fair => "a fair start", _ => "more preparation needed" };

    public static string OfAnswer(int score) => score switch { >= Strong => "strong", >= Solid => "solid", >= Fair => "fair", _ => "weak" };

    /// <summary>Class of a tag; the words beside it say the same.</summary>
    public static string ToneOf(int score) => score switch { >= Solid => "tag-good", >= Fair => "tag-warn", _ => "tag-bad" };
}
