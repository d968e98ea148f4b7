namespace ResumeService.Features;

/// <summary>Limits of a job description as people paste it.</summary>
internal static class JobDescriptionText
{
    /// <summary>In UTF-16 units; the longest real posting measured has 12,303.</summary>
    public const int MaxLength = 100_000;

    /// <summary>The text to analyse, or the reason why it cannot be. Blank is null and no error.</summary>
    public static (string? Text, string? Error) Read(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
            return (null, null);
        return given.Length > MaxLength
            ? (null, "Job description is too long (maximum 100,000 characters)")
            : (given.ReplaceLineEndings("\n"), null);
    }
}
