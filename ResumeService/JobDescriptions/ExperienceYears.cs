using System.Text.RegularExpressions;
using ResumeService.Profiles;

namespace ResumeService.JobDescriptions;

/// <summary>Reads the years of experience a job description asks of the candidate, not those the company boasts of.</summary>
internal static partial class ExperienceYears
{
    private const int PatternTimeLimit = 10_000;
    private const int MostAsked = 25;
    private const int MonthsInYear = 12;

    /// <summary>The largest figure that is required; where nothing is, the largest preferred one; null when the text asks for none.</summary>
    public static ExperienceRequirement? Find(string text, IReadOnlyList<JobSentence> sentences)
    {
        ExperienceRequirement? best = null;
        foreach (var sentence in sentences)
        {
            if (!sentence.Asks)
                continue;
            foreach (var asked in In(text, sentence))
            {
                if (best is null || (best.Preferred && !asked.Preferred) || (best.Preferred == asked.Preferred && asked.Years > best.Years))
                    best = asked;
            }
        }

        return best is { Years: > 0 } ? best : null;
    }

    private static IEnumerable<ExperienceRequirement> In(string text, JobSentence sentence)
    {
        var said = text.Substring(sentence.Start, sentence.Length);
        var preference = new Lazy<Preference>(() => new Preference(text, sentence));
        var end = -1;
        foreach (Match match in Years().Matches(said))
        {
            if (end < 0 && IsOfTheCompany(said, sentence))
                yield break;
            var after = said[(match.Index + match.Length)..];
            if (IsNoRequirement().IsMatch(after) || IsUpperBound(said, match) || !IsOfExperience(said, match, after, sentence))
                continue;
            // "a Bachelor's and 5 years or a Master's and 3 years": the first way in is the usual one.
            if (end >= 0 && IsOtherWay().IsMatch(said[end..match.Index]))
                continue;
            end = match.Index + match.Length;
            var years = Numbers.Read(match.Groups["low"].Value);
            if (match.Groups["unit"].Value.StartsWith('m'))
                years /= MonthsInYear;
            if (years <= MostAsked)
                yield return new ExperienceRequirement(years, preference.Value.At(sentence.Start + match.Index), new TextSpan(sentence.Start + match.Index, match.Length));
        }

        foreach (Match match in ChineseYears().Matches(said))
        {
            var near = said[Math.Max(0, match.Index - 12)..Math.Min(said.Length, match.Index + match.Length + 20)];
            if (IsChineseExperience().IsMatch(near) && !IsChineseHistory().IsMatch(near))
                yield return new ExperienceRequirement(Numbers.Read(match.Groups["low"].Value), preference.Value.At(sentence.Start + match.Index), new TextSpan(sentence.Start + match.Index, match.Length));
        }
    }

    private static bool IsUpperBound(string said, Match match) => UpperBound().IsMatch(said[Math.Max(0, match.Index - 20)..match.Index]);

    private static bool IsOfExperience(string said, Match match, string after, JobSentence sentence) =>
        SpeaksOfExperience().IsMatch(said) || FollowedByField().IsMatch(after) || IsAskedFor().IsMatch(said[Math.Max(0, match.Index - 30)..match.Index]) || (sentence.Section is JobSection.Requirements or JobSection.Preferred && match.Groups["unit"].Value[0] is 'y' or 'Y');

    private static bool IsOfTheCompany(string said, JobSentence sentence) =>
        sentence.Section is not (JobSection.Requirements or JobSection.Preferred)
        && (SpeaksOfUs().IsMatch(said) || SomeoneHas().IsMatch(said))
        && !SpeaksOfTheCandidate().IsMatch(said);

    [GeneratedRegex(@"(?<![\w.,$€£])(?<low>" + Numbers.Pattern + @")\s?(\(\s?\d{1,2}\s?\)\s?)?(?<plus>\+|plus|or more)?\s?((-|–|—|to|~)\s?(" + Numbers.Pattern + @")\s?\+?\s?)?(-|–)?(full |calendar )?(?<unit>years?|yrs?|yoe|months?)\b['’]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTimeLimit)]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<!\d)(?<low>" + Numbers.ChinesePattern + @")\s?((-|~|—|–|到|至)\s?(" + Numbers.ChinesePattern + @")\s?)?年(及|或)?(以上|以内)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTimeLimit)]
    private static partial Regex ChineseYears();

    [GeneratedRegex("经验|工作|从业|开发|相关", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsChineseExperience();

    [GeneratedRegex("历史|成立|创立|创办|公司拥有|我们", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsChineseHistory();

    [GeneratedRegex(@"^\W*(of history|history|heritage|in (the )?business|in existence|in operation|old\b|older\b|of age|ago\b|anniversary|warranty|contract|fixed[- ]term|term\b|duration|in a row|from now|of growth|of success|of innovation|running\b|to complete|program(me)?\b|probation|(degree|university|college)\b|with possible|renewable|initial)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsNoRequirement();

    [GeneratedRegex(@"\b(up to|less than|under|max(imum)?( of)?|no more than|not exceed(ing)?|(last|past|next|previous|every|within|first)( the)?|(over|in|during|for) the (last|past|next)|contract (of|for)|contract[:,]?|duration( of)?:?|(term|period|total) of|limited to|for a|lasting)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex UpperBound();

    [GeneratedRegex(@"\b(experience[ds]?|exp|expertise|background|hands[- ]on|worked|working|practi[cs](e|ing)|seniority|employment|track record|proven|tenure)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex SpeaksOfExperience();

    [GeneratedRegex(@"^\W*(of ([\w/+#.-]+ ){0,4}(\w+ing|work|software|it|development|administration|design|management|analysis|operations|leadership|practice|support|care|sales|research)\b|as an? \w|in an? (similar|related|comparable|\w+) (role|position)|(or more )?(with|using|in|of) [A-Z])", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex FollowedByField();

    // "at least 5 years of Python": what is no experience ("at least 18 years of age", "a minimum term of 2 years") has been told apart before.
    [GeneratedRegex(@"\b(at least|(a )?minimum( of)?|must (have|possess|bring)|(you|candidates?|applicants?) (have|need|bring)|(you['’]ll|you will) (have|need)|requir(es?|ed|ing)|looking for( someone with)?|with)( (a |the )?(minimum( of)?|at least|over|more than|around|about|approximately))?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTimeLimit)]
    private static partial Regex IsAskedFor();

    [GeneratedRegex(@"\b(we|we['’]ve|our|us|company|firm|organi[sz]ation|founded|established|history|heritage|clients|customers)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex SpeaksOfUs();

    [GeneratedRegex(@"^\W*(with (over|more than|nearly|almost) )|^\W*(at |the )?(?!You|Candidate|Applicant|Ideal|Must|Successful|Experience|Minimum|Bachelor|Someone|Person|Who|Should|Has\b|Have\b)\p{Lu}[\w&.<>]*( \p{Lu}[\w&.<>]*){0,3} (has|have|brings|boasts|is|was)\b", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex SomeoneHas();

    [GeneratedRegex(@"\b(you|your|you['’](ll|ve|re)|candidates?|applicants?|must|required?|requires|minimum|at least|looking for|seeking|need|ideal(ly)?|should|someone|successful|who has|who have|preferred)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex SpeaksOfTheCandidate();

    [GeneratedRegex(@"\bor\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsOtherWay();
}
