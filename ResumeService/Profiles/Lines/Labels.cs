using System.Collections.Frozen;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Lines;

/// <summary>Lines that name a part of an entry and are no entry themselves.</summary>
internal static class Labels
{
    private static readonly FrozenSet<string> Words = WordList.Phrases(
        """
        highlights, key highlights, responsibilities, key responsibilities, duties, main duties, key duties, duties and responsibilities, roles and responsibilities, responsibilities and achievements, achievements, key achievements, accomplishments, key accomplishments, contributions, key contributions, tasks, description, job description, summary, results, impact, courses, relevant courses, coursework, relevant coursework, keywords
        technologies, technologies used, tech, tech stack, stack, tools, tools used, environment, skills, skills used, tech used, built with, languages, frameworks, role, team, client, project, projects, key projects, link, website, url, github, demo, source, code, notable achievements, selected achievements, location, duration, period, company profile
        aufgaben, tatigkeiten, verantwortlichkeiten, technologien, taches, missions, technologies utilisees, responsabilidades, logros, funciones, tecnologias, 职责, 工作职责, 工作内容, 工作描述, 主要职责, 项目描述, 项目职责, 技术栈, 业绩, 主要工作, 个人职责, 责任描述, 开发环境
        """);

    /// <summary>"Highlights", "Tech stack: Go, Redis", or a bare link.</summary>
    public static bool StandsInside(string text)
    {
        if (IsLink(text))
            return true;

        var colon = text.IndexOfAny([':', '：']);
        var label = TextShape.Fold(colon > 0 ? text[..colon] : text).Trim().Replace("&", "and", StringComparison.Ordinal);
        return Words.Contains(label);
    }

    public static bool IsLink(string text) => !text.Contains(' ', StringComparison.Ordinal) && (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase));
}
