using System.Text.RegularExpressions;
using ResumeService.Profiles;

namespace ResumeService.JobDescriptions;

/// <summary>Reads the title of a job and the seniority it names.</summary>
internal static partial class Titles
{
    private const int PatternTimeLimit = 10_000;
    private const int MaxLength = 100;
    private const int MaxWords = 12;
    private const int Searched = 4_000;

    public static TextSpan? Find(string text)
    {
        var head = text.Length > Searched ? text[..Searched] : text;
        var start = 0;
        while (start < head.Length && (char.IsWhiteSpace(head[start]) || head[start] is '#' or '*' or '=' or '-'))
            start++;
        var end = head.IndexOfAny(['\n', '\r'], start);
        end = end < 0 ? head.Length : end;
        if (Labelled().Match(head) is { Success: true } labelled)
            return Shorten(text, labelled.Groups["title"].Index, labelled.Groups["title"].Length);

        // "We are looking for somebody challenging": only what names an occupation is a title.
        var looking = LookingFor().Matches(head).FirstOrDefault(match => NamesOccupation(match.Groups["title"].Value));
        var isTitle = end > start && LooksLikeTitle(head[start..end]);
        if (isTitle && !(looking is not null && looking.Index < end))
            return Shorten(text, start, end - start);
        return looking is not null ? Shorten(text, looking.Groups["title"].Index, looking.Groups["title"].Length) : null;
    }

    private static bool NamesOccupation(string title) => Occupation().IsMatch(title) || title.Any(c => c >= '\u3400');

    /// <summary>The level a title or a sentence names; null when it names none.</summary>
    public static (SeniorityLevel Level, int Index, int Length)? LevelIn(string title)
    {
        (SeniorityLevel Level, int Index, int Length)? highest = null;
        foreach (Match match in Level().Matches(title))
        {
            var level = match.Groups["executive"].Success ? SeniorityLevel.Executive
                : match.Groups["lead"].Success ? SeniorityLevel.Lead
                : match.Groups["senior"].Success ? SeniorityLevel.Senior
                : match.Groups["middle"].Success ? SeniorityLevel.Middle
                : match.Groups["junior"].Success ? SeniorityLevel.Junior
                : SeniorityLevel.Intern;
            // "Junior or Middle developer": the lower one is enough. "Senior Director": the higher one is meant.
            if (highest is null || level == SeniorityLevel.Executive || (level < highest.Value.Level && highest.Value.Level != SeniorityLevel.Executive && EitherLevel().IsMatch(title)))
                highest = (level, match.Index, match.Length);
        }

        return highest;
    }

    private static bool LooksLikeTitle(string line)
    {
        var bare = line.Trim();
        if (bare.Length is < 3 or > 300 || NoTitle().IsMatch(bare))
            return false;
        var cut = CutTail(bare);
        return NamesOccupation(cut) && cut.Length <= MaxLength && cut.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MaxWords && cut[^1] is not ('.' or '!' or '?' or ':');
    }

    private static TextSpan? Shorten(string text, int start, int length)
    {
        var cut = CutTail(text.Substring(start, length));
        while (cut.Length > 0 && (char.IsWhiteSpace(cut[0]) || cut[0] is '*' or '#'))
        {
            cut = cut[1..];
            start++;
        }

        cut = cut.TrimEnd(' ', '\t', '*', ',', '-', '–', ':', '.');
        return cut.Length is < 2 or > MaxLength ? null : new TextSpan(start, cut.Length);
    }

    /// <summary>Drops what follows a title on its line: "with 5+ years …", "(m/f/d)", "| Berlin", "at Acme".</summary>
    private static string CutTail(string line)
    {
        var tail = Tail().Match(line);
        return tail.Success && tail.Index > 2 ? line[..tail.Index].TrimEnd() : line;
    }

    [GeneratedRegex(@"^[\s*#_-]*((job|position) )?(title|position|vacancy|job opening|role title)[\s*_]*[:：][\s*_]*(?<title>\S[^\r\n]{1,150})|^\s*(招聘)?(职位|岗位)(名称)?[:：]\s*(?<title>[^\r\n]{2,60})", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTimeLimit)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\b(looking for|seeking|searching for|hiring|recruiting|in need of|opening for)( (to hire|for|to recruit))?( (an?|our|the|our next|one|talented|experienced|motivated|passionate|highly|skilled|new|dynamic|exceptional))+ (?<title>[A-Za-z][\w+#./&-]*( [\w+#./&-]+){0,7}?)(?=( to\b| who\b| with\b| for\b| that\b| in\b| at\b| on\b| and\b|[,.;!(\r\n]|$))|招聘(一名|一位)?(?<title>[\p{IsCJKUnifiedIdeographs}A-Za-z+#. ]{2,20}(工程师|经理|开发|设计师|专员|主管|护士|教师|会计))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTimeLimit)]
    private static partial Regex LookingFor();

    [GeneratedRegex(@"^(job description|about|overview|summary|description|position|role|responsibilities|requirements|company|we |we['’]|our |are you|do you|join|at |the |this |in |as an?|if you|who |what |why |date|location|you )\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"\s+(with|who|having|needed|wanted|required|position|role at|at|for|to join)\b.*$|\s*[\[(].*$|\s+[|•·–—]\s.*$|\s+-\s.*$|[,;:].*$|\.\s.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"(?<executive>\b(head of|director|vp|vice president|chief|c[teofi]o)\b|总监|首席)"
        + @"|(?<lead>\b(lead|staff|principal|team lead(er)?|tech lead)\b|负责人|主管)"
        + @"|(?<senior>\b(senior|sr)\b|高级|资深)"
        + @"|(?<middle>\b(mid|middle|mid[- ]level|intermediate|medior)\b|中级)"
        + @"|(?<junior>\b(junior|jr|entry[- ]level|graduate|trainee|new grad)\b|初级)"
        + @"|(?<intern>\b(interns?|internship|apprentice(ship)?|working student)\b|实习)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        PatternTimeLimit)]
    private static partial Regex Level();

    [GeneratedRegex(@"\b(\w{2,}(er|or|ist|ian|eer|tant|yst|tect|urse|ief|ead|man|woman|ress)s?|head|chief|intern|associate|representative|executive|agent|president|aide|clerk|staff nurse|scientist|data science|sre|cto|ceo|cfo|vp|devops|hand|cook|chef|guard|pilot|host|dba|full[ -]?stack|front[ -]?end|back[ -]?end|trainee|apprentice|graduate|fellow|student|superintendent|professional|crew|lead|rn|lpn|cna)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Occupation();

    [GeneratedRegex(@"\bor\b|/|\bto\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex EitherLevel();
}
