using System.Globalization;
using ResumeService.Gap;
using ResumeService.Profiles;

namespace ResumeService.Pages;

/// <summary>A gap analysis as people think of it: skills in their usual spelling, with their group and their quotes, and what to do next. Pure.</summary>
public sealed record MatchView
{
    public required GapAnalysis Gap { get; init; }

    public required IReadOnlyList<SkillView> Matching { get; init; }

    public required IReadOnlyList<SkillView> Missing { get; init; }

    /// <summary>Groups of the skills that the job names, the largest first.</summary>
    public required IReadOnlyList<SkillGroupView> Groups { get; init; }

    /// <summary>The resume's text in pieces; those that a skill rests on are marked.</summary>
    public required IReadOnlyList<TextPiece> Text { get; init; }

    public required int YearsShown { get; init; }

    /// <summary>The missing skills in one line; no line when there are none.</summary>
    public IReadOnlyList<string> MissingNames => Missing.Count == 0 ? [] : [string.Join(", ", Missing.Select(skill => skill.Name))];

    public int Named => Matching.Count + Missing.Count;

    public string Title => Missing.Count == 0
        ? Named == 1 ? "The one skill this job names is in your resume" : $"All {Named} skills this job names are in your resume"
        : $"{Matching.Count} of the {Named} skills this job names {(Matching.Count == 1 ? "is" : "are")} in your resume";

    public string Severity => Gap.GapSeverity switch { "Low" => "Small", "High" => "Large", var medium => medium };

    public string ExperienceDetail
    {
        get
        {
            var asked = Gap.ExperienceRequired > 0 ? $"The job asks for {Years(Gap.ExperienceRequired)}" : "The job names no number of years";
            return $"{asked}; your resume shows {(YearsShown == 0 ? "none by its dates" : Years(YearsShown))}.";
        }
    }

    /// <summary>One concrete thing to do.</summary>
    public string NextStep
    {
        get
        {
            var asked = Missing.Where(skill => !skill.IsWelcome).ToList();
            if ((asked.Find(skill => skill.Near is not null) ?? (asked is [var necessary, ..] ? necessary : Missing is [var welcome, ..] ? welcome : null)) is not { } first)
            {
                return Gap.ExperienceFit == "Good fit"
                    ? "Everything this job names is there. Practise telling it: a mock interview starts from your own projects."
                    : "Every skill is there; the years are fewer than asked. Prepare one project that shows how deep you have gone, and open with it.";
            }

            var how = first.Near is { } near
                ? $"Your {near} is close to it: say so, and name what carries over."
                : "If you have used it, add one line that says where and for what. If not, find out enough to say how you would begin.";
            var other = Matching.Count == 0 && Missing.Count > 3 ? " With so little in common, another job may serve you better than another resume." : "";
            return $"Begin with {first.Name}. {how}{other}";
        }
    }

    public static MatchView Of(GapAnalysis gap, ResumeProfile profile, string text)
    {
        ArgumentNullException.ThrowIfNull(gap);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(text);
        var usual = gap.JdSkillsFound.Concat(profile.Skills.Select(skill => skill.Name)).DistinctBy(name => name.ToUpperInvariant()).ToDictionary(name => name.ToUpperInvariant(), StringComparer.Ordinal);
        var marks = Marks(gap);
        var skills = gap.Evidence.Select(evidence =>
        {
            var shown = evidence.Resume ?? evidence.Related?.Resume;
            return new SkillView
            {
                Name = Usual(evidence.Skill),
                Group = evidence.Category,
                IsMatched = evidence.Status == "matching",
                IsWelcome = evidence.Preferred,
                Resume = shown,
                Job = evidence.JobDescription,
                ShownBy = evidence.ImpliedBy,
                Near = evidence.Related is { } related ? Usual(related.Skill) : null,
                Alternatives = [.. evidence.Alternatives.Select(Usual)],
                Mark = shown is null ? null : marks.FindIndex(mark => mark.Start <= shown.MatchStart && shown.MatchStart < mark.End) is >= 0 and var index ? index + 1 : null,
            };
        }).ToList();
        return new MatchView
        {
            Gap = gap,
            Matching = skills.FindAll(skill => skill.IsMatched),
            Missing = skills.FindAll(skill => !skill.IsMatched),
            Groups =
            [
                .. skills.GroupBy(skill => skill.Group, StringComparer.Ordinal)
                    .Select(group => new SkillGroupView(group.Key, group.Count(skill => skill.IsMatched), group.Count()))
                    .OrderByDescending(group => group.Named).ThenBy(group => group.Name, StringComparer.Ordinal),
            ],
            Text = Pieces(Quotes.Unwrapped(text), marks),
            YearsShown = profile.ExperienceYears,
        };

        string Usual(string upper) => usual.GetValueOrDefault(upper, upper);
    }

    public static string Years(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "year" : "years")}");

    /// <summary>The whole text as one piece.</summary>
    public static IReadOnlyList<TextPiece> Unmarked(string text) => [new(Quotes.Unwrapped(text), Mark: null)];

    // Quotes for several skills can name the same words: each place is marked once.
    private static List<(int Start, int End)> Marks(GapAnalysis gap)
    {
        var marks = new List<(int Start, int End)>();
        foreach (var quote in gap.Evidence.Select(evidence => evidence.Resume ?? evidence.Related?.Resume).OfType<Quote>().OrderBy(quote => quote.MatchStart).ThenByDescending(quote => quote.MatchEnd))
        {
            if (quote.MatchEnd > quote.MatchStart && (marks.Count == 0 || quote.MatchStart >= marks[^1].End))
                marks.Add((quote.MatchStart, quote.MatchEnd));
        }

        return marks;
    }

    private static List<TextPiece> Pieces(string text, List<(int Start, int End)> marks)
    {
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var (index, (start, end)) in marks.Index())
        {
            if (end > text.Length)
                break;
            pieces.Add(new TextPiece(text[at..start], Mark: null));
            pieces.Add(new TextPiece(text[start..end], index + 1));
            at = end;
        }

        pieces.Add(new TextPiece(text[at..], Mark: null));
        return pieces;
    }
}

/// <summary>A skill that the job names.</summary>
public sealed record SkillView
{
    public required string Name { get; init; }

    public required string Group { get; init; }

    public required bool IsMatched { get; init; }

    /// <summary>The job only welcomes it.</summary>
    public required bool IsWelcome { get; init; }

    /// <summary>The line of the resume that shows it, or the near skill.</summary>
    public Quote? Resume { get; init; }

    public required Quote Job { get; init; }

    /// <summary>The narrower skill that shows it.</summary>
    public string? ShownBy { get; init; }

    /// <summary>Of a missing skill: the nearest one that the resume shows.</summary>
    public string? Near { get; init; }

    public required IReadOnlyList<string> Alternatives { get; init; }

    /// <summary>Number of the marked place in the text that shows it.</summary>
    public int? Mark { get; init; }
}

/// <summary>So many of the skills of a group that the job names are in the resume.</summary>
public sealed record SkillGroupView(string Name, int Matched, int Named);

/// <summary>A piece of the resume's text.</summary>
/// <param name="Mark">Number of the marked place; null for text between.</param>
public sealed record TextPiece(string Text, int? Mark);
