namespace InterviewService.Evaluation;

/// <summary>What an answer lacks, in one line that stands without the answer.</summary>
internal static class Shortfall
{
    /// <summary>What is not right, else the first thing missing, with the group of the question; null when there is nothing to name, because of a gate or because all is there.</summary>
    public static string? Of(string category, AnswerEvaluation evaluation, bool isChinese)
    {
        if (evaluation is not { Gate: null, Missing: [var first, ..] })
            return null;
        // What is said the wrong way round stands first, in words of its own.
        var isWrong = evaluation.Mistakes.Count > 0 || evaluation.KeyPoints.Any(point => point.Contradicted);
        return (isWrong, isChinese) switch
        {
            (true, true) => $"{category}：{first.TrimEnd('。')}。",
            (true, false) => $"{category}: {first.TrimEnd('.')}.",
            (false, true) => $"{category}：还缺少“{first.TrimEnd('。')}”。",
            (false, false) => $"{category}: still missing is “{first.TrimEnd('.')}”.",
        };
    }
}
