using InterviewService.Questions;
using InterviewService.Questions.Selection;

namespace InterviewService.MockInterviews;

/// <summary>What to change in a CV for a job, each piece of advice with the line or the requirement it rests on. A pure function.</summary>
internal static class CvAdvice
{
    private const int MostMissing = 3;
    private const int MostListed = 2;
    private const int MostLines = 2;

    public static IReadOnlyList<string> For(Interviewee person)
    {
        var chinese = person.Language == Interviewee.Chinese;
        var advice = new List<string>();
        foreach (var missing in person.Resume.Requirements.Where(requirement => !requirement.IsShown).OrderBy(requirement => requirement.IsPreferred).Take(MostMissing))
        {
            advice.Add((chinese, missing.Related) switch
            {
                (true, _) => $"岗位需要{missing.Name}，简历没有体现。如果你用过，请写明在哪里、做了什么；如果没有，请准备好如何学习它。",
                (false, { } near) => $"The job asks for {missing.Name}, which your CV does not show; {near} is the nearest it does. If you have used {missing.Name}, say where and for what.",
                _ => $"The job asks for {missing.Name}, which your CV does not show. If you have used it, say where and for what; if not, be ready to say how you would learn it.",
            });
        }

        var required = person.Resume.Requirements.Where(requirement => requirement.IsShown).Select(requirement => requirement.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var listed in person.Resume.Skills.Where(skill => !skill.IsUsed && required.Contains(skill.Name)).Take(MostListed))
        {
            advice.Add(chinese
                ? $"{listed.Name}只出现在技能列表里。请在一段工作或项目经历中写出你用它做了什么。"
                : $"{listed.Name} stands only in a list. Name it in the line of a job or a project where you used it.");
        }

        var lines = person.Resume.Jobs.SelectMany(job => job.Highlights).Concat(person.Resume.Projects.SelectMany(project => project.Highlights))
            .Where(line => !line.Any(char.IsDigit) && Phrases.Line(line) is not null);
        foreach (var line in lines.Take(MostLines))
        {
            advice.Add(chinese
                ? $"“{Phrases.Line(line)}”没有写出结果。请补充一个数字：多少、多快、多少人使用。"
                : $"“{Phrases.Line(line)}” gives no result. Add a figure: how many, how much faster, for how many people.");
        }

        advice.AddRange(person.Resume.ExperienceGaps.Select(gap => chinese ? gap : $"{gap}: name the work that comes nearest to it first."));
        advice.AddRange(person.Resume.MissingCertifications.Select(certificate => chinese
            ? $"岗位要求{certificate}，简历没有列出。"
            : $"The job asks for {certificate}, which your CV does not list."));
        if (advice.Count == 0)
        {
            advice.Add(chinese
                ? "简历已经覆盖了岗位的全部要求。把与岗位最相关的经历放在最前面。"
                : "Your CV shows everything the job names. Put the work that is nearest to this job first.");
        }

        return advice;
    }
}
