using ChatCvService.CvData;

namespace ChatCvService.Conversation.Writing;

/// <summary>A summary of two to four sentences from what the CV holds; the posting decides which skills stand first.</summary>
internal static class SummaryWriter
{
    private const int Skills = 5;

    /// <summary>Null when there is too little to say.</summary>
    public static string? Write(Cv cv, string jobDescription)
    {
        var sentences = new List<string>();
        var title = cv.PersonalInfo.Title;
        var jobs = cv.Experience.Where(job => job.Company.Length > 0).ToList();
        var current = jobs.FirstOrDefault(job => job.EndDate == "Present") ?? jobs.FirstOrDefault();
        if (title.Length == 0 && current is { Title.Length: > 0 })
            title = current.Title;
        if (title.Length > 0)
        {
            var place = current is null ? "" : current.EndDate == "Present"
                ? $", currently at {current.Company}{(current.StartDate.Length > 0 ? $" (since {current.StartDate[3..]})" : "")}"
                : $" with experience at {current.Company}";
            var before = jobs.Where(job => job != current && job.Company != current?.Company).Select(job => job.Company).Distinct().Take(2).ToList();
            sentences.Add($"{title}{place}{(before.Count > 0 ? $", previously at {string.Join(" and ", before)}" : "")}.");
        }

        var skills = Emphasis.Order(cv.Skills.CoreCompetencies.Concat(cv.Skills.SoftwareProficiency), jobDescription).Take(Skills).ToList();
        if (skills.Count > 0)
            sentences.Add($"Skilled in {Joined(skills)}.");
        if (cv.Education.FirstOrDefault(school => school.Degree.Length > 0 || school.FieldOfStudy.Length > 0) is { } school)
            sentences.Add($"Studied {(school.FieldOfStudy.Length > 0 ? school.FieldOfStudy : $"for the {school.Degree}")}{(school.Institution.Length > 0 ? $" at {school.Institution}" : "")}.");
        if (cv.Skills.LanguageFluency.Count > 1)
            sentences.Add($"Speaks {Joined([.. cv.Skills.LanguageFluency.Select(language => language.Split('(')[0].Trim())])}.");
        return sentences.Count >= 2 ? string.Join(' ', sentences) : null;
    }

    public static string Joined(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };
}
