using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Contacts;

/// <summary>Finds where the person lives among the contact lines.</summary>
internal static class LocationReader
{
    private static readonly string[] Marks = ["address", "location", "based in", "lives in", "city", "residence", "adresse", "wohnort", "anschrift", "direccion", "ubicacion", "domicile", "地址", "现居", "所在地", "居住地"];

    public static string? Read(IReadOnlyList<ResumeLine> lines, string? name)
    {
        foreach (var line in lines)
        {
            if (Marked(line.Text) is { Length: > 1 and < 90 } marked && marked.Any(char.IsLetter))
                return marked;
        }

        foreach (var line in lines)
        {
            if (line.Text.Length > 200 || line.IsProse || line.Range is not null)
                continue;

            foreach (var part in Separators.Parts(line.Text))
            {
                if (part != name && PlaceWords.IsPlace(part) && !PlaceWords.IsMode(part))
                    return part;
            }
        }

        return null;
    }

    private static string? Marked(string text)
    {
        var colon = text.IndexOfAny([':', '：']);
        if (colon is < 2 or > 20 || text.Contains('@', StringComparison.Ordinal))
            return null;

        var label = TextShape.Fold(text[..colon]);
        return Array.Exists(Marks, mark => label.Contains(mark, StringComparison.Ordinal)) && !label.Contains("mail", StringComparison.Ordinal) ? Separators.Parts(text[(colon + 1)..]).FirstOrDefault() : null;
    }
}
