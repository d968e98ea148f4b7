using System.Globalization;
using InterviewService.Evaluation;
using InterviewService.Questions.Selection;

namespace InterviewService.Sessions;

/// <summary>
/// Adds up what the answers of a session got (CONTRACT.md, "S2 sessions"): a category is the rounded mean of its questions, the whole the rounded mean of all, and an
/// unanswered question counts 0. Pure.
/// </summary>
internal static class SessionReports
{
    private const int MaxStrengths = 5;
    private const int MaxImprovements = 6;
    private const int Good = 60;

    public static SessionReport Write(StoredSession session, IReadOnlyDictionary<Guid, AnswerEvaluation> evaluations)
    {
        var isChinese = session.Language == Interviewee.Chinese;
        var details = session.Questions.Select(question =>
        {
            var evaluation = evaluations.GetValueOrDefault(question.Id);
            return new QuestionDetail(
                question.Position, question.Text, CategoryOf(question, session.Questions), question.Answer, evaluation?.Score ?? 0,
                evaluation?.Feedback ?? (isChinese ? "未作答，计 0 分。" : "Not answered: it counts 0."), evaluation?.Rubric);
        }).ToList();
        var categories = details.GroupBy(detail => detail.Category, StringComparer.Ordinal)
            .Select(group => new CategoryScore(group.Key, Mean(group.Select(detail => detail.Score)), group.Count()))
            .ToList();
        var overall = Mean(details.Select(detail => detail.Score));
        var graded = session.Questions.Where(question => evaluations.ContainsKey(question.Id)).Select(question => (Question: question, Evaluation: evaluations[question.Id])).ToList();
        return new SessionReport
        {
            SessionId = session.Id.ToString(),
            TotalQuestions = session.Questions.Count,
            OverallScore = overall,
            CategoryScores = categories,
            QuestionDetails = details,
            OverallFeedback = isChinese ? ChineseFeedback(details, categories, overall) : EnglishFeedback(details, categories, overall),
            Strengths = [.. graded.OrderByDescending(entry => entry.Evaluation.Score).Where(entry => entry.Evaluation.Score >= Good)
                .SelectMany(entry => entry.Evaluation.Strengths.Take(1), (entry, strength) => $"{entry.Question.Category}: {strength}")
                .Distinct(StringComparer.Ordinal).Take(MaxStrengths)],
            Improvements = [.. Improvements(graded, details, isChinese)],
            ReferenceAnswers = [.. session.Questions.Select(question => new ReferenceAnswerView(question.Position, question.Text, question.ReferenceAnswer, question.KeyPoints))],
        };
    }

    private static int Mean(IEnumerable<int> scores) => (int)Math.Round(scores.DefaultIfEmpty().Average(), MidpointRounding.AwayFromZero);

    // A follow-up belongs to the category of the question that it follows.
    private static string CategoryOf(StoredQuestion question, IReadOnlyList<StoredQuestion> all) =>
        question.ParentId is { } parent ? all.First(other => other.Id == parent).Category : question.Category;

    private static IEnumerable<string> Improvements(List<(StoredQuestion Question, AnswerEvaluation Evaluation)> graded, List<QuestionDetail> details, bool isChinese)
    {
        var unanswered = details.Count(detail => detail.UserAnswer is null);
        var steps = graded.OrderBy(entry => entry.Evaluation.Score)
            .Where(entry => entry.Evaluation.Missing.Count > 0 || entry.Evaluation.Score < Good)
            // What holds of many answers ("read the reference answer") is said once.
            .DistinctBy(entry => entry.Evaluation.Missing is [var missing, ..] && entry.Evaluation.Gate is null ? missing : entry.Evaluation.NextStep, StringComparer.Ordinal)
            .Select(entry => Improvement(entry.Question.Category, entry.Evaluation, isChinese));
        if (unanswered > 0)
        {
            steps = steps.Prepend(isChinese
                ? $"有{unanswered}道题未作答：即使只答出一部分也能得分。"
                : string.Create(CultureInfo.InvariantCulture, $"{unanswered} of {details.Count} questions were left open: also a part of an answer counts."));
        }

        return steps.Take(MaxImprovements);
    }

    private static string Improvement(string category, AnswerEvaluation evaluation, bool isChinese)
    {
        var shortfall = Shortfall.Of(category, evaluation, isChinese) ?? (isChinese ? category + "：" : category + ":");
        // A next step that asks for just what is missing would say it twice.
        return evaluation.Gate is null && evaluation.Missing is [var missing, ..] && evaluation.NextStep.Contains(missing, StringComparison.Ordinal) ? shortfall
            : isChinese ? shortfall + evaluation.NextStep : $"{shortfall} {evaluation.NextStep}";
    }

    private static string EnglishFeedback(List<QuestionDetail> details, List<CategoryScore> categories, int overall)
    {
        var answered = details.Count(detail => detail.UserAnswer is not null);
        if (answered == 0)
            return "No question was answered, so there is nothing to judge yet. Begin with the question you know most about.";
        var best = categories.MaxBy(category => category.Score)!;
        var weakest = categories.MinBy(category => category.Score)!;
        var level = overall switch { >= 80 => "a strong interview", >= 60 => "a solid interview", >= 40 => "a fair start with clear gaps", _ => "an interview that needs more preparation" };
        var sentence = string.Create(CultureInfo.InvariantCulture, $"You answered {answered} of {details.Count} questions and reached {overall} of 100: {level}.");
        return best.Category == weakest.Category
            ? sentence
            : string.Create(CultureInfo.InvariantCulture, $"{sentence} Strongest was {best.Category} ({best.Score}), weakest {weakest.Category} ({weakest.Score}): spend the next hour there.");
    }

    private static string ChineseFeedback(List<QuestionDetail> details, List<CategoryScore> categories, int overall)
    {
        var answered = details.Count(detail => detail.UserAnswer is not null);
        if (answered == 0)
            return "没有回答任何问题，暂时无法评价。请从你最熟悉的问题开始。";
        var best = categories.MaxBy(category => category.Score)!;
        var weakest = categories.MinBy(category => category.Score)!;
        var level = overall switch { >= 80 => "表现出色", >= 60 => "表现扎实", >= 40 => "基础尚可，仍有明显差距", _ => "需要更多准备" };
        var sentence = $"共{details.Count}题，回答了{answered}题，总分{overall}分：{level}。";
        return best.Category == weakest.Category ? sentence : $"{sentence}最强的是{best.Category}（{best.Score}分），最弱的是{weakest.Category}（{weakest.Score}分），建议优先提升。";
    }
}
