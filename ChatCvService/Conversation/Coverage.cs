using ChatCvService.CvData;

namespace ChatCvService.Conversation;

/// <summary>How much of a CV is there (CONTRACT.md, S3): weights 16, 17, 13, 14, 13, 14, 13; awards never count.</summary>
internal static class Coverage
{
    public static int Progress(Cv cv)
    {
        var progress = (HasIdentity(cv) ? 16 : 0) + (HasContact(cv) ? 17 : 0) + (cv.Summary.Length > 0 ? 13 : 0) + (cv.Experience.Count > 0 ? 14 : 0)
            + (cv.Education.Count > 0 ? 13 : 0) + (HasSkills(cv) ? 14 : 0) + (cv.KeyProjectsAchievements.Count > 0 ? 13 : 0);
        // A letter without an addressee or a text is not done, whatever the CV beside it holds.
        return cv.CoverLetter is { } letter && !IsWritten(letter) ? Math.Min(progress, 99) : progress;
    }

    public static IReadOnlyList<string> Collected(Cv cv) => [.. Sections(cv).Where(section => section.IsThere).Select(section => section.Name)];

    public static IReadOnlyList<string> Missing(Cv cv) => [.. Sections(cv).Where(section => !section.IsThere && section.Name != "awards_and_recognitions").Select(section => section.Name)];

    public static bool IsComplete(Cv cv) => Missing(cv).Count == 0;

    public static bool HasIdentity(Cv cv) => cv.PersonalInfo.FullName.Length > 0 || cv.PersonalInfo.Title.Length > 0;

    public static bool HasContact(Cv cv) => cv.PersonalInfo is { Email.Length: > 0 } or { Phone.Length: > 0 } or { Location.Length: > 0 };

    public static bool HasSkills(Cv cv) =>
        cv.Skills.CoreCompetencies.Count + cv.Skills.SoftwareProficiency.Count + cv.Skills.LanguageFluency.Count + cv.Skills.Certifications.Count > 0;

    public static bool IsWritten(CoverLetter letter) => letter.Body.Length > 0 && (letter.Recipient.Company.Length > 0 || letter.Recipient.Position.Length > 0);

    private static IEnumerable<(string Name, bool IsThere)> Sections(Cv cv)
    {
        yield return ("personal_info", cv.PersonalInfo != new PersonalInfo());
        yield return ("summary", cv.Summary.Length > 0);
        yield return ("experience", cv.Experience.Count > 0);
        yield return ("education", cv.Education.Count > 0);
        yield return ("skills", HasSkills(cv));
        yield return ("key_projects_achievements", cv.KeyProjectsAchievements.Count > 0);
        yield return ("awards_and_recognitions", cv.AwardsAndRecognitions.Count > 0);
        if (cv.CoverLetter is { } letter)
            yield return ("cover_letter", IsWritten(letter));
    }
}
