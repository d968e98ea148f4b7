using System.Globalization;
using System.Text;
using InterviewService.Questions.Selection;
using InterviewService.Sessions;
using ServiceDefaults.Pdf;
using static InterviewService.Pdf.Html;

namespace InterviewService.Pdf;

/// <summary>The report of a session as a document: the result on top, then each question with its answer, its score and what a good answer says.</summary>
internal static class SessionReportPage
{
    // A PDF is read, not searched: the whole answer stays in the session.
    private const int LongestAnswer = 2_500;
    private const double DialRadius = 42;

    private const string Style = """
        :root { --text: #16202e; --muted: #526073; --line: #d9dee6; --accent: #0b6b62; --good: #1a7a3c; --warn: #9a5b00; --bad: #b3261e; --surface: #f7f8fa; }
        * { box-sizing: border-box; margin: 0; padding: 0; }
        body { font: 10pt/1.45 "source-sans-3", "Noto Sans CJK SC", sans-serif; color: var(--text); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
        h1 { font: 600 22pt/1.15 "source-serif-4", "Noto Serif CJK SC", serif; }
        h2 { font: 600 14pt/1.25 "source-serif-4", "Noto Serif CJK SC", serif; margin: 16pt 0 6pt; break-after: avoid; }
        h3 { font-size: 11pt; line-height: 1.35; font-weight: 600; }
        h4 { font-size: 8.6pt; letter-spacing: .07em; text-transform: uppercase; color: var(--muted); font-weight: 600; margin: 8pt 0 2pt; break-after: avoid; }
        .muted { color: var(--muted); }
        .result { display: flex; gap: 18pt; align-items: center; margin: 12pt 0 4pt; }
        .result svg { flex: none; }
        .result p { font-size: 11pt; }
        table { width: 100%; border-collapse: collapse; }
        td, th { text-align: left; padding: 3.5pt 0; border-bottom: .75pt solid var(--line); font-weight: 400; vertical-align: middle; }
        td.number { text-align: right; width: 46pt; font-weight: 600; }
        td.bar { width: 45%; padding: 0 12pt; }
        td.count { width: 80pt; color: var(--muted); text-align: right; }
        .track { height: 6pt; border-radius: 3pt; background: var(--line); }
        .track div { height: 6pt; border-radius: 3pt; background: var(--accent); }
        ul { padding-left: 1.15em; }
        li { margin: 1.5pt 0; }
        li::marker { color: var(--muted); }
        .two { display: grid; grid-template-columns: 1fr 1fr; gap: 20pt; }
        .two h2 { font-size: 12pt; }
        article { border-top: .75pt solid var(--line); padding: 11pt 0 4pt; margin-top: 9pt; }
        .head { display: flex; justify-content: space-between; gap: 16pt; break-inside: avoid; break-after: avoid; }
        .score { font-weight: 600; white-space: nowrap; }
        .score.good { color: var(--good); } .score.fair { color: var(--warn); } .score.low { color: var(--bad); }
        .rubric { color: var(--muted); font-size: 9pt; }
        .answer { border-left: 2pt solid var(--line); padding-left: 9pt; }
        p + p { margin-top: 4pt; }
        """;

    public static PdfOptions Options(StoredSession session) => new()
    {
        Title = session.Language == Interviewee.Chinese ? "面试报告" : "Interview report",
        Language = session.Language == Interviewee.Chinese ? "zh-Hans" : "en",
    };

    public static string Write(StoredSession session, SessionReport report)
    {
        var words = session.Language == Interviewee.Chinese ? Words.Chinese : Words.English;
        var body = new StringBuilder();
        var date = (session.CompletedAt ?? session.CreatedAt).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        body.Append(CultureInfo.InvariantCulture, $"<header><h1>{words.Title}</h1><p class=\"muted\">{date} · {report.TotalQuestions} {words.QuestionsInAll}</p></header>");
        body.Append(CultureInfo.InvariantCulture, $"<div class=\"result\">{Dial(report.OverallScore, words)}<p>{Encode(report.OverallFeedback)}</p></div>");
        body.Append(CultureInfo.InvariantCulture, $"<section><h2>{words.ByCategory}</h2><table>{string.Concat(report.CategoryScores.Select(category => Row(category, words)))}</table></section>");
        body.Append("<div class=\"two\">");
        if (report.Strengths.Count > 0)
            body.Append(CultureInfo.InvariantCulture, $"<section><h2>{words.Strengths}</h2>{List(report.Strengths)}</section>");
        if (report.Improvements.Count > 0)
            body.Append(CultureInfo.InvariantCulture, $"<section><h2>{words.Improvements}</h2>{List(report.Improvements)}</section>");
        body.Append(CultureInfo.InvariantCulture, $"</div><section><h2>{words.Questions}</h2>{string.Concat(report.QuestionDetails.Zip(report.ReferenceAnswers, (detail, reference) => Question(detail, reference, words)))}</section>");
        var content = body.ToString();
        return $"""
            <!doctype html>
            <html lang="{Options(session).Language}"><head><meta charset="utf-8"><title>{words.Title}</title>
            <style>{PdfFonts.Shared.EmbeddedCss(content, "source-sans-3", "source-serif-4")}{Style}</style></head>
            <body>{content}</body></html>
            """;
    }

    // A score is a dial with its number; the arc starts at the top.
    private static string Dial(int score, Words words)
    {
        var circumference = 2 * Math.PI * DialRadius;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg width="104" height="104" viewBox="0 0 104 104" role="img" aria-label="{words.Overall}: {score} / 100"><circle cx="52" cy="52" r="{DialRadius}" fill="none" stroke="#d9dee6" stroke-width="9"/>
            <circle cx="52" cy="52" r="{DialRadius}" fill="none" stroke="#0b6b62" stroke-width="9" stroke-linecap="round" stroke-dasharray="{circumference * score / 100:F1} {circumference:F1}" transform="rotate(-90 52 52)" opacity="{(score == 0 ? 0 : 1)}"/>
            <text x="52" y="58" text-anchor="middle" font-size="26" font-weight="600" fill="#16202e">{score}</text><text x="52" y="73" text-anchor="middle" font-size="10" fill="#526073">/ 100</text></svg>
            """);
    }

    private static string Row(CategoryScore category, Words words) => string.Create(CultureInfo.InvariantCulture,
        $"<tr><th scope=\"row\">{Encode(category.Category)}</th><td class=\"bar\"><div class=\"track\"><div style=\"width:{category.Score}%\"></div></div></td><td class=\"count\">{category.QuestionCount} {(category.QuestionCount == 1 ? words.QuestionInCategory : words.QuestionsInCategory)}</td><td class=\"number\">{category.Score}</td></tr>");

    private static string Question(QuestionDetail detail, ReferenceAnswerView reference, Words words)
    {
        var level = detail.Score switch { >= 70 => "good", >= 40 => "fair", _ => "low" };
        var rubric = detail.Rubric is { } parts
            ? string.Create(CultureInfo.InvariantCulture, $"<p class=\"rubric\">{words.Accuracy} {parts.Accuracy}/40 · {words.Completeness} {parts.Completeness}/20 · {words.Depth} {parts.Depth}/25 · {words.Expression} {parts.Expression}/15</p>")
            : "";
        var answer = detail.UserAnswer is { } given
            ? $"<h4>{words.YourAnswer}</h4><div class=\"answer\">{Paragraphs(given.Length <= LongestAnswer ? given : Questions.Text.Shorten(given, LongestAnswer))}{(given.Length > LongestAnswer ? $"<p class=\"muted\">{words.Shortened}</p>" : "")}</div>"
            : $"<h4>{words.YourAnswer}</h4><p class=\"muted\">{words.NoAnswer}</p>";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <article><div class="head"><div><p class="muted">{detail.QuestionIndex + 1} · {Encode(detail.Category)}</p><h3>{Encode(detail.Question)}</h3></div><p class="score {level}">{detail.Score} / 100</p></div>{rubric}
            {answer}<h4>{words.Feedback}</h4>{Paragraphs(detail.Feedback)}
            <h4>{words.Reference}</h4>{Paragraphs(reference.ReferenceAnswer)}{(reference.KeyPoints.Count > 0 ? $"<h4>{words.KeyPoints}</h4>{List(reference.KeyPoints)}" : "")}</article>
            """);
    }

    private sealed record Words
    {
        public static Words English { get; } = new();

        public static Words Chinese { get; } = new()
        {
            Title = "面试报告",
            Overall = "总分",
            QuestionsInAll = "题",
            QuestionInCategory = "题",
            QuestionsInCategory = "题",
            ByCategory = "分类得分",
            Strengths = "做得好的地方",
            Improvements = "下一步",
            Questions = "逐题点评",
            YourAnswer = "你的回答",
            NoAnswer = "未作答",
            Shortened = "此处有删减，完整回答保存在面试记录中。",
            Feedback = "点评",
            Reference = "参考答案",
            KeyPoints = "要点",
            Accuracy = "准确",
            Completeness = "完整",
            Depth = "深度",
            Expression = "表达",
        };

        public string Title { get; init; } = "Interview report";

        public string Overall { get; init; } = "Overall score";

        public string QuestionsInAll { get; init; } = "questions";

        public string QuestionInCategory { get; init; } = "question";

        public string QuestionsInCategory { get; init; } = "questions";

        public string ByCategory { get; init; } = "By category";

        public string Strengths { get; init; } = "What went well";

        public string Improvements { get; init; } = "What to do next";

        public string Questions { get; init; } = "Question by question";

        public string YourAnswer { get; init; } = "Your answer";

        public string NoAnswer { get; init; } = "Not answered";

        public string Shortened { get; init; } = "Shortened here; the whole answer is kept with the interview.";

        public string Feedback { get; init; } = "Feedback";

        public string Reference { get; init; } = "A good answer";

        public string KeyPoints { get; init; } = "Key points";

        public string Accuracy { get; init; } = "Accuracy";

        public string Completeness { get; init; } = "Completeness";

        public string Depth { get; init; } = "Depth";

        public string Expression { get; init; } = "Expression";
    }
}
