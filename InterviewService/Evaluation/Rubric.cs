namespace InterviewService.Evaluation;

/// <summary>From what was found in an answer to the four parts of the rubric (CONTRACT.md, "S2 sessions"). docs/examiner.md says the maps in words.</summary>
internal static class Rubric
{
    private const double FullAccuracy = 40;
    private const double FullCompleteness = 20;
    private const double FullDepth = 25;
    private const double FullExpression = 15;

    public static RubricScores Of(Examination examination) =>
        examination.IsAboutThePerson ? OfStory(examination) : OfKnowledge(examination);

    /// <summary>What part of the depth's ingredients an answer has, 0 to 1, each ingredient counted over the sentences on the topic.</summary>
    public static double Substance(IReadOnlyList<Sentence> sentences)
    {
        var found = sentences.Select(sentence => Specifics.Of(sentence.Plain)).ToList();
        double Has(Specific kind, double enough) => Math.Min(1, found.Count(specifics => specifics.HasFlag(kind)) / enough);
        var words = sentences.Sum(sentence => Words.IsHan(sentence.Words[0].Text[0]) ? sentence.Words.Count / 1.6 : sentence.Words.Count);
        return 0.34 * Scale.Ramp(words, 12, 100)
            + 0.18 * Has(Specific.Cause, 2)
            + 0.14 * Has(Specific.TradeOff, 2)
            + 0.12 * Has(Specific.Condition, 2)
            + 0.1 * Has(Specific.Number, 1)
            + 0.12 * Math.Max(Has(Specific.Example, 1), Has(Specific.Experience, 1));
    }

    private static RubricScores OfKnowledge(Examination examination)
    {
        var coverage = examination.Coverage;
        var right = Math.Pow(Scale.Ramp(coverage, 0, 0.68), 0.75) * (0.4 + 0.6 * examination.Focus);
        // Short, on the topic and nothing wrong in it: a start, even where it makes no point as it is written.
        right = Math.Max(right, 0.45 * Scale.Ramp(examination.Relevance, 0.25, 0.5) * (1 - Scale.Ramp(examination.Text.WordCount, 25, 70)));
        // Each thing said the wrong way round takes a third of what is left.
        var trust = Math.Pow(0.68, examination.Contradictions);
        var carried = Scale.Ramp(coverage, 0.08, 0.55) * trust;
        return Rounded(
            right * trust,
            Scale.Ramp(coverage, 0, 0.78) * trust,
            Substance(examination.OnTopic) * carried,
            examination.Clarity.Overall * (0.25 + 0.75 * Scale.Ramp(right, 0.1, 0.7)) * (0.5 + 0.5 * trust));
    }

    private static RubricScores OfStory(Examination examination)
    {
        var story = examination.Story;
        var points = examination.Points.Count == 0 ? story.Parts : examination.Coverage;
        var own = 0.75 * story.Parts + 0.25 * points;
        // The question alone says little of what an answer to it speaks of: a full story counts half for being one.
        var answered = Math.Max(Scale.Ramp(examination.Relevance, 0.05, 0.25), 0.75 * Scale.Ramp(story.Parts, 0.3, 0.6)) * Math.Pow(0.6, story.Misconduct.Count);
        var parts = (story.Situation + story.Task + Math.Min(1, story.Action * 1.5) + story.Result) / 4;
        var depth = 0.55 * Substance(examination.Text.Sentences) + 0.25 * story.MeasuredResult + 0.2 * story.Lesson;
        var carried = Scale.Ramp(story.Action + 0.5 * story.Result, 0, 0.9) * answered;
        return Rounded(
            Math.Pow(own, 0.8) * answered,
            parts * answered,
            depth * carried,
            examination.Clarity.Overall * (0.25 + 0.75 * Scale.Ramp(own, 0, 0.5)) * (0.4 + 0.6 * answered));
    }

    private static RubricScores Rounded(double accuracy, double completeness, double depth, double expression) => new(
        Points(accuracy, FullAccuracy), Points(completeness, FullCompleteness), Points(depth, FullDepth), Points(expression, FullExpression));

    private static int Points(double share, double full) => (int)Math.Round(Math.Clamp(share, 0, 1) * full, MidpointRounding.AwayFromZero);
}
