namespace InterviewService.Evaluation;

/// <summary>The words that go with a grade.</summary>
internal static class Feedback
{
    public static AnswerEvaluation OfGate(ExaminedQuestion question, AnswerGate gate, IReadOnlyCollection<Sentence> orders) => new()
    {
        Score = 0, Rubric = RubricScores.None, Gate = gate, Feedback = "", KeyPoints = [], Strengths = [], Missing = [], NextStep = "",
    };

    public static AnswerEvaluation Of(Examination examination, RubricScores rubric, AnswerGate? gate, IReadOnlyCollection<Sentence> orders) => new()
    {
        Score = gate is null ? rubric.Total : Math.Min(20, rubric.Total), Rubric = rubric, Gate = gate, Feedback = "", KeyPoints = examination.Points, Strengths = [], Missing = [], NextStep = "",
    };
}
