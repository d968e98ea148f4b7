using ChatCvService.Conversation;
using ChatCvService.CvData;

namespace ChatCvService.Pages;

/// <summary>A part of a CV that counts towards its progress, as the page shows it.</summary>
/// <param name="Id">What the form sends.</param>
/// <param name="Name">On the button.</param>
/// <param name="Ask">What the person says by pressing it; it stands in the transcript and starts the part's question.</param>
/// <param name="IsThere">Whether the CV has something of it.</param>
public sealed record CvPart(string Id, string Name, string Ask, bool IsThere)
{
    internal static IReadOnlyList<CvPart> Of(Cv cv, bool isLetter)
    {
        var person = cv.PersonalInfo;
        CvPart[] letter = isLetter ? [new("letter", "Letter", "Let's talk about the letter", cv.CoverLetter is { } text && Coverage.IsWritten(text))] : [];
        return
        [
            // Either counts; the part is done once both are there.
            new("name", "Name and title", "Let's talk about my name and title", person is { FullName.Length: > 0, Title.Length: > 0 }),
            new("contact", "Contact", "Let's talk about my contact details", Coverage.HasContact(cv)),
            .. letter,
            new("experience", "Experience", "Let's talk about my work experience", cv.Experience.Count > 0),
            new("education", "Education", "Let's talk about my education", cv.Education.Count > 0),
            new("skills", "Skills", "Let's talk about my skills", Coverage.HasSkills(cv)),
            new("projects", "Projects", "Let's talk about my projects and achievements", cv.KeyProjectsAchievements.Count > 0),
            new("summary", "Summary", "Let's talk about my summary", cv.Summary.Length > 0),
        ];
    }

    /// <summary>What pressing the button of <paramref name="id"/> says; null for an unknown one.</summary>
    internal static string? AskOf(string? id) => Of(new Cv(), isLetter: true).FirstOrDefault(part => part.Id == id)?.Ask;
}
