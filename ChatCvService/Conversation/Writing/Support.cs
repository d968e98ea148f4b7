using ChatCvService.Conversation.Dates;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;
using ChatCvService.CvData;

namespace ChatCvService.Conversation.Writing;

/// <summary>Checks that a text says nothing the person did not: every number, name and word of it comes from theirs.</summary>
internal static class Support
{
    // Levels of a language in the CV's words, and what people say for them.
    private static readonly Dictionary<string, string[]> SaidAs = new(StringComparer.Ordinal)
    {
        ["native"] = ["mother", "first", "natively"],
        ["fluent"] = ["excellent", "well", "good"],
        ["good"] = ["well"],
        ["basic"] = ["some", "little", "bit", "basics", "beginner"],
    };

    /// <summary>Words of <paramref name="text"/> that are neither in <paramref name="said"/>, in any inflection, nor mere glue.</summary>
    public static IReadOnlyList<string> Unsupported(string text, string said, bool allowGlue = true)
    {
        var words = WordsOf(said).Concat(WordsOf(Spelling.Mend(said))).ToHashSet(StringComparer.Ordinal);
        return [.. WordsOf(text).Where(word => !words.Contains(word) && !(allowGlue && GlueWords.Contains(word)) && !words.Any(other => IsForm(word, other)) && !(SaidAs.TryGetValue(word, out var others) && others.Any(words.Contains)))];
    }

    /// <summary>Values of a CV that the messages do not support; empty when nothing was invented.</summary>
    /// <param name="cv">The CV.</param>
    /// <param name="said">All messages of the person, and proposals that were accepted.</param>
    /// <param name="today">For "3 years ago".</param>
    public static IReadOnlyList<string> Unsupported(Cv cv, string said, DateOnly today) =>
        [.. ValuesOf(cv).Where(value => Unsupported(value, said, allowGlue: false).Count > 0), .. DatesOf(cv).Where(date => !IsSaid(date, said, today))];

    /// <summary>Whether the month is one that the text names, or that follows from a date and a length in it; a year alone is its January.</summary>
    public static bool SaysMonth(string date, string said, DateOnly today) =>
        FollowsFrom(date, said, today) || (date.StartsWith("01/", StringComparison.Ordinal) && said.Contains(date[3..], StringComparison.Ordinal));

    private static IEnumerable<string> ValuesOf(Cv cv) =>
        new[] { cv.PersonalInfo.FullName, cv.PersonalInfo.Title, cv.PersonalInfo.Phone, cv.PersonalInfo.Email, cv.PersonalInfo.Linkedin, cv.PersonalInfo.Website, cv.PersonalInfo.Location, cv.Summary }
            .Concat(cv.Experience.SelectMany(job => job.DescriptionBullets.Concat([job.Title, job.Company, job.Location])))
            .Concat(cv.Education.SelectMany(school => new[] { school.Institution, school.Degree, school.FieldOfStudy, school.Details }))
            .Concat(cv.Skills.CoreCompetencies).Concat(cv.Skills.SoftwareProficiency).Concat(cv.Skills.LanguageFluency).Concat(cv.Skills.Certifications)
            .Concat(cv.KeyProjectsAchievements.SelectMany(project => project.KeyAreasUsed.Concat([project.Name, project.Description])))
            .Concat(cv.AwardsAndRecognitions)
            .Where(value => value.Length > 0);

    private static IEnumerable<string> DatesOf(Cv cv) =>
        cv.Experience.SelectMany(job => new[] { job.StartDate, job.EndDate }).Concat(cv.Education.Select(school => school.GraduationDate)).Where(date => date.Length > 0 && date != MonthYear.Present);

    // The year stands in the messages, or follows from a date that does.
    private static bool IsSaid(string date, string said, DateOnly today) => said.Contains(date[3..], StringComparison.Ordinal) || FollowsFrom(date, said, today);

    private static bool FollowsFrom(string date, string said, DateOnly today)
    {
        var mentions = said.Split('\n').SelectMany(line => DateReader.Read(Sentences.Normalize(line), today)).ToList();
        var points = mentions.SelectMany(mention => new[] { mention.Start, mention.End }).OfType<MonthYear>().ToList();
        return points.Any(point => point.ToString() == date)
            || mentions.Where(mention => mention.Months > 0).Any(length => points.Append(MonthYear.Of(today)).Any(point => point.AddMonths(length.Months).ToString() == date || point.AddMonths(-length.Months).ToString() == date));
    }

    private static IEnumerable<string> WordsOf(string text) => Wording.WordsOf(text).Select(word => word.ToLowerInvariant().Trim('\'')).Select(word => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word).Where(word => word.Length > 0);

    // manage, manages, managed, managing; supervise, supervision is another word.
    private static bool IsForm(string word, string other)
    {
        if (word.Any(char.IsDigit) || Math.Min(word.Length, other.Length) < 3)
            return false;
        return Stem(word) == Stem(other) || (ActionVerbs.BaseOf(word) is { } verb && verb == ActionVerbs.BaseOf(other));
    }

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["ing", "ed", "es", "ly", "s", "e", "d"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }
}
