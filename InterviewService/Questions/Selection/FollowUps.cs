using InterviewService.Evaluation;

namespace InterviewService.Questions.Selection;

/// <summary>Decides whether an answer needs a follow-up, and asks for what it left out: of a question of knowledge the open key points, of a story its missing part.</summary>
internal sealed class FollowUps(Examiner examiner)
{
    private const double Enough = 0.6;
    private const int EnoughOfStory = 60;
    private const double Made = 0.5;
    private const int MaxHints = 3;
    private const int ShortestHint = 4;

    /// <summary>Null when the answer is enough, and when the person said that there is nothing to come.</summary>
    public async Task<InterviewQuestion?> AskAsync(InterviewQuestion question, string answer, string language, CancellationToken cancellationToken)
    {
        var examined = question.ForExaminer(language);
        IReadOnlyList<string> open;
        try
        {
            var evaluation = await examiner.EvaluateAsync(examined, answer, cancellationToken);
            if (evaluation.Gate is AnswerGate.DontKnow or AnswerGate.Skipped)
                return null;
            var made = evaluation.KeyPoints.Count(point => point.Covered >= Made && !point.Contradicted);
            if (evaluation.KeyPoints.Count == 0 ? evaluation.Score >= EnoughOfStory : made >= evaluation.KeyPoints.Count * Enough)
                return null;
            open = [.. evaluation.KeyPoints.Where(point => point.Covered < Made || point.Contradicted).OrderBy(point => point.Covered).Select(point => point.Point)];
        }
        catch (HttpRequestException)
        {
            // Nobody waits with a question for another service: the words alone decide then.
            if (await examiner.CoverageAsync(examined, answer, cancellationToken) >= Enough)
                return null;
            open = examined.KeyPoints.Count == 0 ? [] : OpenByWords(question.KeyPoints, answer);
        }

        return open.Count == 0 ? OnStory(question) : OnKeyPoints(question, answer, open, language);
    }

    private static InterviewQuestion OnStory(InterviewQuestion question) => question with
    {
        Key = question.Key + "+",
        Opening = "",
        Text = question.FollowUp ?? question.Text,
        FollowUp = null,
    };

    // Graded by what is still open, so the question must ask for just that, without saying it.
    private static InterviewQuestion OnKeyPoints(InterviewQuestion question, string answer, IReadOnlyList<string> open, string language)
    {
        var isChinese = language == Interviewee.Chinese;
        // Chinese puts no spaces between words: a hint would be the whole point.
        var hints = isChinese ? [] : Hints(open, question.Text, answer);
        var text = isChinese ? $"我们再深入一步：{question.Text}请补充你还没有讲到的要点。"
            : $"Let us stay with this: {question.Text} What else belongs to a complete answer?{(hints.Count == 0 ? "" : $" Think of {Listed(hints)}.")}";
        return question with
        {
            Key = question.Key + "+",
            Opening = "",
            Text = text,
            KeyPoints = open,
            FollowUp = null,
        };
    }

    /// <summary>Words of the open points that neither the question nor the answer has named: a direction, not the answer.</summary>
    private static List<string> Hints(IReadOnlyList<string> open, string question, string answer)
    {
        var said = (question + ' ' + answer).ToUpperInvariant();
        return [.. open
            .Select(point => Words(point).Where(word => word.Length >= ShortestHint && !said.Contains(word.ToUpperInvariant(), StringComparison.Ordinal)).MaxBy(word => word.Length))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxHints)
            .Select(word => $"“{(word.Skip(1).Any(char.IsUpper) ? word : word.ToLowerInvariant())}”")];
    }

    private static List<string> OpenByWords(IReadOnlyList<string> keyPoints, string answer)
    {
        var said = answer.ToUpperInvariant();
        return [.. keyPoints.Where(point => Words(point).Where(word => word.Length >= ShortestHint).ToList() is { Count: > 0 } words
            && words.Count(word => said.Contains(word.ToUpperInvariant(), StringComparison.Ordinal)) * 2 < words.Count)];
    }

    private static string[] Words(string text) => text.Split([' ', ',', '.', ';', ':', '(', ')', '"', '/'], StringSplitOptions.RemoveEmptyEntries);

    private static string Listed(List<string> hints) => hints.Count == 1 ? hints[0] : string.Join(", ", hints[..^1]) + " and " + hints[^1];
}
