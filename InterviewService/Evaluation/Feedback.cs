namespace InterviewService.Evaluation;

/// <summary>The words that go with a grade: first what was good, with the quote, then what is missing, then one next step.</summary>
internal static class Feedback
{
    // From here on a key point counts as made.
    internal const double Made = 0.5;
    private const int MostNamed = 3;
    private const int MostWrongNamed = 2;
    private const int KeywordsCap = 20;
    private const int LongestQuote = 160;

    // Only in a story below so many points a doubtful sentence is named: a good one tells in such sentences what the trouble was.
    private const int DoubtedBelow = 50;

    public static AnswerEvaluation OfGate(ExaminedQuestion question, AnswerGate gate, IReadOnlyCollection<Sentence> orders)
    {
        var (reason, nextStep) = Reason(gate, IsChinese(question));
        return new AnswerEvaluation
        {
            Score = 0,
            Rubric = RubricScores.None,
            Gate = gate,
            Feedback = Joined(IsChinese(question), reason, nextStep),
            KeyPoints = [.. question.KeyPoints.Select(point => new KeyPointResult(point, 0, false, null, -1))],
            Strengths = [],
            Missing = [.. question.KeyPoints.Take(MostNamed)],
            NextStep = nextStep,
            IgnoredOrders = [.. orders.Select(order => order.Text)],
        };
    }

    public static AnswerEvaluation Of(Examination examination, RubricScores rubric, AnswerGate? gate, IReadOnlyCollection<Sentence> orders)
    {
        var chinese = IsChinese(examination.Question);
        var strengths = Strengths(examination, chinese);
        List<string> wrong = Doubtful(examination, rubric) is { } doubtful
            ? [chinese ? $"面试官可能会因为这句话扣分：“{Quote(doubtful.Text)}”" : $"An interviewer may hold this against you: \"{Quote(doubtful.Text)}\""]
            : Wrong(examination, chinese);
        var missing = Missing(examination, chinese);
        var capped = gate == AnswerGate.KeywordsOnly ? Capped(rubric, KeywordsCap) : rubric;
        var nextStep = gate is { } capping ? Reason(capping, chinese).NextStep : NextStep(examination, capped, chinese);
        var ignored = orders.Count == 0 ? null : chinese ? "回答中写给评分者的句子没有计分。" : "The part addressed to the grader was not graded.";
        return new AnswerEvaluation
        {
            Score = capped.Total,
            Rubric = capped,
            Gate = gate,
            Feedback = Joined(
                chinese,
                strengths.Count > 0 ? strengths[0] : wrong.Count > 0 ? null : chinese ? "回答与题目相关。" : "The answer is on the topic, but makes none of the key points clearly.",
                gate is { } why ? Reason(why, chinese).Reason : null,
                wrong.Count > 0 ? string.Join(chinese ? "" : " ", wrong.Take(MostWrongNamed).Select(one => one + (chinese ? "。" : "."))) : null,
                missing.Count > 0 ? (chinese ? "还缺少：" + string.Join("；", missing) + "。" : "Still missing: " + string.Join("; ", missing) + ".") : null,
                ignored,
                nextStep),
            KeyPoints = examination.Points,
            Strengths = strengths,
            // What is said the wrong way round comes before what is not said.
            Missing = [.. wrong.Concat(missing).Take(MostNamed)],
            Mistakes = examination.Mistakes,
            NextStep = nextStep,
            IgnoredOrders = [.. orders.Select(order => order.Text)],
        };
    }

    private static List<string> Strengths(Examination examination, bool chinese)
    {
        var strengths = examination.Points
            .Where(point => point is { Covered: >= Made, Contradicted: false, Quote: not null })
            .OrderByDescending(point => point.Covered)
            .Take(MostNamed)
            .Select(point => chinese ? $"讲到了“{point.Point}”：“{Quote(point.Quote!)}”。" : $"You made the point \"{Bare(point.Point)}\": \"{Quote(point.Quote!)}\".")
            .ToList();
        // Right in words of its own: no key point is met word for word, yet the clause comes near to a right answer.
        if (strengths.Count == 0 && examination.Stance?.Clauses.Where(clause => clause.Right >= 0.4 && clause.Right > clause.Wrong).MaxBy(clause => clause.Right - clause.Wrong) is { } own)
            strengths.Add(chinese ? $"这一点说得对：“{Quote(own.Sentence.Text)}”。" : $"This is to the point: \"{Quote(own.Sentence.Text)}\".");
        if (!examination.IsAboutThePerson)
            return strengths;

        var story = examination.Story;
        if (story.ActionAt is { } action)
            strengths.Add(chinese ? $"说清楚了自己做的事：“{Quote(action.Text)}”。" : $"You say what you did yourself: \"{Quote(action.Text)}\".");
        if (story.ResultAt is { } result)
            strengths.Add(chinese ? $"说出了结果：“{Quote(result.Text)}”。" : $"You name the result: \"{Quote(result.Text)}\".");
        return [.. strengths.Take(MostNamed)];
    }

    /// <summary>What is not right, with the quote, and what holds instead where it can be told.</summary>
    private static List<string> Wrong(Examination examination, bool chinese)
    {
        var named = examination.Mistakes.Select(mistake => (mistake.Quote, mistake.Offset, mistake.KeyPoint))
            .Concat(examination.Points.Where(point => point.Contradicted).Select(point => (Quote: point.Quote ?? "", point.Offset, KeyPoint: (string?)point.Point)));
        return [.. named.DistinctBy(wrong => wrong.Offset).Select(wrong => (wrong.KeyPoint, chinese) switch
        {
            (null, true) => $"这一点不对：“{Quote(wrong.Quote)}”",
            (null, false) => $"Not right: \"{Quote(wrong.Quote)}\"",
            (_, true) => $"这一点不对：“{Quote(wrong.Quote)}”，正确的是“{wrong.KeyPoint}”",
            _ => $"Not right: \"{Quote(wrong.Quote)}\". What holds is: {Bare(wrong.KeyPoint)}",
        })];
    }

    private static List<string> Missing(Examination examination, bool chinese)
    {
        var missing = new List<string>();
        if (examination.IsAboutThePerson)
        {
            var story = examination.Story;
            if (story.Situation < Made)
                missing.Add(chinese ? "当时的背景" : "the situation, when and where it was");
            if (story.Task < Made)
                missing.Add(chinese ? "你的任务或目标" : "what the task or the problem was");
            if (story.Action < Made)
                missing.Add(chinese ? "你自己做了什么" : "what you did yourself");
            if (story.Result < Made)
                missing.Add(chinese ? "结果" : "the result");
            else if (story.MeasuredResult < Made)
                missing.Add(chinese ? "用数字说明的结果" : "a number that shows the result");
        }
        else
        {
            missing.AddRange(examination.Points.Where(point => point.Covered < Made && !point.Contradicted).Select(point => Bare(point.Point)));
        }

        return [.. missing.Take(MostNamed)];
    }

    private static string NextStep(Examination examination, RubricScores rubric, bool chinese)
    {
        if (examination.Mistakes.FirstOrDefault(mistake => mistake.KeyPoint is null) is { } mistaken && examination.Points.All(point => !point.Contradicted))
            return chinese ? $"下一步：对照参考答案，弄清“{Quote(mistaken.Quote)}”错在哪里。" : $"Next step: find in the reference answer what is wrong about \"{Quote(mistaken.Quote)}\", and say it the right way.";
        if (examination.Points.FirstOrDefault(point => point.Contradicted) is { } wrong)
            return chinese ? $"下一步：先弄清楚“{wrong.Point}”，再重新回答。" : $"Next step: look up why \"{Bare(wrong.Point)}\" holds and answer again.";
        if (Doubtful(examination, rubric) is not null)
            return chinese ? "下一步：讲讲你现在会怎么做，或者换一个例子。" : "Next step: say what you would do otherwise today, or tell of a time that shows you from a better side.";
        if (examination.IsAboutThePerson)
        {
            var story = examination.Story;
            if (story.Action < Made)
                return chinese ? "下一步：用“我”来讲两三件你亲自做的事。" : "Next step: tell two or three things that you did, each in a sentence that starts with \"I\".";
            if (story.MeasuredResult < Made)
                return chinese ? "下一步：给结果加上一个数字。" : "Next step: add one number to the result.";
            return story.Lesson >= Made
                ? chinese ? "下一步：试着用两分钟讲完。" : "Next step: practise telling this in two minutes."
                : chinese ? "下一步：用一句话说说你学到了什么。" : "Next step: add in a sentence what you learned or would do otherwise today.";
        }

        if (examination.Points.Where(point => point.Covered < Made).MinBy(point => point.Covered) is { } open)
            return chinese ? $"下一步：用一句话补充“{open.Point}”。" : $"Next step: add a sentence on this: {Bare(open.Point)}.";
        return rubric.Depth < 18
            ? chinese ? "下一步：补充一个例子或一个取舍。" : "Next step: add an example of your own or a trade-off."
            : chinese ? "下一步：试着用一分钟讲完。" : "Next step: practise saying this in a minute.";
    }

    /// <summary>The sentence that an interviewer may hold against the person; null in a story that speaks for the person as a whole, where such a sentence tells what the trouble was.</summary>
    private static Sentence? Doubtful(Examination examination, RubricScores rubric) =>
        examination.IsAboutThePerson && rubric.Total < DoubtedBelow ? examination.Story.Misconduct.Count > 0 ? examination.Story.Misconduct[0] : examination.Story.DoubtAt : null;

    private static (string Reason, string NextStep) Reason(AnswerGate gate, bool chinese) => gate switch
    {
        AnswerGate.Empty => chinese ? ("没有作答。", "下一步：写下你知道的一点。") : ("There is no answer.", "Next step: write down one thing you know about it."),
        AnswerGate.DontKnow => chinese
            ? ("你说明了自己不知道，因此没有可以计分的内容。", "下一步：先看参考答案，再用自己的话讲一遍。")
            : ("You said that you do not know, so there is nothing to score.", "Next step: read the reference answer and say it once in your own words."),
        AnswerGate.Skipped => chinese ? ("这道题被跳过了。", "下一步：回来试着回答第一个要点。") : ("The question was skipped.", "Next step: come back and try its first key point."),
        AnswerGate.Gibberish => chinese ? ("回答里没有可以理解的句子。", "下一步：用完整的句子作答。") : ("The answer holds no words that can be understood.", "Next step: answer in whole sentences."),
        AnswerGate.QuestionCopied => chinese ? ("回答只是重复了题目。", "下一步：加上你自己的说明。") : ("The answer only gives the question back.", "Next step: add what you know, in your own words."),
        AnswerGate.KeywordsOnly => chinese
            ? ("这是一串关键词，没有说明它们之间的关系，分数因此受限。", "下一步：为每个关键词写一句话。")
            : ("These are key words without sentences, so the score is capped.", "Next step: turn each key word into a sentence that says what it does and why."),
        AnswerGate.OffTopic => chinese ? ("回答没有谈到所问的内容。", "下一步：重读题目，先回答它的第一部分。") : ("The answer does not speak of what was asked.", "Next step: read the question again and answer its first part."),
        _ => chinese ? ("回答是写给评分者的要求，没有计分。", "下一步：回答题目本身。") : ("The answer is addressed to the grader; such orders are not followed.", "Next step: answer the question itself."),
    };

    /// <summary>The same proportions, at most <paramref name="most"/> in all.</summary>
    private static RubricScores Capped(RubricScores rubric, int most)
    {
        if (rubric.Total <= most)
            return rubric;
        var (accuracy, completeness, depth) = (rubric.Accuracy * most / rubric.Total, rubric.Completeness * most / rubric.Total, rubric.Depth * most / rubric.Total);
        // What rounding leaves over goes to the last part, so that every capped answer has the same score.
        return new RubricScores(accuracy, completeness, depth, Math.Min(most - accuracy - completeness - depth, 15));
    }

    private static bool IsChinese(ExaminedQuestion question) => question.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    private static string Joined(bool chinese, params IEnumerable<string?> parts) => string.Join(chinese ? "" : " ", parts.Where(part => part is not null));

    private static string Bare(string point) => point.TrimEnd('.', ' ', '。');

    private static string Quote(string text) => Questions.Text.Shorten(Questions.Text.OneLine(text).TrimEnd('.', '。', ' ').Replace('"', '\''), LongestQuote);
}
