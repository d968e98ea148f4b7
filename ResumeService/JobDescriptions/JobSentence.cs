using System.Text.RegularExpressions;

namespace ResumeService.JobDescriptions;

/// <summary>What a part of a job description speaks of.</summary>
internal enum JobSection
{
    Unknown,
    Duties,
    Requirements,
    Preferred,
    Company,
    Benefits,
    Legal,
}

/// <summary>A sentence, bullet or line of a job description, by UTF-16 offset.</summary>
internal readonly record struct JobSentence(int Start, int Length, JobSection Section)
{
    public int End => Start + Length;

    /// <summary>The sentence asks something of the candidate, as far as its section tells.</summary>
    public bool Asks => Section is not (JobSection.Company or JobSection.Benefits or JobSection.Legal);

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}

/// <summary>Splits a job description into sentences and gives each its section.</summary>
internal static partial class JobSentences
{
    /// <summary>Longer ones are cut, so that no expression meets more than this.</summary>
    public const int MaxLength = 1_000;

    private const int MaxHeadingWords = 8;
    private const int MaxLabelLength = 40;
    private const int PatternTimeLimit = 10_000;

    private static readonly string[] Abbreviations = ["e.g", "i.e", "etc", "sr", "jr", "vs", "min", "max", "approx", "incl", "yrs", "yr", "b.s", "m.s", "b.a", "ph.d", "u.s", "no", "dept", "inc", "ltd", "co", "st", "mr", "ms", "dr"];

    public static List<JobSentence> Split(string text)
    {
        var sentences = new List<JobSentence>();
        var section = JobSection.Unknown;
        // A label with text behind it ("Nice to have: Go.") holds to the end of its paragraph, a heading to the next heading.
        var headingSection = JobSection.Unknown;
        foreach (var (start, length, startsParagraph) in Lines(text))
        {
            var line = text.AsSpan(start, length);
            if (startsParagraph)
                section = headingSection;
            if (HeadingOf(line) is { } heading)
            {
                section = headingSection = heading;
                continue;
            }

            var (labelLength, label) = LabelOf(line);
            if (label != JobSection.Unknown)
                section = label;
            AddSentences(text, start + labelLength, length - labelLength, section, sentences);
        }

        return sentences;
    }

    /// <summary>Lines, hard-wrapped ones put together again.</summary>
    private static IEnumerable<(int Start, int Length, bool StartsParagraph)> Lines(string text)
    {
        var paragraph = true;
        for (var start = 0; start < text.Length;)
        {
            var end = LineEnd(text, start);
            if (string.IsNullOrWhiteSpace(text[start..end]))
            {
                paragraph = true;
                start = AfterBreak(text, end);
                continue;
            }

            while (end < text.Length && end - start < MaxLength && RunsOn(text, start, end))
                end = LineEnd(text, AfterBreak(text, end));
            yield return (start, end - start, paragraph);
            paragraph = false;
            start = AfterBreak(text, end);
        }
    }

    private static int LineEnd(string text, int from)
    {
        var end = text.IndexOfAny(['\n', '\r', '\u2028'], from);
        return end < 0 ? text.Length : end;
    }

    private static int AfterBreak(string text, int end) =>
        end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : Math.Min(end + 1, text.Length);

    private static bool RunsOn(string text, int start, int end)
    {
        var next = AfterBreak(text, end);
        if (next >= text.Length || !char.IsLower(text[next]))
            return false;
        var last = text.AsSpan(start, end - start).TrimEnd();
        // A wrapped line is a long one; short lines are items of a list.
        return last.Length > 50 && last[^1] is not ('.' or ':' or ';' or '!' or '?');
    }

    private static void AddSentences(string text, int start, int length, JobSection section, List<JobSentence> sentences)
    {
        var end = start + length;
        for (var i = start; i < end; i++)
        {
            var isEnd = text[i] is ';' or '。' or '；' or '！' or '？' || (text[i] is '.' or '!' or '?' && EndsSentence(text, i, end)) || i - start >= MaxLength;
            if (!isEnd)
                continue;
            Add(start, i);
            start = i + 1;
        }

        Add(start, end);

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (to <= from)
                return;
            var own = IsLegal().IsMatch(text.AsSpan(from, to - from)) ? JobSection.Legal
                : section is JobSection.Unknown or JobSection.Duties && IsBenefit().Count(text.AsSpan(from, to - from)) > 1 ? JobSection.Benefits
                : section;
            sentences.Add(new JobSentence(from, to - from, own));
        }
    }

    private static bool EndsSentence(string text, int i, int end)
    {
        if (i + 1 < end && !char.IsWhiteSpace(text[i + 1]))
            return false;
        if (text[i] != '.')
            return true;
        var next = i + 1;
        while (next < end && char.IsWhiteSpace(text[next]))
            next++;
        if (next < end && char.IsLower(text[next]))
            return false;
        var wordStart = i;
        while (wordStart > 0 && !char.IsWhiteSpace(text[wordStart - 1]) && text[wordStart - 1] != '(')
            wordStart--;
        var word = text.AsSpan(wordStart, i - wordStart);
        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// <summary>The section a line of its own opens; null when the line is no heading.</summary>
    private static JobSection? HeadingOf(ReadOnlySpan<char> line)
    {
        var bare = line.Trim().Trim("#*_=-•:：[]【】 \t");
        if (bare.IsEmpty || bare.Length > 80 || bare.Count(' ') >= MaxHeadingWords)
            return null;
        var marked = line.TrimEnd().TrimEnd("*_ ")[^1] is ':' or '：' || line.TrimStart()[0] is '#' or '*' or '【';
        var kind = KindOf(bare);
        if (marked && !bare.Contains(',') && !bare.Contains(':'))
            return kind;
        // Without a colon the whole line has to be such a phrase.
        return kind != JobSection.Unknown && WholeHeading().IsMatch(bare) ? kind : null;
    }

    /// <summary>A label at the start of a line with text behind it: "Requirements: 4+ years …".</summary>
    private static (int Length, JobSection Section) LabelOf(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOfAny(':', '：');
        if (colon is < 2 or > MaxLabelLength)
            return (0, JobSection.Unknown);
        var label = line[..colon].Trim("#*_-• \t");
        var kind = label.Count(' ') < 5 ? KindOf(label) : JobSection.Unknown;
        return kind is JobSection.Unknown ? (0, JobSection.Unknown) : (colon + 1, kind);
    }

    private static JobSection KindOf(ReadOnlySpan<char> heading) =>
        IsPreferredHeading().IsMatch(heading) ? JobSection.Preferred
        : IsBenefitsHeading().IsMatch(heading) ? JobSection.Benefits
        : IsRequirementsHeading().IsMatch(heading) ? JobSection.Requirements
        : IsDutiesHeading().IsMatch(heading) ? JobSection.Duties
        : IsLegalHeading().IsMatch(heading) ? JobSection.Legal
        : IsCompanyHeading().IsMatch(heading) ? JobSection.Company
        : JobSection.Unknown;

    [GeneratedRegex(@"\b(nice[ -]to[ -]haves?|prefer+ed|prefer+able|bonus( points)?|plus(es)?|desirables?|desired|good[ -]to[ -]have|great[ -]to[ -]have|would be (great|nice)|extra (credit|points)|optional|advantageous|ideally|stand out|it['’]s a plus|additional skills)\b|加分|优先", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsPreferredHeading();

    [GeneratedRegex(@"\b(requirements?|required|qualifications?|must[ -]haves?|what you(['’]ll| will)? (need|bring|have)|what we(['’]re| are)? (looking for|need|expect|require)|we(['’]re| are) looking for|who you are|about you|you (have|are|bring|will have|should have|must have)|you(['’]ll| will) (need|bring|have)|your (profile|skills|background|experience|qualifications)|skills|experience|profile|competenc(e|ies)|essential|minimum|eligibility|credentials|education|tech(nology|nical)? stack|technologies|technical environment|knowledge)\b|要求|资格|技能|条件", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsRequirementsHeading();

    [GeneratedRegex(@"\b(responsibilit(y|ies)|dut(y|ies)|what you(['’]ll| will)( be)? (do|doing|work)|the (role|job|position|opportunity)|your (role|mission|tasks?|job|responsibilities)|job (description|summary|purpose)|role (summary|overview|description)|day[ -]to[ -]day|tasks|objectives?|position (summary|overview)|about the (role|job|position|team)|in this role|scope|accountabilities|overview|summary)\b|职责|工作内容|岗位描述", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsDutiesHeading();

    [GeneratedRegex(@"\b(benefits?|perks|(what )?we(['’]ll| will| can)? offer|what you(['’]ll| will)? get|why (join|work|us|you)|compensation|salary|pay( range)?|what['’]s in it for you|our offer|rewards|package)\b|福利|薪资|待遇", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsBenefitsHeading();

    [GeneratedRegex(@"\b(equal (employment )?opportunit(y|ies)|eeo|diversity|how to apply|application process|privacy|disclaimer|our commitment|accommodations?|legal|recruitment process|interview process)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsLegalHeading();

    [GeneratedRegex(@"^(about( us| the (company|firm|employer|business|organi[sz]ation))?( [\p{Lu}<][\w&.<>]*){0,3}|who we are|our (company|story|mission|culture|values|history)|(the )?company( (description|overview|profile|info|information))?|company background)$|公司介绍|公司简介|关于我们", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PatternTimeLimit)]
    private static partial Regex IsCompanyHeading();

    [GeneratedRegex(@"^((key|main|core|our|your|the|job|basic|minimum|preferred|required|desired|additional|technical|professional|essential|general|other|primary|role|position|roles?|duties|work|education|experience|skills?|and|&|/|requirements?|qualifications?|responsibilities|knowledge|abilities|competenc(y|ies)|tech(nology)?|stack|technologies|benefits?|perks|summary|overview|description|nice|good|great|to|have|haves|must|bonus|points|plus(es)?|what|who|you['’]?(ll|re)?|we['’]?(ll|re)?|will|do|doing|be|need|bring|offer|looking|for|are|about|us|company|why|join|in|this|it|it['’]s|is|a|get|how|apply|equal|opportunity|employer|profile|background|ideal|candidate|desirable|optional|mission|tasks?|compensation|salary|mandatory|expect|of|on|day)[\s/]*)+$|^\p{IsCJKUnifiedIdeographs}{2,8}$|^about [\p{Lu}]\S*( \S+){0,2}$|^who we are$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex WholeHeading();

    [GeneratedRegex(@"\b(equal[ -]opportunit|regardless of|without regard to|discriminat|reasonable accommodation|gender identity|sexual orientation|veteran status|protected (status|characteristic|class)|race, |affirmative action)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsLegal();

    [GeneratedRegex(@"\b(insurance|401\(?k\)?|pension|paid (time off|vacation|holidays?|leave)|pto|vacation days|gym|free (lunch|snacks|drinks|fruit)|stock options|bonus scheme|we offer|perks|benefits|allowance|reimbursement|parental leave|wellness|discounts?|(training|learning|development) budget|health ?care plan|dental|vision)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex IsBenefit();
}
