using System.Text.RegularExpressions;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles;

/// <summary>How long somebody has worked.</summary>
internal static class ExperienceReader
{
    private const int LongestCareer = 70;

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    private static readonly Regex Years = new(
        @"\b([0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\s?(\+|plus|or more)?[\s\-]{0,2}(years?|yrs?|jahren?|ans|anos|años|年)('|’)?\s",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Months covered by the jobs' dates; months in which two jobs overlap count once.</summary>
    public static int Months(IEnumerable<Job> jobs, DateOnly today)
    {
        var now = Ordinal(today);
        var ranges = jobs
            .Where(job => job.Start is not null)
            .Select(job => (First: Ordinal(job.Start!.Value), Last: job.IsCurrent ? now : Math.Min(Ordinal(job.End ?? job.Start.Value), now)))
            .Where(range => range.Last >= range.First)
            .OrderBy(range => range.First);

        var months = 0;
        var covered = int.MinValue;
        foreach (var (first, last) in ranges)
        {
            months += Math.Max(0, last - Math.Max(first - 1, covered));
            covered = Math.Max(covered, last);
        }

        return months;
    }

    /// <summary>"8+ years of experience", "over ten years' experience": the first such number that speaks of experience; 0 when there is none.</summary>
    public static int StatedYears(IReadOnlyList<ResumeLine> lines)
    {
        for (var at = 0; at < lines.Count && at < 400; at++)
        {
            if (lines[at].Text.Length > 2000)
                continue;

            var text = at + 1 < lines.Count && lines[at + 1].Text.Length < 400 ? $"{lines[at].Text} {lines[at + 1].Text} " : $"{lines[at].Text} ";
            foreach (Match match in Years.Matches(text))
            {
                if (match.Index >= lines[at].Text.Length)
                    break;

                var around = TextShape.Fold(text.Substring(match.Index, Math.Min(text.Length - match.Index, 110)));
                var isExperience = around.Contains("experience", StringComparison.Ordinal) || around.Contains("erfahrung", StringComparison.Ordinal) || around.Contains("experiencia", StringComparison.Ordinal) || around.Contains("经验", StringComparison.Ordinal) || around.Contains("working ", StringComparison.Ordinal);
                var years = Number(match.Groups[1].Value);
                if (isExperience && years is > 0 and <= LongestCareer)
                    return years;
            }
        }

        return 0;
    }

    private static int Number(string text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : Array.IndexOf(Numbers, text.ToLowerInvariant());

    private static int Ordinal(DateOnly date) => (date.Year * 12) + date.Month;
}
