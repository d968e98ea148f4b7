using InterviewService.Questions;
using InterviewService.Questions.Knowledge;
using InterviewService.Questions.Selection;

namespace InterviewService.Reports;

/// <summary>
/// Writes the model answers of a report: what is right about the subject comes from the question bank, what is said of the person stands in the resume word for word.
/// </summary>
internal sealed class ModelAnswers
{
    private readonly bool _isChinese;
    private readonly IReadOnlyList<(string Line, string? Job)> _lines;

    public ModelAnswers(Interviewee person)
    {
        _isChinese = person.Language == Interviewee.Chinese;
        // What has a figure in it carries a story best; the latest job stands first.
        _lines = [.. person.Resume.Jobs.SelectMany(job => job.Highlights, (job, line) => (Line: Phrases.Line(line), Job: Phrases.Job(job, person.Language)))
            .Concat(person.Resume.Projects.SelectMany(project => project.Highlights, (project, line) => (Line: Phrases.Line(line), Job: Phrases.Project(project.Name, person.Language) is { } name ? (_isChinese ? $"在{name}中" : $"in {name}") : null)))
            .Where(entry => entry.Line is not null)
            .Select((entry, place) => (Line: entry.Line!, entry.Job, Place: place))
            .DistinctBy(entry => Text.Comparable(entry.Line))
            .OrderByDescending(entry => entry.Line.Any(char.IsDigit))
            .ThenBy(entry => entry.Place)
            .Select(entry => (entry.Line, entry.Job))];
    }

    /// <summary>About a skill that the resume shows: the subject, tied to the line that shows it.</summary>
    public string OnSkill(InterviewQuestion question)
    {
        if (question.Line is not { } line)
            return question.ReferenceAnswer;
        var job = _lines.FirstOrDefault(entry => Text.Comparable(entry.Line) == Text.Comparable(line)).Job;
        return _isChinese
            ? $"{question.ReferenceAnswer} 然后联系你自己的工作：{(job is null ? "" : job + "，")}“{line}”——说明你在其中做的决定和结果。"
            : $"{question.ReferenceAnswer} Then tie it to your own work{(job is null ? "" : " " + job)}: “{line}”. Say what you decided there, and what came of it.";
    }

    /// <summary>About a skill that the resume does not show: the subject, an honest word, and the bridge from what is near.</summary>
    public string OnGap(InterviewQuestion question, ResumeService.Contracts.AnalysedRequirement required)
    {
        var line = Phrases.Line(required.RelatedLine ?? "");
        if (_isChinese)
        {
            return required.Related is null
                ? $"{question.ReferenceAnswer} 坦诚说明你还没有用过{required.Name}，并说明你打算怎么学。"
                : $"{question.ReferenceAnswer} 坦诚说明你还没有用过{required.Name}，并从{required.Related}过渡{(line is null ? "" : $"：“{line}”")}。";
        }

        var skill = Phrases.Skill(required.Name);
        return required.Related is { } related
            ? $"{question.ReferenceAnswer} Say openly that you have not used {skill} at work yet, and build the bridge from {Phrases.Skill(related)}{(line is null ? "." : $": “{line}”.")}"
            : $"{question.ReferenceAnswer} Say openly that you have not used {skill} at work yet, and how you are learning it.";
    }

    /// <summary>About something the person did: the four parts of the story, on one of the person's own lines.</summary>
    /// <param name="question">A behavioural question.</param>
    /// <param name="place">Each question gets another line.</param>
    public string OnStory(InterviewQuestion question, int place)
    {
        var (line, job) = question.Line is { } own
            ? (own, _lines.FirstOrDefault(entry => Text.Comparable(entry.Line) == Text.Comparable(own)).Job)
            : _lines.Count > 0 ? _lines[place % _lines.Count] : (null, null);
        if (line is null)
            return question.ReferenceAnswer;

        var hasFigure = line.Any(char.IsDigit);
        if (_isChinese)
        {
            return $"用 STAR 结构回答，如果合适，以你简历中的“{line}”为例。情境：{job ?? "说明时间、地点和参与者"}{(job is null ? "" : "，说明参与者和当时的处境")}。任务：你负责什么，为什么由你来做。"
                + $"行动：“{line}”——按步骤讲你自己做了什么。结果：{(hasFigure ? "用这句话里的数据，并说明它意味着什么" : "简历没有写数据，请补充你知道的结果")}。";
        }

        var guidance = question.Star ?? Plain;
        return $"Use the STAR method, and where it fits take your line “{line}”. "
            + $"Situation: {(job is null ? "" : job + "; ")}{Part(guidance.Situation)} "
            + $"Task: {Part(guidance.Task)} "
            + $"Action: start from that line; {Part(guidance.Action)} "
            + $"Result: {(hasFigure ? "use the figure in that line" : "your resume gives no figure here, so add what you know")}; {Part(guidance.Result)}";
    }

    private static StarGuidance Plain { get; } = new()
    {
        Situation = "say in two sentences where it was and who took part.",
        Task = "say what was yours to do and why it mattered.",
        Action = "tell what you did yourself, step by step, and why in this order.",
        Result = "say what changed, and what you took from it.",
    };

    private static string Part(string guidance)
    {
        var text = guidance.Trim();
        var lower = text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
        return lower.EndsWith('.') ? lower : lower + ".";
    }
}
