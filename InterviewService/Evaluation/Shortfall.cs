namespace InterviewService.Evaluation;

/// <summary>What an answer lacks, in one line that stands without the answer.</summary>
internal static class Shortfall
{
    /// <summary>The first thing missing, with the group of the question; null when there is nothing to name, because of a gate or because all is there.</summary>
    public static string? Of(string category, AnswerEvaluation evaluation, bool isChinese) => (evaluation, isChinese) switch
    {
        ({ Gate: null, Missing: [var missing, ..] }, false) => $"{category}: still missing is “{missing.TrimEnd('.')}”.",
        ({ Gate: null, Missing: [var missing, ..] }, true) => $"{category}：还缺少“{missing.TrimEnd('。')}”。",
        _ => null,
    };
}
