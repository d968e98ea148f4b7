using System.Text.RegularExpressions;
using ChatCvService.Conversation.Dates;
using ChatCvService.Conversation.Text;
using ChatCvService.CvData;

namespace ChatCvService.Conversation.Merging;

/// <summary>Changes that name a text of the CV: "change X to Y", "remove X". Null when nothing of the CV is meant.</summary>
internal static partial class Edits
{
    public static Cv? Replace(Cv cv, string old, string with, DateOnly today)
    {
        old = Target().Replace(Wording.Clean(old), "");
        with = Wording.Clean(with);
        if (old.Length == 0 || with.Length == 0)
            return null;
        if (Field(cv, old, with) is { } named)
            return named;
        if (DateReader.Read(old, today) is [var from] && DateReader.Read(with, today) is [var to] && from.Start is { } before && to.Start is { } after && Dated(cv, before, after) is { } dated)
            return dated;
        if (Month(cv, old, with) is { } month)
            return month;
        var changed = false;
        string Swap(string value)
        {
            if (value.Length == 0 || changed && Wording.Key(value) != Wording.Key(old))
                return value;
            if (Wording.Key(value) == Wording.Key(old))
            {
                changed = true;
                return char.IsUpper(value[0]) ? Wording.Proper(with) : with;
            }

            var at = value.IndexOf(old, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || !IsWord(value, at, old.Length))
                return value;
            changed = true;
            return string.Concat(value.AsSpan(0, at), with, value.AsSpan(at + old.Length));
        }

        var result = Map(cv, Swap);
        return changed ? result : null;
    }

    // "It was May, not June": the month of the date that has it, when only one does.
    private static Cv? Month(Cv cv, string old, string with)
    {
        if (!BareMonth().IsMatch(old) || !BareMonth().IsMatch(with))
            return null;
        string[] dates = [.. cv.Experience.SelectMany(job => new[] { job.StartDate, job.EndDate }).Concat(cv.Education.Select(school => school.GraduationDate)).Where(date => date.StartsWith(Number(old) + "/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        if (dates.Length != 1)
            return null;
        string Moved(string date) => date == dates[0] ? Number(with) + date[2..] : date;
        return cv with
        {
            Experience = [.. cv.Experience.Select(job => job with { StartDate = Moved(job.StartDate), EndDate = Moved(job.EndDate) })],
            Education = [.. cv.Education.Select(school => school with { GraduationDate = Moved(school.GraduationDate) })],
        };

        static string Number(string month) => DateReader.Read($"in {month} 2000", DateOnly.MinValue.AddYears(1999)) is [{ Start: { } date }, ..] ? date.ToString()[..2] : "??";
    }

    [GeneratedRegex(@"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BareMonth();

    public static (Cv Cv, string What)? Remove(Cv cv, string what)
    {
        var said = Wording.Clean(Target().Replace(Tail().Replace(Wording.Clean(what), ""), ""));
        var key = Wording.Key(said);
        if (key.Length == 0)
            return null;
        var info = cv.PersonalInfo;
        var isAll = All().IsMatch(what);
        (Cv, string)? field = key switch
        {
            "phone" or "phonenumber" or "number" => (cv with { PersonalInfo = info with { Phone = "" } }, "your phone number"),
            "email" or "mail" or "emailaddress" => (cv with { PersonalInfo = info with { Email = "" } }, "your e-mail"),
            "location" or "address" or "city" => (cv with { PersonalInfo = info with { Location = "" } }, "your location"),
            "linkedin" => (cv with { PersonalInfo = info with { Linkedin = "" } }, "your LinkedIn"),
            "website" or "portfolio" => (cv with { PersonalInfo = info with { Website = "" } }, "your website"),
            "title" or "jobtitle" => (cv with { PersonalInfo = info with { Title = "" } }, "your title"),
            "name" => (cv with { PersonalInfo = info with { FullName = "" } }, "your name"),
            "summary" or "profile" => (cv with { Summary = "" }, "the summary"),
            "skills" => (cv with { Skills = new SkillSet() }, "your skills"),
            "awards" => (cv with { AwardsAndRecognitions = [] }, "your awards"),
            "projects" => (cv with { KeyProjectsAchievements = [] }, "your projects"),
            "languages" => (cv with { Skills = cv.Skills with { LanguageFluency = [] } }, "your languages"),
            "certifications" or "certificates" => (cv with { Skills = cv.Skills with { Certifications = [] } }, "your certifications"),
            "education" when isAll || cv.Education.Count == 1 => (cv with { Education = [] }, "your education"),
            "experience" or "jobs" or "workexperience" when isAll || cv.Experience.Count == 1 => (cv with { Experience = [] }, "your experience"),
            "lastjob" or "firstjob" or "job" when cv.Experience.Count > 0 => Job(key == "firstjob" ? cv.Experience.Count - 1 : 0),
            "lastproject" or "project" when cv.KeyProjectsAchievements.Count > 0 => (cv with { KeyProjectsAchievements = [.. cv.KeyProjectsAchievements.SkipLast(1)] }, cv.KeyProjectsAchievements[^1].Name),
            _ => null,
        };
        if (field is not null)
            return field;
        if (Skill(cv, key) is { } skill)
            return skill;
        // The most telling match first: whole names, then words inside them.
        foreach (var isWhole in (bool[])[true, false])
        {
            bool Matches(string value) => value.Length > 0 && (isWhole ? Wording.Key(value) == key : key.Length >= 3 && (Wording.Key(value).Contains(key, StringComparison.Ordinal) || (value.Length >= 4 && key.Contains(Wording.Key(value), StringComparison.Ordinal))));
            if (cv.Experience.ToList().FindIndex(job => Matches(job.Company) || Matches(job.Title)) is >= 0 and var job && !About("bullet", what))
                return Job(job);
            if (cv.Education.ToList().FindIndex(school => Matches(school.Institution) || Matches(school.Degree)) is >= 0 and var school)
                return (cv with { Education = [.. cv.Education.Where((_, i) => i != school)] }, cv.Education[school].Institution is { Length: > 0 } name ? name : cv.Education[school].Degree);
            if (cv.KeyProjectsAchievements.ToList().FindIndex(project => Matches(project.Name)) is >= 0 and var project)
                return (cv with { KeyProjectsAchievements = [.. cv.KeyProjectsAchievements.Where((_, i) => i != project)] }, cv.KeyProjectsAchievements[project].Name);
            if (cv.AwardsAndRecognitions.FirstOrDefault(Matches) is { } award)
                return (cv with { AwardsAndRecognitions = [.. cv.AwardsAndRecognitions.Where(other => other != award)] }, award);
            if (cv.Experience.SelectMany(job => job.DescriptionBullets).FirstOrDefault(Matches) is { } bullet)
                return (cv with { Experience = [.. cv.Experience.Select(job => job with { DescriptionBullets = [.. job.DescriptionBullets.Where(line => line != bullet)] })] }, bullet);
        }

        return null;

        (Cv, string) Job(int index) => (cv with { Experience = [.. cv.Experience.Where((_, i) => i != index)] }, string.Join(" at ", new[] { cv.Experience[index].Title, cv.Experience[index].Company }.Where(part => part.Length > 0)));
    }

    private static (Cv, string)? Skill(Cv cv, string key)
    {
        var skills = cv.Skills;
        var all = skills.CoreCompetencies.Concat(skills.SoftwareProficiency).Concat(skills.LanguageFluency).Concat(skills.Certifications);
        var found = all.FirstOrDefault(item => Wording.Key(item) == key || Wording.Key(item.Split('(')[0]) == key);
        if (found is null)
            return null;
        IReadOnlyList<string> Without(IReadOnlyList<string> list) => [.. list.Where(item => item != found)];
        return (cv with
        {
            Skills = new SkillSet
            {
                CoreCompetencies = Without(skills.CoreCompetencies),
                SoftwareProficiency = Without(skills.SoftwareProficiency),
                LanguageFluency = Without(skills.LanguageFluency),
                Certifications = Without(skills.Certifications),
            },
        }, found);
    }

    private static bool About(string word, string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static Cv? Field(Cv cv, string name, string value)
    {
        var info = cv.PersonalInfo;
        return Wording.Key(name) switch
        {
            "title" or "jobtitle" or "currenttitle" => cv with { PersonalInfo = info with { Title = Wording.Title(value) } },
            "name" or "fullname" => cv with { PersonalInfo = info with { FullName = Wording.Proper(value) } },
            "location" or "city" or "address" => cv with { PersonalInfo = info with { Location = Wording.Proper(value) } },
            "phone" or "phonenumber" or "number" => cv with { PersonalInfo = info with { Phone = value } },
            "email" or "emailaddress" => cv with { PersonalInfo = info with { Email = value } },
            "summary" or "profile" => cv with { Summary = Understanding.SummaryReader.Text(value) },
            _ => null,
        };
    }

    private static Cv? Dated(Cv cv, MonthYear old, MonthYear with)
    {
        var (before, after) = (old.ToString(), with.ToString());
        var job = cv.Experience.ToList().FindIndex(job => job.StartDate == before || job.EndDate == before);
        if (job >= 0)
            return cv with { Experience = [.. cv.Experience.Select((other, i) => i != job ? other : other with { StartDate = other.StartDate == before ? after : other.StartDate, EndDate = other.StartDate != before && other.EndDate == before ? after : other.EndDate })] };
        var school = cv.Education.ToList().FindIndex(school => school.GraduationDate == before);
        return school < 0 ? null : cv with { Education = [.. cv.Education.Select((other, i) => i != school ? other : other with { GraduationDate = after })] };
    }

    private static Cv Map(Cv cv, Func<string, string> swap) => cv with
    {
        PersonalInfo = cv.PersonalInfo with
        {
            FullName = swap(cv.PersonalInfo.FullName),
            Title = swap(cv.PersonalInfo.Title),
            Phone = swap(cv.PersonalInfo.Phone),
            Email = swap(cv.PersonalInfo.Email),
            Linkedin = swap(cv.PersonalInfo.Linkedin),
            Website = swap(cv.PersonalInfo.Website),
            Location = swap(cv.PersonalInfo.Location),
        },
        Experience = [.. cv.Experience.Select(job => job with { Title = swap(job.Title), Company = swap(job.Company), Location = swap(job.Location), DescriptionBullets = [.. job.DescriptionBullets.Select(swap)] })],
        Education = [.. cv.Education.Select(school => school with { Institution = swap(school.Institution), Degree = swap(school.Degree), FieldOfStudy = swap(school.FieldOfStudy), Details = swap(school.Details) })],
        Skills = new SkillSet
        {
            CoreCompetencies = [.. cv.Skills.CoreCompetencies.Select(swap)],
            SoftwareProficiency = [.. cv.Skills.SoftwareProficiency.Select(swap)],
            LanguageFluency = [.. cv.Skills.LanguageFluency.Select(swap)],
            Certifications = [.. cv.Skills.Certifications.Select(swap)],
        },
        KeyProjectsAchievements = [.. cv.KeyProjectsAchievements.Select(project => project with { Name = swap(project.Name), Description = swap(project.Description), KeyAreasUsed = [.. project.KeyAreasUsed.Select(swap)] })],
        AwardsAndRecognitions = [.. cv.AwardsAndRecognitions.Select(swap)],
        Summary = swap(cv.Summary),
    };

    private static bool IsWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    [GeneratedRegex(@"^(?:(?:the|my|all|of|any|that|this|those|whole|entire|skill|award|certificate|language)\s+)*(?:(?:job|position|work|role|experience|project|degree|school|award|bullet|line|skill|company|employer|part)\s+(?:at|as|with|about|called|named|of|that\s+says)\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Target();

    [GeneratedRegex(@"\s+(?:from|in|off)\s+(?:(?:my|the)\s+)?(?:cv|resume|skills?|list|software|languages?|awards?|projects?|experience|it|there|profile)\b.*$|\s+(?:please|too|as\s+well|again)$|\s+(?:job|project|skill|award|entry|bullet)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\b(?:all|everything|whole|entire)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex All();
}
