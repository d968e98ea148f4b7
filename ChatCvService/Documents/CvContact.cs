using ChatCvService.CvData;

namespace ChatCvService.Documents;

/// <summary>The ways to reach a person, in the order they stand under the name.</summary>
internal static class CvContact
{
    public static IReadOnlyList<CvLink> Of(PersonalInfo person) =>
    [
        .. new[]
        {
            CvLink.Email(person.Email), CvLink.Phone(person.Phone), new CvLink(person.Location.Trim(), null), CvLink.Web(person.Linkedin), CvLink.Web(person.Website),
        }.Where(link => link.Text.Length > 0),
    ];
}
