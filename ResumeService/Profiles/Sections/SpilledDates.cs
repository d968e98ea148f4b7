using ResumeService.Profiles.Jobs;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Sections;

/// <summary>Dates set afloat beside the last job may come to stand under the next heading: they go back to the section that lacks them.</summary>
internal static class SpilledDates
{
    public static void Return(List<Section> sections)
    {
        for (var at = 0; at + 1 < sections.Count; at++)
        {
            var (section, next) = (sections[at], sections[at + 1]);
            if (section.Kind != SectionKind.Experience || next.Lines.Count < 2 || !IsBareRange(next.Lines[0]))
                continue;

            var ranges = section.Lines.Count(line => line.Range is not null && !line.IsProse);
            if (section.Lines.Count(JobReader.IsLoneTitle) != ranges + 1 || ranges != section.Lines.Count(IsBareRange))
                continue;

            sections[at] = section with { Lines = [.. section.Lines, next.Lines[0]] };
            sections[at + 1] = next with { Lines = [.. next.Lines.Skip(1)] };
        }
    }

    private static bool IsBareRange(ResumeLine line) => line is { Range: not null, WithoutDates: "" };
}
