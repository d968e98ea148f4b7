using InterviewService.Questions;

namespace InterviewService.Evaluation;

/// <summary>One answer held against its question: everything that the grade is made of.</summary>
internal sealed record Examination
{
    // A longer answer shares no more by chance.
    private const double LongEnough = 150;

    private const int NearestClauses = 3;

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

    /// <summary>0 to 1: how much of the words of the reference answer or of the one in other words, whichever is more, or of the key points without either, the whole answer has.</summary>
    public required double SharedWithReference { get; init; }

    /// <summary>0 to 1: how much of the words of the reference answer, the one in other words and the key points together the answer has.</summary>
    public required double SharedWithAll { get; init; }

    /// <summary>What each clause comes nearest to; null for a question whose mistakes are not known.</summary>
    public required Stance? Stance { get; init; }

    /// <summary>The mistakes that the answer makes, the clearest first.</summary>
    public required IReadOnlyList<MistakeMade> Mistakes { get; init; }

    /// <summary>0 to 1: how much of the reference answer has words of like meaning in the whole answer; null without a comparison of meaning.</summary>
    public required double? ReferenceRecall { get; init; }

    /// <summary>Strong claims to a hundred words that the reference answer does not make.</summary>
    public required double Overclaims { get; init; }

    public required Detail Detail { get; init; }

    public required Story Story { get; init; }

    /// <summary>How a story fits a behavioural question of the question bank; null for any other question.</summary>
    public required StoryFit? Fit { get; init; }

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

    /// <summary>
    /// About 1 for an answer to the question, about 0 for one to another: closeness to the question and the reference answer, less what a longer text shares by chance. Weights found by setting answers
    /// to other questions against the graded ones (docs/examiner.md).
    /// </summary>
    public double Topicality
    {
        get
        {
            var words = Math.Clamp(WordsSaid, 5, LongEnough);
            var near = Stance is not null && !ByWordsAlone
                ? 1.73 + 0.45 * SharedWithAll + 1.3 * Relevance + 1.8 * Stance.Nearest - 0.61 * Math.Log(words)
                : ReferenceRecall is { } recall
                ? 1.01 + 0.68 * SharedWithReference + 0.83 * Relevance + 0.21 * recall - 0.25 * Math.Log(words)
                : (Text.IsChinese ? 1.5 : 1.35) + 1.34 * SharedWithReference + 0.36 * Relevance - 0.28 * Math.Log(words);
            // There is more than one good way in a supposed case: steps that the person would take count for it.
            return Question.Kind == QuestionType.Situational ? near + 0.2 * Story.Plan : near;
        }
    }

    /// <summary>
    /// As <see cref="Topicality"/> of a story: where the question bank knows stories on the question, by how near the nearest clauses come to them and whether another of its questions is nearer. Else the
    /// question alone says little of what an answer to it speaks of, and a full story counts for being one.
    /// </summary>
    public double StoryTopicality
    {
        get
        {
            if (Text.IsChinese || Stance is null || Fit is not { } fit)
                return Math.Max(1.5 * Relevance, 0.3 * Scale.Ramp(Story.Parts, 0.3, 0.6));
            return -0.23 + 0.75 * Stance.Near(NearestClauses) + 0.74 * Relevance + 0.45 * SharedWithAll - 0.13 * Math.Log(Math.Max(1, WordsSaid)) + 0.71 * fit.Rank + 0.5 * fit.Closeness;
        }
    }

    /// <summary>1 for a word or two, 0 from about seventy words on and where something is wrong: who says little on the topic can have little wrong.</summary>
    public double Brevity => Contradictions > 0 ? 0 : 1 - Scale.Ramp(WordsSaid, 12, 68);

    private double WordsSaid => Text.IsChinese ? Text.WordCount / Clarity.CharactersPerWord : Text.WordCount;

    public int Contradictions => Points.Count(point => point.Contradicted) + Misplaced + (Question.Kind == QuestionType.Technical ? 0 : Story.Misconduct.Count);
}
