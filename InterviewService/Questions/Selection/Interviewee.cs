using InterviewService.Questions.Knowledge;
using ResumeService.Contracts;

namespace InterviewService.Questions.Selection;

/// <summary>Who is interviewed: what the resume says, set against the job when there is one.</summary>
internal sealed record Interviewee(ResumeAnalysis Resume, CandidateProfile Profile, string Text)
{
    public const string English = "en";
    public const string Chinese = "zh";

    private const double ShareOfChinese = 0.3;
    private const int MiddleFrom = 2;
    private const int SeniorFrom = 6;

    private static readonly string[] SeniorWords = ["senior", "lead", "principal", "staff", "head", "chief", "architect", "director", "高级", "资深", "架构师", "负责人"];
    private static readonly string[] JuniorWords = ["junior", "intern", "internship", "trainee", "graduate", "apprentice", "实习", "初级", "应届"];

    /// <summary>Language of the questions: <c>zh</c> for a resume in Chinese, else <c>en</c>.</summary>
    public string Language => field ??= IsChinese(Text) ? Chinese : English;

    /// <summary>By the years, and by what the latest title claims.</summary>
    public QuestionLevel Level
    {
        get
        {
            var title = Resume.Jobs.Select(job => job.Title).FirstOrDefault(title => title is not null) ?? Resume.Title ?? "";
            if (Says(title, SeniorWords))
                return QuestionLevel.Senior;
            if (Says(title, JuniorWords))
                return QuestionLevel.Junior;
            return Resume.ExperienceYears switch { >= SeniorFrom => QuestionLevel.Senior, >= MiddleFrom => QuestionLevel.Middle, _ => QuestionLevel.Junior };
        }
    }

    private static bool Says(string title, string[] words) =>
        words.Any(word => word[0] > 127 ? title.Contains(word, StringComparison.Ordinal) : Phrases.Names(title, word));

    /// <summary>Whether a good part of the letters is Chinese; a Chinese resume names its tools in Latin letters.</summary>
    internal static bool IsChinese(string text)
    {
        var (letters, chinese) = (0, 0);
        foreach (var character in text)
        {
            if (!char.IsLetter(character))
                continue;
            letters++;
            if (character is >= '\u4E00' and <= '\u9FFF')
                chinese++;
        }

        return chinese > letters * ShareOfChinese;
    }
}
