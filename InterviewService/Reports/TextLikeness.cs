using System.Text.RegularExpressions;
using InterviewService.Evaluation;
using InterviewService.Questions.Selection;

namespace InterviewService.Reports;

/// <summary>How much of what a job description says the resume says too: the mean over its sentences of the best line of the resume.</summary>
internal sealed partial class TextLikeness(ITextComparer texts, ILogger<TextLikeness> logger)
{
    // The limits of the comparison.
    private const int MaxSentences = 64;
    private const int MaxLines = 256;
    private const int MaxLength = 1_000;
    private const int MinWords = 4;

    /// <summary>0 to 1; null when there is nothing to compare, or nobody to compare it.</summary>
    public async Task<double?> CompareAsync(string jobDescription, string resume, CancellationToken cancellationToken)
    {
        // The word vectors behind the comparison know no Chinese.
        if (Interviewee.IsChinese(jobDescription) || Interviewee.IsChinese(resume))
            return null;
        var sentences = Parts(SentenceEnd().Split(jobDescription), MaxSentences);
        var lines = Parts(resume.Split('\n'), MaxLines);
        if (sentences.Count == 0 || lines.Count == 0)
            return null;
        try
        {
            var comparison = await texts.CompareAsync(sentences, lines, cancellationToken);
            return Math.Clamp(comparison.SoftRecall.Average(row => row.Max()), 0, 1);
        }
        catch (HttpRequestException exception)
        {
            Log.ComparisonMissing(logger, exception.HttpRequestError.ToString());
            return null;
        }
    }

    private static List<string> Parts(IEnumerable<string> texts, int max) => [.. texts
        .Select(text => Questions.Text.OneLine(text).TrimStart('-', '*', '•', '·', ' '))
        .Where(text => text.Split(' ').Length >= MinWords)
        .Select(text => Questions.Text.Shorten(text, MaxLength))
        .Distinct(StringComparer.Ordinal)
        .Take(max)];

    [GeneratedRegex(@"(?<=[.!?;])\s+|(?<=[。！？；])|[\r\n]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SentenceEnd();
}
