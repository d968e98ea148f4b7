using System.Text.RegularExpressions;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;
using ChatCvService.CvData;

namespace ChatCvService.Conversation.Writing;

/// <summary>Words a job's lines as action, what, result, in the tense of the job and from the person's own facts only.</summary>
internal static partial class BulletWriter
{
    public static IReadOnlyList<string> Rewrite(Job job)
    {
        var isPast = job.EndDate.Length > 0 && job.EndDate != "Present";
        var lines = new List<string>();
        var sources = new List<List<string>>();
        foreach (var bullet in job.DescriptionBullets)
        {
            var line = Rewrite(bullet, isPast);
            // "Redesigned the checkout" and "Raised conversion by 12%": the second is what the first led to.
            if (lines.Count > 0 && Result().IsMatch(bullet) && !Result().IsMatch(lines[^1]) && !Figure().IsMatch(lines[^1]) && Figure().IsMatch(bullet) && Gerund(line) is { } result)
            {
                lines[^1] = $"{lines[^1]}, {result}";
                sources[^1].Add(bullet);
            }
            else
            {
                lines.Add(line);
                sources.Add([bullet]);
            }
        }

        // A line that would say more than the person did stays as it was said.
        return [.. lines.SelectMany((line, i) => Support.Unsupported(line, string.Join('\n', sources[i])).Count == 0 ? [line] : sources[i])];
    }

    private static string Rewrite(string bullet, bool isPast)
    {
        var text = Hedges().Replace(Wording.Clean(bullet), "");
        text = Weak().Replace(text, "");
        var first = First().Match(text);
        if (ActionVerbs.BaseOf(first.Value) is not { } verb)
            return Wording.Sentence(text);
        var form = isPast ? ActionVerbs.PastOf(verb) : verb;
        var isAlreadyPast = ActionVerbs.IsPast(first.Value);
        // What was done once ("cut costs by 18%") stays done, also in a present job.
        return Wording.Sentence((isAlreadyPast ? first.Value : form) + text[first.Length..]);
    }

    private static string? Gerund(string line)
    {
        var first = First().Match(line);
        return ActionVerbs.BaseOf(first.Value) is { } verb ? ActionVerbs.GerundOf(verb) + line[first.Length..] : null;
    }

    [GeneratedRegex(@"^(?:also|mainly|mostly|basically|usually|successfully|always|often|sometimes|kind\s+of|just)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Hedges();

    [GeneratedRegex(@"^(?:(?:was|am)\s+)?(?:responsible\s+for|in\s+charge\s+of|tasked\s+with|accountable\s+for)\s+(?=\p{L}+ing\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Weak();

    [GeneratedRegex(@"^\p{L}+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex First();

    [GeneratedRegex(@"^(?:rais|cut|reduc|increas|sav|grew|grow|lower|doubl|tripl|halv|boost|improv|rais|decreas|short)\p{L}*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Result();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Figure();
}
