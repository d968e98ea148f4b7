using System.Globalization;
using InterviewService.Questions;
using InterviewService.Questions.Knowledge;
using InterviewService.Questions.Selection;
using ResumeService.Contracts;

namespace InterviewService.Reports;

/// <summary>Plans the days before an interview: 3 to 14, the more and the graver the gaps the more. Pure.</summary>
internal sealed class PreparationPlans(KnowledgeQuestions knowledge)
{
    private const int MinDays = 3;
    private const int MaxDays = 14;
    private const int SmallGapsADay = 2;
    private const int PointsToCheck = 4;
    private const int Strengths = 3;

    public IReadOnlyList<PlanDay> Write(
        Interviewee person, string title, IReadOnlyList<SkillGap> gaps, IReadOnlyList<InterviewQuestion> technical, IReadOnlyList<InterviewQuestion> behavioural)
    {
        var days = new List<(string Focus, IReadOnlyList<string> Tasks)> { Opening(person, title, gaps) };
        days.AddRange(GapDays(person, gaps));
        days.Add(StrengthsDay(technical));
        days.Add(LastDay(person, behavioural));
        return [.. days.Select((day, place) => new PlanDay(place + 1, day.Focus, day.Tasks))];
    }

    private static (string Focus, IReadOnlyList<string> Tasks) Opening(Interviewee person, string title, IReadOnlyList<SkillGap> gaps)
    {
        var resume = person.Resume;
        var tasks = new List<string>();
        var asked = resume.Requirements.Count;
        if (asked > 0)
        {
            tasks.Add(string.Create(CultureInfo.InvariantCulture,
                $"Read the posting again and mark the {asked} {(asked == 1 ? "skill" : "skills")} it names: your resume shows {resume.Requirements.Count(required => required.IsShown)}, {resume.Requirements.Count(required => !required.IsShown)} {(gaps.Count == 1 ? "is" : "are")} open."));
        }
        else
        {
            tasks.Add("Read the posting again and write down the three tasks that it puts first.");
        }

        foreach (var required in resume.Requirements.Where(required => Phrases.Line(required.ResumeLine ?? "") is not null).DistinctBy(required => required.ResumeLine).Take(Strengths))
            tasks.Add($"Write two sentences on {Phrases.Skill(required.Name)} that start from your line “{Phrases.Line(required.ResumeLine!)}”, with what you decided and what came of it.");
        var latest = resume.Jobs.Select(job => Phrases.Job(job)).FirstOrDefault(job => job is not null);
        tasks.Add($"Prepare an introduction of 90 seconds{(latest is null ? "" : $" that begins {latest}")} and ends with why this role.");
        return ($"What the role “{Text.Shorten(title, 60)}” asks for, and your case for it", tasks);
    }

    private List<(string Focus, IReadOnlyList<string> Tasks)> GapDays(Interviewee person, IReadOnlyList<SkillGap> gaps)
    {
        var room = MaxDays - MinDays;
        var days = new List<(string Focus, IReadOnlyList<string> Tasks)>();
        var skills = gaps.Select(gap => (Gap: gap, Required: person.Resume.Requirements.FirstOrDefault(required => !required.IsShown && required.Name == gap.Skill))).ToList();
        var grave = skills.Where(skill => skill.Required is not null && skill.Gap.Severity == SkillGaps.High).ToList();
        // With many grave gaps each gets its first day before any gets a second.
        var second = Math.Max(0, Math.Min(grave.Count, room - skills.Count(skill => skill.Required is not null && skill.Gap.Severity != SkillGaps.Low) - 1));
        foreach (var (place, skill) in grave.Index())
        {
            days.Add(($"{skill.Gap.Skill}: the basics", Basics(skill.Required!)));
            if (place < second)
                days.Add(($"{skill.Gap.Skill}: practice", Practice(skill.Required!)));
        }

        foreach (var skill in skills.Where(skill => skill.Required is not null && skill.Gap.Severity == SkillGaps.Medium))
            days.Add(($"{skill.Gap.Skill}: from {skill.Required!.Related ?? "the basics"} to a first result", [.. Basics(skill.Required), Practice(skill.Required)[0]]));
        foreach (var pair in skills.Where(skill => skill.Required is not null && skill.Gap.Severity == SkillGaps.Low).Chunk(SmallGapsADay))
            days.Add((string.Join(" and ", pair.Select(skill => skill.Gap.Skill)) + ": enough to talk about", [.. pair.SelectMany(skill => Basics(skill.Required!).Take(2))]));

        var others = skills.Where(skill => skill.Required is null).Select(skill => skill.Gap.Skill).ToList();
        if (others.Count > 0)
        {
            days.Add(("What cannot be learned in days", [.. others.Select(gap =>
                $"Prepare an honest answer to “{gap}”: what you have instead, one example, and what you are doing about it.")]));
        }

        return [.. days.Take(room)];
    }

    private List<string> Basics(AnalysedRequirement required)
    {
        var skill = Phrases.Skill(required.Name);
        var tasks = new List<string>();
        if (knowledge.TopicOf(required.Name)?.Questions is [var first, ..])
            tasks.Add(Explain(first));
        else
            tasks.Add($"Find one good introduction to {skill}, and write down in ten sentences of your own what it is for, how it works and where it ends.");
        if (required.Related is { } related)
        {
            tasks.Add(Phrases.Line(required.RelatedLine ?? "") is { } line
                ? $"Write three sentences that lead from {Phrases.Skill(related)} to {skill}, starting from your line “{line}”: what carries over, and what is new."
                : $"Write down what carries over from {Phrases.Skill(related)} to {skill}, and what is new.");
        }

        tasks.Add($"Read again where the posting asks for it (“{Text.Shorten(Text.OneLine(required.JobLine), 120)}”) and note two questions on {skill} for the team.");
        return tasks;
    }

    private List<string> Practice(AnalysedRequirement required)
    {
        var tasks = new List<string> { HandsOn(required) };
        if (knowledge.TopicOf(required.Name)?.Questions is { Count: > 1 } questions)
            tasks.Add(Explain(questions.FirstOrDefault(question => question.Level == QuestionLevel.Middle) ?? questions[1]));
        tasks.Add("Note one figure, one mistake and one decision from today: they make the answer yours.");
        return tasks;
    }

    private static string HandsOn(AnalysedRequirement required)
    {
        var skill = Phrases.Skill(required.Name);
        return required.Category switch
        {
            "Languages" => $"Write a program of about 100 lines in {skill} that you know from another language, with three tests.",
            "Databases" => $"Put the data of one of your own projects into {skill}, load 10,000 rows, and measure two queries before and after a change.",
            "DevOps" or "Cloud" => $"Bring one small service of your own up with {skill}, break it on purpose, and write down how you noticed and what fixed it.",
            "Messaging & integration" => $"Let two small programs talk through {skill}; stop one of them in the middle and see what is lost.",
            "Front end" or "Mobile" => $"Build one screen of an application you know with {skill}, with a list, a form and an error message.",
            "Machine learning" or "Data & analytics" => $"Take a public data set, get one result with {skill}, and write down how you would know that it is not luck.",
            "Testing" or "Security" => $"Apply {skill} to one of your own projects and write down the first three things that it found.",
            "Back end" or "Architecture" => $"Sketch one of your own projects anew with {skill}: two diagrams, three decisions and the price of each.",
            _ => $"Work through one real example of {skill} from beginning to end, and write down what was harder than you thought.",
        };
    }

    private static string Explain(KnowledgeQuestion question) =>
        $"Answer aloud, in three minutes: “{question.Text}” Check yourself: {string.Join("; ", question.KeyPoints.Take(PointsToCheck))}.";

    private static (string Focus, IReadOnlyList<string> Tasks) StrengthsDay(IReadOnlyList<InterviewQuestion> technical)
    {
        var strong = technical.Where(question => question.Line is not null || !question.IsStory).Take(Strengths).ToList();
        if (strong.Count == 0)
            strong = [.. technical.Take(Strengths)];
        var tasks = strong.Select(question => $"Answer aloud, in three minutes: “{question.Text}” Check yourself: {string.Join("; ", question.KeyPoints.Take(PointsToCheck))}.").ToList();
        tasks.Add("For each of these answers add one case of your own, and one thing that you would do differently today.");
        return ("Your strengths in depth", tasks);
    }

    private static (string Focus, IReadOnlyList<string> Tasks) LastDay(Interviewee person, IReadOnlyList<InterviewQuestion> behavioural)
    {
        var tasks = behavioural.Take(Strengths).Select(question => $"Write notes in four parts (situation, task, action, result) for: “{question.Text}”").ToList();
        tasks.Add("Run one whole practice interview and read the feedback of the two weakest answers.");
        tasks.Add(person.Resume.JobTitle is null ? "Prepare three questions to ask the team." : "Prepare three questions to ask the team: on the first months, on how the work is judged, and on what they would change.");
        return ("Stories of your own, and a practice interview", tasks);
    }
}
