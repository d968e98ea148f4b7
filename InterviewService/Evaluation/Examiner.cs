namespace InterviewService.Evaluation;

/// <summary>Grades answers by the rubric, from what can be shown in them: the same answer gets the same grade. Holds no state.</summary>
internal sealed class Examiner(ITextComparer texts)
{
    /// <exception cref="HttpRequestException">The comparison of texts is not to be had: evaluate later, since a grade without it would differ.</exception>
    public Task<AnswerEvaluation> EvaluateAsync(ExaminedQuestion question, string answer, CancellationToken cancellationToken)
    {
        _ = texts;
        throw new NotSupportedException();
    }

    /// <summary>
    /// The share of the key points that the answer makes, 0 to 1: for the decision on a follow-up. Without the comparison of texts it is told from the words alone.
    /// A question without key points is judged by the parts of the story.
    /// </summary>
    public Task<double> CoverageAsync(ExaminedQuestion question, string answer, CancellationToken cancellationToken)
    {
        _ = texts;
        throw new NotSupportedException();
    }
}
