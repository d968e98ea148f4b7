using System.Text;
using InterviewService.Questions;

namespace InterviewService.Evaluation;

/// <summary>Grades answers by the rubric, from what can be shown in them: the same answer gets the same grade. Holds no state.</summary>
internal sealed class Examiner(ITextComparer texts)
{
    // What EmbeddingService takes in one comparison.
    private const int MostPoints = 60;
    private const int LongestText = 8_000;

    // Farther than this from the question and its reference answer, an answer speaks of something else.
    private const double OffTopic = 0.3;

    // Nine of ten sentences of good answers come so near to the question or its reference answer, and one of ten of those that speak of something else.
    private const double OnTopic = 0.24;
    private const double OnTopicByWords = 0.16;

    // The question alone, or the words alone, say less of the topic.
    private const double OffTopicByLittle = 0.12;

    /// <summary>The grade of <paramref name="answer"/>.</summary>
    /// <exception cref="HttpRequestException">The comparison of texts is not to be had: evaluate later, since a grade without it would differ.</exception>
    public async Task<AnswerEvaluation> EvaluateAsync(ExaminedQuestion question, string answer, CancellationToken cancellationToken)
    {
        var whole = AnswerText.Of(answer);
        var orders = GraderOrders.In(whole, question);
        var text = whole.Without(orders.Contains);
        var gate = orders.Count > 0 && text.WordCount < 3 ? AnswerGate.OrdersToGrader : AnswerGates.Of(Remaining(text), text, question);
        if (gate is { } closed && closed != AnswerGate.KeywordsOnly)
            return Feedback.OfGate(question, closed, orders);

        var examination = await ExamineAsync(question, AnswerGates.Without(text, question.Text), cancellationToken);
        if (IsOffTopic(examination))
            return Feedback.OfGate(question, AnswerGate.OffTopic, orders);
        // Key words do not become sentences by padding around them.
        if (!examination.IsAboutThePerson && AnswerGates.IsKeywordsOnly(text.Without(sentence => !examination.OnTopic.Contains(sentence))))
            gate = AnswerGate.KeywordsOnly;
        return Feedback.Of(examination, Rubric.Of(examination), gate, orders);
    }

    /// <summary>
    /// The share of the key points that the answer makes, 0 to 1: for the decision on a follow-up. Without the comparison of texts it is told from the words alone.
    /// A question without key points is judged by the parts of the story.
    /// </summary>
    public async Task<double> CoverageAsync(ExaminedQuestion question, string answer, CancellationToken cancellationToken)
    {
        var whole = AnswerText.Of(answer);
        var orders = GraderOrders.In(whole, question);
        var text = whole.Without(orders.Contains);
        if (text.WordCount < 3 || AnswerGates.Of(Remaining(text), text, question) is not null)
            return 0;
        Examination examination;
        try
        {
            examination = await ExamineAsync(question, text, cancellationToken);
        }
        catch (HttpRequestException)
        {
            examination = await new Examiner(NoTextComparer.Instance).ExamineAsync(question, text, cancellationToken);
        }

        return examination.IsAboutThePerson ? examination.Story.Parts : examination.Coverage;
    }

    private static bool IsOffTopic(Examination examination) =>
        examination.IsAboutThePerson
            ? examination.Fit is not null && examination.StoryTopicality < Rubric.OtherStory
                || examination.Relevance < (examination.Story.Parts >= 0.1 ? OffTopicByLittle : OffTopic) && examination.Story.Parts < 0.3
            : examination.Topicality < Rubric.OtherTopic && examination.Points.All(point => point.Covered < (examination.Stance is null ? 0.6 : 0.8))
                || examination.Relevance < OffTopicByLittle && examination.Points.All(point => point.Covered < 0.4);

    internal async Task<Examination> ExamineAsync(ExaminedQuestion question, AnswerText text, CancellationToken cancellationToken)
    {
        var isAboutThePerson = question.Kind is QuestionType.Behavioral or QuestionType.ProjectBased || question.KeyPoints.Count == 0;
        var matcher = new KeyPointMatcher(question, text);
        var points = question.KeyPoints.Take(MostPoints).ToList();
        // Word vectors know no Chinese: there the pairs of characters decide.
        var byWords = text.IsChinese || text.Sentences.Count == 0;
        var statements = question.Mistakes.Count == 0 ? null : new Statements(question, text);
        var ofClauses = statements is null || byWords ? Task.FromResult<TextComparison?>(null) : CompareAsync(statements.ClauseTexts, statements.Texts, cancellationToken);
        var comparison = byWords
            ? null
            : await CompareAsync([.. points, .. References(question)], [.. matcher.Texts, string.Join(' ', text.Sentences.Select(sentence => sentence.Plain))], cancellationToken);
        var stance = statements?.Judge(await ofClauses);
        // What poor candidates tell of themselves is not wrong: it weighs in the stance and is never named as a mistake.
        var mistakes = stance is null || isAboutThePerson ? [] : MistakesIn(question, stance);
        var results = points
            .Select((point, row) => Corrected(matcher.Match(point, comparison is null ? null : at => (comparison.Cosine[row][at], comparison.SoftRecall[row][at])), mistakes))
            .ToList();
        var onTopic = new List<Sentence>();
        var relevance = comparison is null ? 0 : Enumerable.Range(points.Count, comparison.Cosine.Count - points.Count).Max(row => comparison.Cosine[row][^1]);
        var known = $"{question.Text} {question.ReferenceAnswer} {string.Join(' ', question.OtherAnswers)} {string.Join(' ', points)}";
        var topic = Words.ContentStems(known);
        foreach (var (at, sentence) in matcher.Sentences)
        {
            var near = comparison is null
                ? SharedWithTopic(sentence, topic)
                : Enumerable.Range(points.Count, comparison.Cosine.Count - points.Count).Max(row => comparison.Cosine[row][at]);
            relevance = Math.Max(relevance, near);
            if (near >= (comparison is null ? OnTopicByWords : OnTopic) || results.Any(result => result.Offset == sentence.Offset && result.Covered >= 0.3))
                onTopic.Add(sentence);
        }

        var contrast = Contrast.Of(question);
        var expected = question.ReferenceAnswer.Length > 0 ? question.ReferenceAnswer : string.Join(' ', points);
        return new Examination
        {
            Question = question,
            Text = text,
            Points = results,
            Misplaced = contrast is null ? 0 : text.Sentences.SelectMany(contrast.Misplaced).Count(),
            ByWordsAlone = comparison is null,
            OnTopic = onTopic,
            Relevance = relevance,
            SharedWithReference = question.OtherAnswers.Prepend(expected).Max(answer => matcher.Shared(answer, onTopic)),
            SharedWithAll = question.OtherAnswers.DefaultIfEmpty("").Max(other => matcher.Shared($"{question.ReferenceAnswer} {other} {string.Join(' ', points)}", onTopic)),
            Stance = stance,
            Mistakes = mistakes,
            ReferenceRecall = comparison is null || isAboutThePerson ? null : await RecallAsync([expected, .. question.OtherAnswers], text, onTopic, comparison, cancellationToken),
            Overclaims = Overclaims.Of(text, onTopic, known),
            Detail = Detail.Of(onTopic, Words.ContentStems(question.Text)),
            Story = Story.Of(text),
            Fit = isAboutThePerson ? StoryTopics.Known.Fit(question.Text, text) : null,
            Clarity = Clarity.Of(text, isAboutThePerson ? text.Sentences : onTopic),
        };
    }

    private static List<MistakeMade> MistakesIn(ExaminedQuestion question, Stance stance) =>
    [
        .. stance.Wrong.Select(wrong => new MistakeMade(
            question.Mistakes[wrong.Mistake], wrong.Sentence.Text, wrong.Sentence.Offset, Statements.KeyPointAgainst(question.Mistakes[wrong.Mistake], question.KeyPoints))),
    ];

    /// <summary>A key point is not made by the sentence that makes a mistake, and contradicted when the mistake goes against it.</summary>
    private static KeyPointResult Corrected(KeyPointResult result, List<MistakeMade> mistakes)
    {
        var isMadeByMistake = mistakes.Exists(mistake => mistake.Offset == result.Offset);
        if ((isMadeByMistake || result.Covered < Feedback.Made) && mistakes.Find(mistake => mistake.KeyPoint == result.Point) is { } against)
            return result with { Contradicted = true, Quote = against.Quote, Offset = against.Offset };
        return isMadeByMistake && !result.Contradicted ? result with { Covered = 0, Quote = null, Offset = -1 } : result;
    }

    /// <summary>How much of what is expected has words of like meaning in the sentences on the topic: beside the topic, any word is near to some other.</summary>
    private async Task<double> RecallAsync(IReadOnlyList<string> expected, AnswerText text, List<Sentence> onTopic, TextComparison comparison, CancellationToken cancellationToken)
    {
        if (onTopic.Count == 0)
            return 0;
        // The expected answers are the last rows after the question, the whole answer the last column.
        if (onTopic.Count == text.Sentences.Count)
            return comparison.SoftRecall.TakeLast(expected.Count).Max(row => row[^1]);
        return (await CompareAsync(expected, [string.Join(' ', onTopic.Select(sentence => sentence.Plain))], cancellationToken))?.SoftRecall.Max(row => row[0]) ?? 0;
    }

    private async Task<TextComparison?> CompareAsync(IReadOnlyList<string> left, IReadOnlyList<string> right, CancellationToken cancellationToken)
    {
        var comparison = await texts.CompareAsync([.. left.Select(Shortened)], [.. right.Select(Shortened)], cancellationToken);
        return comparison.Cosine.Count == 0 ? null : comparison;
    }

    private static IEnumerable<string> References(ExaminedQuestion question) =>
        question.ReferenceAnswer.Length > 0 ? [question.Text, question.ReferenceAnswer, .. question.OtherAnswers]
        : question.KeyPoints.Count > 0 ? [question.Text, string.Join(' ', question.KeyPoints)]
        : [question.Text];

    private static double SharedWithTopic(Sentence sentence, HashSet<string> topic)
    {
        var content = sentence.Words.Where(word => word.IsContent).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return content.Count == 0 ? 0 : content.Count(topic.Contains) / Math.Max(content.Count, 6d);
    }

    // What is said twice stands once, so that a refusal said twice is one.
    private static string Remaining(AnswerText text) => string.Join('\n', text.Sentences.Select(sentence => sentence.Text));

    // Half a character, typed or cut, becomes the replacement character: the models take well-formed text only.
    private static string Shortened(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Length <= LongestText ? text : text[..LongestText]));
}
