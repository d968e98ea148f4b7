using System.Text.RegularExpressions;
using ChatCvService.Conversation.Dates;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>
/// Positions from sentences: the role ("as a T", "I was a T"), the employer ("at C", "for C", "joined C"), its place, the dates and what was done there
/// ("where I …"), in whatever order the sentence has them.
/// </summary>
internal static partial class JobReader
{
    public static bool Read(Clause clause, Reading reading)
    {
        var promotion = Promotions().Match(clause.Text);
        if (promotion.Success && promotion.Index > 8 && ReadPosition(Clause.Of(clause.Said.Slice(0, promotion.Index), reading.Today) with { IsCorrection = clause.IsCorrection }, reading))
            return ReadPromotion(Clause.Of(clause.Said.From(promotion.Index), reading.Today), reading);
        return ReadPromotion(clause, reading) || ReadPosition(clause, reading);
    }

    // "… and was promoted to shift leader in May 2020": the same employer, another role.
    private static bool ReadPromotion(Clause clause, Reading reading)
    {
        var text = clause.Text;
        var promotion = Promotions().Match(text);
        if (!promotion.Success || promotion.Index > 0 || reading.Focus != Topic.Experience || EmployerOf(text, default, clause).Length > 0)
            return false;
        var (start, length) = Phrases.Title(text, promotion.Length);
        if (length == 0 || !TitleWords.IsTitle(text.Substring(start, length)))
            return false;
        var (from, to) = DatesOf(clause, isPresent: false);
        reading.Add(new JobFact(clause.Said.Whole) { Title = Wording.Title(text.Substring(start, length)), Start = from, End = to == from ? "" : to, IsPromotion = true, Bullets = BulletsOf(text, (start, length), default, default) });
        return true;
    }

    private static bool ReadPosition(Clause clause, Reading reading)
    {
        var text = clause.Text;
        if (Wishes().Match(text) is { Success: true } wish && !clause.Dates.Any(date => date.Index < wish.Index || date.Kind != DateKind.Length) && !PresentVerb().IsMatch(text[..wish.Index]))
            return false;
        var role = RoleOf(text);
        var employer = EmployerOf(text, role, clause);
        if (role.Length == 0 && employer.Length > 0 && Behind().Match(text, employer.Start + employer.Length) is { Success: true } behind && TitleWords.IsTitle(behind.Groups["title"].Value))
            role = (behind.Groups["title"].Index, behind.Groups["title"].Length);
        if (employer.Length == 0 && role.Length > 0 && !IsPosition(clause, reading))
            return false;
        if (employer.Length == 0 && role.Length == 0)
            return ReadDates(clause, reading);

        // "I interned at Google": the verb names the role.
        var title = role.Length > 0 ? Wording.Title(TitleOf(text.Substring(role.Start, role.Length))) : employer.Length > 0 && Interned().IsMatch(text) ? "Intern" : "";
        var company = employer.Length > 0 ? Wording.Proper(text.Substring(employer.Start, employer.Length)) : "";
        var place = employer.Length > 0 ? Phrases.PlaceAfter(text, employer.Start + employer.Length) : default;
        if (place.Length == 0 && employer.Length > 0 && role.Length > 0 && role.Start > employer.Start)
            place = Phrases.PlaceAfter(text, role.Start + role.Length);
        var (start, end) = DatesOf(clause, isPresent: clause.IsPresent || PresentVerb().IsMatch(text));
        var isSpanned = (role.Length > 0 || employer.Length > 0) && clause.Masked.Text.Length > 0;
        reading.Add(new JobFact(isSpanned ? clause.Masked.Whole : default)
        {
            Title = title,
            Company = company,
            Location = place.Length > 0 ? Wording.Proper(text.Substring(place.Start, place.Length)) : "",
            Start = start,
            End = end,
            Bullets = BulletsOf(text, role, employer, place),
            IsCorrection = clause.IsCorrection,
            IsThere = employer.Length == 0 && There().IsMatch(text),
            FollowsLast = start.Length == 0 && Since().IsMatch(text),
        });
        if (role.Length > 0 && !reading.HasTitle && end == MonthYear.Present)
            reading.Add(new PersonFact(clause.Masked.Slice(role.Start, role.Length).Whole, PersonField.Title, title, OnlyIfEmpty: true));
        return true;
    }

    /// <summary>"I started in March 2021", "since October 2021": dates of the position that was spoken of last.</summary>
    public static bool ReadDates(Clause clause, Reading reading)
    {
        if (clause.Dates.Count == 0 || reading.Focus != Topic.Experience)
            return false;
        var isBare = clause.Masked.IsBlank || BareDates().IsMatch(clause.Text);
        if (!isBare && !StartVerbs().IsMatch(clause.Text) && !EndVerbs().IsMatch(clause.Text))
            return false;
        var (start, end) = DatesOf(clause, isPresent: false);
        if (start.Length == 0 && end.Length == 0)
            return false;
        // "It was 11/2020" puts the beginning right and says nothing about the end.
        if (clause.Dates is [{ Kind: DateKind.At }] && !EndVerbs().IsMatch(clause.Text))
            end = "";
        reading.Add(new JobFact(clause.Said.Whole) { Start = start, End = end, IsCorrection = clause.IsCorrection });
        return true;
    }

    /// <summary>First and last month as a sentence says them; "Present" when it speaks of now and names no end.</summary>
    public static (string Start, string End) DatesOf(Clause clause, bool isPresent)
    {
        string start = "", end = "";
        var length = 0;
        // "last summer, June to August 2025": a period tells more than a moment.
        foreach (var date in clause.Dates.OrderBy(date => date.Kind == DateKind.Range ? 0 : 1))
        {
            switch (date.Kind)
            {
                case DateKind.Range when start.Length == 0:
                    start = date.Start!.Value.ToString();
                    end = date.IsOpen ? MonthYear.Present : date.End?.ToString() ?? "";
                    break;
                case DateKind.Since when start.Length == 0:
                    start = date.Start!.Value.ToString();
                    // "I was a recruiter there since 2019" leaves the end open.
                    if (end.Length == 0 && (date.IsOpen || isPresent))
                        end = (clause.IsPast && !date.IsOpen) || (Was().IsMatch(clause.Text) && !PresentVerb().IsMatch(clause.Text)) ? "" : MonthYear.Present;
                    break;
                case DateKind.Until when end.Length == 0 || end == MonthYear.Present:
                    end = date.End!.Value.ToString();
                    break;
                case DateKind.At:
                    var before = clause.Text[..date.Index];
                    var (started, ended) = (StartVerbs().Matches(before), EndVerbs().Matches(before));
                    var isEnd = ended.Count > 0 && (started.Count == 0 || ended[^1].Index > started[^1].Index);
                    if (isEnd)
                        end = end.Length == 0 || end == MonthYear.Present ? date.Start!.Value.ToString() : end;
                    else if (start.Length == 0 && started.Count > 0)
                        start = date.Start!.Value.ToString();
                    else if (start.Length == 0 && end.Length == 0)
                        (start, end) = (date.Start!.Value.ToString(), isPresent ? MonthYear.Present : date.Start!.Value.ToString());
                    break;
                case DateKind.Length:
                    length = date.Months;
                    break;
            }
        }

        if (length > 0 && start.Length == 0 && MonthYear.Parse(end) is { } last)
            start = last.AddMonths(-length).ToString();
        if (length > 0 && end.Length == 0 && MonthYear.Parse(start) is { } first && !isPresent)
            end = first.AddMonths(length).ToString();
        if (isPresent && end.Length == 0)
            end = MonthYear.Present;
        return (start, end);
    }

    private static string TitleOf(string role) => Seniority().Replace(role, "");

    private static (int Start, int Length) RoleOf(string text)
    {
        foreach (Match lead in RoleLeads().Matches(text))
        {
            var (start, length) = Phrases.Title(text, lead.Index + lead.Length);
            if (length == 0 || Prepositions().IsMatch(text.AsSpan(start, length)))
                continue;
            var title = text.Substring(start, length);
            var isSure = lead.Groups["as"].Success && title.Split(' ').Length <= 6 && !NoRole().IsMatch(title);
            if (TitleWords.IsTitle(title) || isSure)
                return (start, length);
        }

        // "Senior Accountant at Barrow & Finch"
        var at = TitleAt().Match(text);
        if (at.Success && TitleWords.IsTitle(at.Groups["title"].Value) && at.Groups["title"].Value.Split(' ').Length <= 6)
            return (at.Groups["title"].Index, at.Groups["title"].Length);
        return default;
    }

    private static (int Start, int Length) EmployerOf(string text, (int Start, int Length) role, Clause clause)
    {
        foreach (Match lead in EmployerLeads().Matches(text))
        {
            var start = lead.Index + lead.Length;
            if (start >= text.Length || NoEmployer().IsMatch(text[start..]) || (lead.Groups["join"].Success && EarlierOrLater().IsMatch(text[..lead.Index])))
                continue;
            var (from, length) = Phrases.Organisation(text, start);
            if (length < 2 || (role.Length > 0 && from >= role.Start && from < role.Start + role.Length))
                continue;
            var name = text.Substring(from, length);
            if (PlaceWords.IsPlace(name))
                continue;
            var afterRole = role.Length > 0 && lead.Index >= role.Start + role.Length && text[(role.Start + role.Length)..lead.Index].Trim().Length == 0;
            var isStrong = lead.Groups["join"].Success || (lead.Groups["at"].Success && (role.Length > 0 || WorkVerb().IsMatch(text[..lead.Index]) || clause.Dates.Count > 0));
            var isNameLike = char.IsUpper(name[0]) || char.IsDigit(name[0]) || OrganisationWords.HasFirm(name) || OrganisationWords.HasSchool(name);
            var hasVerb = lead.Groups["verb"].Success;
            if (lead.Groups["in"].Success)
            {
                // "worked in a nursery, Little Stars" has no employer's name; "in Trattoria Da Gino" has.
                if (!(afterRole || hasVerb) || !char.IsUpper(name[0]) || PlaceWords.HasPlace(name) || (role.Length == 0 && !OrganisationWords.HasFirm(name) && !OrganisationWords.HasSchool(name)))
                    continue;
            }
            else if (lead.Groups["of"].Success)
            {
                // "I manage the warehouse of Dangote Group since 2019"
                if (role.Length > 0 || clause.Dates.Count == 0 || !clause.HasSubject || !char.IsUpper(name[0]) || !OrganisationWords.HasFirm(name))
                    continue;
            }
            else if (lead.Groups["for"].Success)
            {
                // "I drove a taxi for City Cabs from 2011": with its dates any work for somebody is a position.
                hasVerb |= clause.Dates.Count > 0 && DoneFor().IsMatch(text[..lead.Index]);
                if (!(afterRole || hasVerb) || (!isNameLike && clause.Dates.Count == 0) || (char.IsDigit(name[0]) && !char.IsUpper(name[^1])))
                    continue;
            }
            else if (!isNameLike && !isStrong)
            {
                continue;
            }
            else if (clause.Dates.Count == 0 && role.Length == 0 && !char.IsUpper(name[0]) && IndefiniteArticle().IsMatch(text[start..]))
            {
                // "at a food bank" names nobody.
                continue;
            }

            if (name.Split(' ').Length <= 9 && (!TitleWords.IsTitle(name) || (role.Length > 0 && name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]))))
                return (from, length);
        }

        var own = OwnBusiness().Match(text);
        if (own.Success)
        {
            var (from, length) = Phrases.Organisation(text, own.Index + own.Length);
            if (length > 1)
                return (from, length);
        }

        // "in a nursery, Little Stars, as nursery assistant"
        var named = NamedKind().Match(text);
        return named.Success && role.Length > 0 ? (named.Groups["name"].Index, named.Groups["name"].Length) : default;
    }

    // A role without an employer is a position when it lay in the past or has its dates; "I've been a nurse for 8 years" says who the person is.
    private static bool IsPosition(Clause clause, Reading reading) =>
        clause.Dates.Any(date => date.Kind != DateKind.Length && date.From != "last") || (clause.IsPast && PastRole().IsMatch(clause.Text))
        || (reading.Asked == Topic.Experience && reading.HasTitle && clause.IsPresent && PresentVerb().IsMatch(clause.Text));

    private static IReadOnlyList<string> BulletsOf(string text, (int Start, int Length) role, (int Start, int Length) employer, (int Start, int Length) place)
    {
        var where = Where().Match(text);
        var after = where.Success ? Duties.Read(Clean(text[(where.Index + where.Length)..]), isAboutWork: true) : [];
        // "I teach 4th class at Scoil Bhride": what was done stands before the employer.
        if (role.Length == 0 && employer.Length > 0)
        {
            var before = BeforeEmployer().Match(text[..employer.Start]);
            if (before.Success && Wording.WordsOf(before.Groups["done"].Value).Count > 1)
            {
                var done = Duties.Read(Clean(before.Groups["done"].Value), isAboutWork: true);
                if (done.Count > 0)
                    return [.. done, .. after];
            }
        }

        if (where.Success)
            return after;
        var end = Math.Max(Math.Max(role.Start + role.Length, employer.Start + employer.Length), place.Start + place.Length);
        var rest = text[Math.Min(end, text.Length)..];
        var activity = Activity().Match(rest);
        return activity.Success && ActionVerbs.IsAction(activity.Groups["verb"].Value) ? Duties.Read(Clean(activity.Groups["done"].Value), isAboutWork: true) : [];
    }

    private static string Clean(string text) => Wording.Clean(text);

    [GeneratedRegex(@"\s*,?\s*(?:(?:and|but|then|later|before)\s+)*(?:i\s+|i've\s+)?(?:(?:then|later|soon|eventually|was|got|have|been|being)\s+)*(?:promoted\s+to|became|becoming|made|moved\s+up\s+to|advanced\s+to)\s+(?=an?\s|the\s|\p{L}+\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Promotions();

    [GeneratedRegex(@"\b(?:ever\s+)?since\s+then\b|\bafter\s+that\b(?=.*\bsince\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Since();

    // "at Zara, alteration tailor, since 2018"
    [GeneratedRegex(@"\G\s*,\s*(?:as\s+)?(?:an?\s+)?(?<title>[\p{L}][\p{L} /-]{2,40}?)\s*(?=[,.(\uE001]|$)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\b(?:interned|(?:did|doing|had|have)\s+an?\s+(?:\p{L}+\s+)?internship)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Interned();

    [GeneratedRegex(@"\bthere\b(?!\s+(?:is|are|was|were)\b)|\bat\s+the\s+same\s+(?:company|place|firm|hospital|school|restaurant)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex There();

    // "Before I joined X I was …": X is another story.
    [GeneratedRegex(@"\b(?:before|after|until|when)\s+(?:i\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex EarlierOrLater();

    [GeneratedRegex(@"\bi\s+was\s+(?:an?|the)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Was();

    // Wishes and feelings name employers that nobody worked for.
    [GeneratedRegex(@"\b(?:want|wanna|would\s+(?:like|love)|'d\s+(?:like|love|rather)|hope|hoping|dream|dreaming|wish|plan(?:ning)?\s+to|applying|apply|applied|applications?\s+(?:at|to|for|with)|interview\s+(?:at|with|for)|interviewing\s+(?:at|with|for)|interested\s+in|looking\s+(?:for|to|into)|hate|dislike|aim\s+(?:at|for|to)|aspire|considering|thinking\s+(?:of|about)|opening\s+at|vacancy|love\s+to|like\s+to|friends?\s+(?:at|work)|(?:wife|husband|boss|brother|sister|mother|father|mom|dad|son|daughter|friend|cousin)\s+(?:is|was|works|worked|has))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Wishes();

    // "I've been at X as a Y": what follows is no role.
    [GeneratedRegex(@"^(?:at|in|on|with|for|from|by|to|of|there|here|doing|working|employed|since|part\s+of)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Prepositions();

    [GeneratedRegex(@"^\s*an?\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex IndefiniteArticle();


    [GeneratedRegex(
        """
        (?<as>\b(?:as|like)\s+)(?!well\b|soon\b|long\b|much\b|many\b|if\b|i\b|you\b|part\b|a\s+result|such\b|it\b|far\b|always\b|usual\b)
        | \b(?:i'm|i\s+am|im|i\s+was|i've\s+been|i\s+have\s+been|ive\s+been|been|i\s+became|became|promoted\s+to|used\s+to\s+(?:be|work\s+as)|was|am)\s+(?:also\s+|currently\s+|now\s+|still\s+|then\s+|a\s+full-time\s+|working\s+(?:as|like)\s+|just\s+)*
        | \b(?:job|role|position|title|post|gig)\s+(?:there\s+)?(?:is|was|:)\s+(?:as\s+)?
        | ^(?:before\s+(?:that|this)|previously|earlier|then|prior\s+to\s+that|after\s+that|currently|now|right\s+now)\s*,?\s+(?:i\s+was\s+|i\s+worked\s+as\s+|i'm\s+)?(?=an?\s)
        | ^(?:currently|now|previously|formerly|earlier)\s*:?\s+(?!i\b|i'm\b)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex RoleLeads();

    [GeneratedRegex(@"^(?:(?:also|and|then|currently|now|previously|next|first|yes|ok|sure|well|before\s+(?:that|this)|prior\s+to\s+(?:that|this)|after\s+that|from|between)\b\s*,?\s*|[\uE001,:\s]+)*(?!i\b|i'm\b|i've\b|im\b|we\b|my\b)(?<title>[\p{L}][\p{L}\p{N} &/'.+#-]{1,60}?)\s+(?:at|@|with|for)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TitleAt();

    [GeneratedRegex(
        """
        (?<at>\b(?:at|@)\s+)
        | (?<join>\b(?:joined|join|left|leaving|quit|laid\s+off\s+(?:from|by)|let\s+go\s+(?:from|by)|retired\s+from|resigned\s+from|moved\s+(?:on\s+)?to|employed\s+by|hired\s+by|employed\s+as\s+[^,.;]{3,40}?\s+by|employer\s+(?:is|was)|company\s+(?:is|was)|worked\s+at|work\s+at)\s+)(?!in\b|there\b|this\b|that\b|because\b)
        | (?<verb>\b(?:work|works|worked|working|drive|drove|driving|cook|cooked|cooking|teach|taught|teaching|consult|consulted|consulting|freelance|freelanced|freelancing|write|wrote|writing|volunteer|volunteered|volunteering|intern|interned|interning|served|serve|serving|drawing|designing|cleaning|spent\s+\S+)\s+)?(?<for>\b(?:for|with)\s+|@)(?!the\s+(?:last|past)\b)
        | (?<verb>\b(?:work|works|worked|working|employed)\s+)(?<at>(?:by|to|inside)\s+)(?=\p{Lu})
        | (?<verb>\b(?:work|works|worked|working|employed)\s+)?(?<in>\b(?:in|on)\s+)
        | (?<of>\bof\s+)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex EmployerLeads();

    [GeneratedRegex(@"^(?:the\s+(?:moment|same|age|time|beginning|start|end|office|front|back|weekend|university|company)|home|night|least|first|once|present|all|that|this|work|times?|school\b(?!\s+\p{Lu})|it|them|which|customers?|clients?|people|children|patients|students|team|teams|my\b|me\b|a\s+(?:good|great|while|long|new|few|bit|lot|living)|example|free|now|years?|experience|help|everyone|others|various|different|\d+\s*(?:%|years|months|people|hours|dollars)|[€$£])\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NoEmployer();

    [GeneratedRegex(@"\b(?:work|works|worked|working|employed|job|been|serve|served|started|interned|volunteered|spent|position|role|was|currently)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex WorkVerb();

    [GeneratedRegex(@"\b(?:i\s+(?:currently\s+|now\s+|still\s+|also\s+)?(?:work|run|own|teach|drive|lead|manage|cook|serve|freelance)|i'm|i\s+am|im|i've\s+been|i\s+have\s+been|ive\s+been|currently|right\s+now|my\s+(?:current\s+)?(?:job|role|position)\s+is)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PresentVerb();

    [GeneratedRegex(@"\b(?:i|i've|ive|been|have)\s+(?:\p{L}+\s+){1,5}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex DoneFor();

    [GeneratedRegex(@"\b(?:i\s+was|was|worked\s+as|previous|former)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PastRole();

    [GeneratedRegex(@"\b(?:started|start|began|begun|joined|join|hired|opened|founded|set\s+up|came|moved|starting|promoted|beginning)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex StartVerbs();

    [GeneratedRegex(@"\b(?:left|leave|leaving|ended|finished|quit|stopped|closed|resigned|retired|laid\s+off|let\s+go|made\s+redundant|ending|finishing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex EndVerbs();

    [GeneratedRegex(@"^\W*(?:(?:it\s+was|i\s+was\s+there|(?:i\s+)?worked\s+there|(?:i've|i\s+have)\s+(?:been\s+doing|done|held)\s+(?:that|this|it)(?:\s+(?:position|role|job))?|i've\s+been\s+there|that\s+was|and|there|dates?:?|i\s+have\s+been\s+there|been\s+there|i\s+stayed(?:\s+there)?|about|around|i\s+work\s+there)\b[\s\W]*)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BareDates();

    [GeneratedRegex(@"[\s,.]*\b(?:where|in\s+which|there)\s+(?=i\b|i'm\b|i've\b|my\b|we\b)|[\s,]*\bwhere\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Where();

    [GeneratedRegex(@"^(?:(?:right\s+now|currently|now|well|so|these\s+days|at\s+the\s+moment)\s*,?\s+)*(?:i|i've|i\s+have|ive)\s+(?:currently\s+|now\s+|also\s+)?(?<done>(?!been|work|was|am|have|had|started|joined|left|did|got|drive\s+for|spent)\p{L}+\s+.+?)\s+(?:at|for|with|@|in|of)\s+(?:the\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BeforeEmployer();

    [GeneratedRegex(@"^[\s\uE001]*(?:[,.:]|\band\b|\bi\b|\bdoing\b|-|–)+\s*(?:i\s+)?(?<done>(?!(?:started|starting|joined|left|began|finished|ended)[\s\uE001]*$)(?<verb>\p{L}+)\s.*)$|^[\s\uE001]+(?<done>(?<verb>\p{L}+ing)\s.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Activity();

    [GeneratedRegex(@"\b(?:started|opened|founded|run|own|launched|set\s+up|have)\s+(?:my|a|an|our)\s+(?:own\s+)?(?:\p{L}+\s+)?(?:business|company|firm|shop|agency|studio|practice|start-?up|restaurant|salon|bakery|caf[eé]|farm|garage|school|clinic|boutique|gallery|barber\s?shop|gym|workshop|store|consultancy|brand)\s*,?\s*(?:called|named)?\s*,?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OwnBusiness();

    [GeneratedRegex(@"\bin\s+an?\s+[\p{L} ]{3,24},\s*(?<name>\p{Lu}[^,;()\uE001]{1,40}?)\s*(?=,|\s+as\b|$)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NamedKind();

    [GeneratedRegex(@"^(?:well|soon|good|possible|described|before|always|expected|needed|it|this|that|my|me)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NoRole();

    [GeneratedRegex(@"^(?:also|actually|currently|now|[\p{L}]{2,6}-certified|proud)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Seniority();
}
