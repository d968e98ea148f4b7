using InterviewService.Questions;

namespace InterviewService.Evaluation;

/// <summary>One answer held against its question: everything that the grade is made of.</summary>
internal sealed record Examination
{
    // What it takes to make one point well in a sentence.
    private const double WordsPerPoint = 22;

    public required ExaminedQuestion Question { get; init; }

    /// <summary>What is graded: without orders to the grader and without the question given back.</summary>
    public required AnswerText Text { get; init; }

    /// <summary>One for each key point.</summary>
    public required IReadOnlyList<KeyPointResult> Points { get; init; }

    /// <summary>Properties given to the wrong one of two things that the question sets against each other.</summary>
    public required int Misplaced { get; init; }

    /// <summary>There was no comparison of meaning: Chinese, or no service to compare.</summary>
    public required bool ByWordsAlone { get; init; }

    /// <summary>The sentences that speak of what was asked.</summary>
    public required IReadOnlyList<Sentence> OnTopic { get; init; }

    /// <summary>0 to 1: how near the whole, or the nearest sentence, comes to the question and its reference answer.</summary>
    public required double Relevance { get; init; }

    public required Story Story { get; init; }
    public required Clarity Clarity { get; init; }

    /// <summary>Judged by what the person did, not by what is to be known.</summary>
    public bool IsAboutThePerson => Question.Kind is QuestionType.Behavioral or QuestionType.ProjectBased || Question.KeyPoints.Count == 0;

    /// <summary>
    /// Mean over the key points; a contradicted one counts as not made. For a supposed case the steps that the person would take stand for a part of them: there is more than one good way.
    /// </summary>
    public double Coverage
    {
        get
        {
            var made = Points.Count == 0 ? 0 : Points.Average(point => point.Contradicted ? 0 : point.Covered);
            return Question.Kind == QuestionType.Situational ? made + 0.35 * Story.Plan * (1 - made) : made;
        }
    }

    /// <summary>0 to 1: how much of what was said is to the point; 1 for an answer that covers most. Long talk around one point stays low.</summary>
    public double Focus
    {
        get
        {
            var words = Text.IsChinese ? Text.WordCount / 1.6 : Text.WordCount;
            return words == 0 ? 0 : Math.Max(Scale.Ramp(Coverage * Points.Count * WordsPerPoint / words, 0, 1), Scale.Ramp(Coverage, 0.25, 0.6));
        }
    }

    public int Contradictions => Points.Count(point => point.Contradicted) + Misplaced + (Question.Kind == QuestionType.Technical ? 0 : Story.Misconduct.Count);
}
