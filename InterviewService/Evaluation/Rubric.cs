namespace InterviewService.Evaluation;

/// <summary>From what was found in an answer to the four parts of the rubric (CONTRACT.md, "S2 sessions"). docs/examiner.md says the maps in words.</summary>
internal static class Rubric
{
    private const double FullAccuracy = 40;
    private const double FullCompleteness = 20;
    private const double FullDepth = 25;
    private const double FullExpression = 15;

    // Below the first an answer is to another question, from the second on it is to this one (Examination.Topicality).
    internal const double OtherTopic = 0.33;
    private const double ThisTopic = 0.63;

    // The same for a story (Examination.StoryTopicality).
    internal const double OtherStory = 0.1;
    private const double ThisStory = 0.4;

    // Stories of nothing but poor conduct come as low as the first, good ones on a quarrel hardly below the second (Story.Tenor).
    private const double AgainstThePerson = -2.5;
    private const double NotAgainstThePerson = -0.5;

    private const int MostContradictions = 3;

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
        if (examination.Stance is { } stance)
            return OfStatements(examination, stance);
        var evidence = Evidence(examination);
        var detail = DetailOf(examination.Detail);
        var onTopic = OnTopic(examination);
        return Rounded(
            Scale.Sigmoid(0.44 + evidence + 3.88 * detail) * onTopic,
            Scale.Sigmoid(-6.5 + 0.8 * evidence + 7 * detail + 2.2 * examination.Coverage) * onTopic,
            Scale.Sigmoid(-3.3 + 0.96 * evidence + 6.2 * detail) * onTopic,
            examination.Clarity.Overall * Scale.Sigmoid(-3.8 + 2.6 * evidence + 2.2 * detail) * onTopic);
    }

    /// <summary>Where it is known what candidates say right and wrong, the clauses of the answer speak for and against it.</summary>
    private static RubricScores OfStatements(Examination examination, Stance stance)
    {
        var evidence = 0.8 * stance.For - 1.35 * stance.Against + 2.1 * examination.SharedWithAll + 0.3 * examination.Coverage
            - 0.2 * Math.Min(MostContradictions, examination.Contradictions) - 0.4 * Math.Log(1 + examination.Overclaims);
        var detail = DetailOf(examination.Detail);
        var onTopic = OnTopic(examination);
        return Rounded(
            Scale.Sigmoid(1.2 + evidence) * onTopic,
            Scale.Sigmoid(-6.5 + 0.8 * evidence + 9.75 * detail + 2.2 * examination.Coverage) * onTopic,
            Scale.Sigmoid(-2 + 0.96 * evidence + 4.2 * detail) * onTopic,
            examination.Clarity.Overall * Scale.Sigmoid(-1.8 + 2 * evidence + 2.2 * detail) * onTopic);
    }

    // Neither another topic nor nothing on this one earns points for how it is told.
    private static double OnTopic(Examination examination) =>
        Scale.Ramp(examination.Topicality, OtherTopic, ThisTopic) * Scale.Ramp(Support(examination), 0.1, 0.3);

    /// <summary>What speaks for knowledge, less what speaks against it: below 0 for an answer that is wrong, about 3 for one that says most of it and nothing wrong.</summary>
    private static double Evidence(Examination examination) =>
        Support(examination)
        + 0.7 * examination.Brevity * Scale.Ramp(examination.Relevance, 0.2, examination.ByWordsAlone ? 0.4 : 0.47)
        - 0.48 * Math.Min(MostContradictions, examination.Contradictions)
        - 1.6 * Math.Log(1 + examination.Overclaims);

    // Without a comparison of meaning the shared words stand for it.
    private static double Support(Examination examination) =>
        3.9 * examination.SharedWithReference + 1.1 * (examination.ReferenceRecall ?? 0.9 * examination.SharedWithReference) + 0.8 * examination.Coverage;

    private static double DetailOf(Detail detail) =>
        (0.3 * detail.Sentences + 0.07 * detail.Vocabulary + 0.1 * detail.Specifics + 0.2 * detail.Nuance + 0.4 * detail.Own) / 1.07;

    /// <summary>Accuracy is how well the story speaks for the person; the other parts are that and what each of them asks.</summary>
    private static RubricScores OfStory(Examination examination)
    {
        var story = examination.Story;
        var quality = examination.Text.IsChinese ? QualityByParts(examination) : Quality(examination);
        var parts = (story.Situation + story.Task + Math.Min(1, story.Action * 1.5) + story.Result) / 4;
        var carried = Scale.Ramp(quality, 0.05, 0.4);
        return Rounded(
            quality,
            0.5 * quality + 0.5 * parts * carried,
            0.6 * quality + 0.4 * Substance(examination.Text.Sentences) * carried,
            0.5 * quality + 0.5 * examination.Clarity.Overall * carried);
    }

    /// <summary>0 to 1: what was done, what came of it and how it is told, from the weights of a regression on graded stories (docs/examiner.md); nothing for a story on something else.</summary>
    private static double Quality(Examination examination)
    {
        var story = examination.Story;
        var told = 0.25 * story.Favour + 0.07 * story.MeasuredResult + 0.1 * story.Lesson - 0.14 * Math.Min(2, story.Misconduct.Count);
        var all = examination.Stance is { } stance
            ? 0.15 + told + 0.18 * story.Action + 0.14 * story.Outcome + 0.16 * story.Figures + 0.16 * stance.For
            : 0.17 + told + 0.22 * story.Action + 0.08 * story.Outcome + 0.24 * story.Figures;
        return Math.Clamp(all, 0, 1) * Scale.Ramp(story.Tenor, AgainstThePerson, NotAgainstThePerson) * Scale.Ramp(examination.StoryTopicality, OtherStory, ThisStory);
    }

    // The question bank has its stories in English only.
    private static double QualityByParts(Examination examination)
    {
        var story = examination.Story;
        return Math.Pow(story.Parts, 0.7) * Math.Pow(0.45, story.Misconduct.Count);
    }

    private static RubricScores Rounded(double accuracy, double completeness, double depth, double expression) => new(
        Points(accuracy, FullAccuracy), Points(completeness, FullCompleteness), Points(depth, FullDepth), Points(expression, FullExpression));

    private static int Points(double share, double full) => (int)Math.Round(Math.Clamp(share, 0, 1) * full, MidpointRounding.AwayFromZero);
}
