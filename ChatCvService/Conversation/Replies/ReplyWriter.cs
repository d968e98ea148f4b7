using ChatCvService.Conversation.Merging;
using ChatCvService.Conversation.Writing;
using ChatCvService.CvData;

namespace ChatCvService.Conversation.Replies;

/// <summary>Says what was understood, then asks what comes next.</summary>
internal static class ReplyWriter
{
    private const int Named = 4;

    public static string Greeting(Cv cv, NextQuestion next, bool isLetter)
    {
        var name = FirstName(cv);
        var what = isLetter ? "cover letter" : "CV";
        return (name.Length > 0 ? $"Great to meet you, {name}! I'd love to help you create your {what}." : $"Hello! I'd love to help you create your {what}.") + " " + next.Text;
    }

    public static string Confirm(IReadOnlyList<Change> changes, Cv before, Cv after, NextQuestion next)
    {
        var topics = changes.Select(change => change.Topic).Distinct().ToList();
        if (changes.Count == 0)
            return next.Text;
        var lead = topics is [Topic.Contact] && changes.All(change => change.Kind == ChangeKind.Added) && Coverage.HasContact(after) && !Coverage.HasContact(before)
            ? "Perfect! I have your contact details."
            : changes.All(change => change.Kind == ChangeKind.Removed) ? $"I removed {List(changes)}."
            : changes.All(change => change.Kind == ChangeKind.Changed) ? $"I updated {List(changes)}."
            : $"Got it: I noted {List(changes)}.";
        var bridge = next.Topic != Topic.None && !topics.Contains(next.Topic) && next.FollowUp is null && Bridge(next.Topic) is { } said ? said + " " : "";
        return $"{lead} {bridge}{next.Text}";
    }

    public static string Missing(Cv cv, bool isLetter)
    {
        var missing = ((Topic[])[Topic.Identity, Topic.Contact, Topic.Letter, Topic.Experience, Topic.Education, Topic.Skills, Topic.Projects, Topic.Summary])
            .Where(topic => !NextQuestion.IsThere(cv, topic, isLetter)).Select(NextQuestion.NameOf).ToList();
        return missing.Count == 0
            ? "Nothing is missing: every section has something in it."
            : $"Still missing: {SummaryWriter.Joined(missing)}. That is {Coverage.Progress(cv)}% done.";
    }

    public static string SoFar(Cv cv)
    {
        var info = cv.PersonalInfo;
        var lines = new List<string>();
        Add("Name and title", string.Join(", ", Filled(info.FullName, info.Title)));
        Add("Contact", string.Join(", ", Filled(info.Email, info.Phone, info.Location, info.Linkedin, info.Website)));
        Add("Experience", string.Join("; ", cv.Experience.Select(job => string.Join(", ", Filled(job.Title, job.Company, Period(job))))));
        Add("Education", string.Join("; ", cv.Education.Select(school => string.Join(", ", Filled(school.Degree, school.FieldOfStudy, school.Institution, school.GraduationDate)))));
        Add("Skills", string.Join(", ", cv.Skills.CoreCompetencies.Concat(cv.Skills.SoftwareProficiency)));
        Add("Languages", string.Join(", ", cv.Skills.LanguageFluency));
        Add("Certifications", string.Join(", ", cv.Skills.Certifications));
        Add("Projects", string.Join(", ", cv.KeyProjectsAchievements.Select(project => project.Name)));
        Add("Awards", string.Join("; ", cv.AwardsAndRecognitions));
        Add("Summary", cv.Summary);
        return lines.Count == 0 ? "I have nothing yet." : "Here is what I have so far:\n" + string.Join('\n', lines);

        void Add(string label, string text)
        {
            if (text.Length > 0)
                lines.Add($"- {label}: {text}");
        }
    }

    private static IEnumerable<string> Filled(params IEnumerable<string> values) => values.Where(value => value.Length > 0);

    private static string Period(Job job) => string.Join(" - ", Filled(job.StartDate, job.EndDate));

    private static string List(IReadOnlyList<Change> changes)
    {
        var names = changes.Select(change => change.What).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count <= Named ? SummaryWriter.Joined(names) : $"{string.Join(", ", names.Take(Named - 1))} and {names.Count - Named + 1} more";
    }

    private static string? Bridge(Topic topic) => topic switch
    {
        Topic.Experience => "Now let's talk about your work experience.",
        Topic.Education => "Let's turn to your education.",
        Topic.Skills => "Now your skills.",
        _ => null,
    };

    private static string FirstName(Cv cv) => cv.PersonalInfo.FullName.Split(' ')[0];
}
