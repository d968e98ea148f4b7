using System.Text;
using ChatCvService.CvData;

namespace ChatCvService.Documents.Templates;

/// <summary>The language a CV is marked with: its script tells the shapes of Han characters and the direction of the page. Headings are English.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
internal sealed record TextLanguage(string Tag, string Direction)
{
    /// <summary>The script of most of the letters decides; kana tell Japanese from Chinese.</summary>
    public static TextLanguage Of(Cv cv)
    {
        var (kana, hangul, han, arabic, hebrew, cyrillic, greek, devanagari, thai, letters) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var rune in Text(cv).EnumerateRunes().Where(Rune.IsLetter))
        {
            letters++;
            switch (rune.Value)
            {
                case >= 0x3040 and <= 0x30FF: kana++; break;
                case >= 0xAC00 and <= 0xD7AF or >= 0x1100 and <= 0x11FF: hangul++; break;
                case >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x323AF: han++; break;
                case >= 0x0600 and <= 0x077F or >= 0xFB50 and <= 0xFDFF: arabic++; break;
                case >= 0x0590 and <= 0x05FF: hebrew++; break;
                case >= 0x0400 and <= 0x052F: cyrillic++; break;
                case >= 0x0370 and <= 0x03FF: greek++; break;
                case >= 0x0900 and <= 0x097F: devanagari++; break;
                case >= 0x0E00 and <= 0x0E7F: thai++; break;
            }
        }

        // A Han character says as much as two or three letters of an alphabet; a name alone in another script does not change the page.
        var half = letters / 2;
        return kana > 0 && (kana + han) * 2 > half ? new("ja", "ltr")
            : hangul * 2 > half ? new("ko", "ltr")
            : han * 2 > half ? new("zh", "ltr")
            : arabic > half ? new("ar", "rtl")
            : hebrew > half ? new("he", "rtl")
            : cyrillic > half ? new("ru", "ltr")
            : greek > half ? new("el", "ltr")
            : devanagari > half ? new("hi", "ltr")
            : thai > half ? new("th", "ltr")
            : new("en", "ltr");
    }

    private static string Text(Cv cv) => string.Join(
        ' ',
        [
            cv.PersonalInfo.FullName, cv.PersonalInfo.Title, cv.Summary, cv.CoverLetter?.Opening, cv.CoverLetter?.Body,
            .. cv.Experience.SelectMany(job => job.DescriptionBullets.Append(job.Title).Append(job.Company)),
            .. cv.Education.SelectMany(school => new[] { school.Institution, school.Degree, school.FieldOfStudy }),
            .. cv.Skills.CoreCompetencies,
        ]);
}
