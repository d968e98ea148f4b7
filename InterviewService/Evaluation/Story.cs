using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>The parts of an account of one's own work (situation, task, action, result), each 0 to 1, with the sentence that shows it.</summary>
internal sealed partial class Story
{
    // A sentence of what poor candidates tell: of the stories below 50 points with such a sentence, four of five are poor or weak ones.
    private const double Doubtful = -2;

    // So much of a story tells how it ended.
    private const double EndOfStory = 0.45;

    // Six sentences that clearly speak for the person.
    private const double FullFavour = 6;

    public required double Situation { get; init; }
    public required double Task { get; init; }

    /// <summary>What the person did: "I proposed", not "one should" and only half "we decided".</summary>
    public required double Action { get; init; }
    public required double Result { get; init; }

    /// <summary>A result with a number.</summary>
    public required double MeasuredResult { get; init; }

    /// <summary>What was learned, or would be done otherwise today.</summary>
    public required double Lesson { get; init; }

    /// <summary>What the person would do, for a case that is only supposed: "I would ask", step after step.</summary>
    public required double Plan { get; init; }

    /// <summary>What came of it, said towards the end.</summary>
    public required double Outcome { get; init; }

    /// <summary>Sentences with a number.</summary>
    public required double Figures { get; init; }

    /// <summary>Sentences told as people tell of what they did well (<see cref="Evaluation.Conduct"/>).</summary>
    public required double Favour { get; init; }

    /// <summary>The mean of <see cref="Evaluation.Conduct"/> over the sentences: below 0 where more speaks against the person than for.</summary>
    public required double Tenor { get; init; }

    /// <summary>Conduct that no team wants: hiding, blaming, shaming, looking away.</summary>
    public required IReadOnlyList<Sentence> Misconduct { get; init; }

    /// <summary>The sentence that sounds least like what people tell of what they did well; null when none clearly does.</summary>
    public Sentence? DoubtAt { get; init; }

    public Sentence? PlanAt { get; init; }
    public Sentence? SituationAt { get; init; }
    public Sentence? TaskAt { get; init; }
    public Sentence? ActionAt { get; init; }
    public Sentence? ResultAt { get; init; }
    public Sentence? LessonAt { get; init; }

    public double Parts => 0.2 * Situation + 0.15 * Task + 0.4 * Action + 0.25 * Result;

    [GeneratedRegex(@"\b(?:last (?:year|month|summer|spring|autumn|winter|week|quarter|company|job|role|project)|(?:in|since|during|back in) (?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)|(?:years?|months?|weeks?) ago|(?:my|our) (?:previous|last|former|current|first|old) \p{L}+|at (?:my|our|a) \p{L}+|in my \p{L}+ (?:company|job|team|role)|when i (?:joined|was|started|worked)|there was|we were|we was|i was|used to|worked (?:at|for|in|on)|our (?:only|team|client|customer|company|service|shop)|the (?:\p{L}+ )?(?:company|hospital|client|customer|team|project|service|bank|department|data|page) (?:was|had|wanted|needed|called|were|came|made))\b|\bbefore,|去年|今年|上(?:一|个)(?:家|份|个)|当时|之前(?:的)?公司|我们(?:做|团队|公司|部门)|那时|有一次|年前|刚(?:入职|加入)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SituationMark { get; }

    [GeneratedRegex(@"\b(?:had to|needed to|need to|my (?:task|job|goal|part|role|responsibility)|responsible for|in charge of|was asked|were asked|the (?:goal|aim|task|deadline|problem|challenge|issue|hardest part)|deadline|wanted (?:to|her|him|them|us|two)|was supposed|the only|problems? with|was very slow|worr(?:y|ied)|broke|struggl\w+|unavailable|had problems|i was responsible|my part|because the|risk)\b|负责|目标|任务|需要|问题|担心|分歧|只有.{0,6}(?:月|天|周)|希望|主张|顾虑",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TaskMark { get; }

    // Verbs of thinking and liking are no deeds.
    [GeneratedRegex(@"\b(?<who>i|we)(?:'d|’d)? (?:(?:also|then|first|only|just|even|immediately|quickly|therefore|finally|always|never|now|did|had|have|both) )*(?<verb>(?!(?:liked|loved|believed|enjoyed|needed|wanted|hoped|wished|used to|agreed|learned|noticed|tried|missed|worked on)\b)(?:\p{L}{2,}ed|built|wrote|made|took|gave|set|led|ran|brought|found|chose|drew|sat|put|sent|told|spoke|went|met|held|began|kept|cut|taught|got|did|sold|bought|dealt|drove|fought|left|let|paid|read|rebuilt|showed|shown|split|spent|understood|fix|propose|measure|add|show|ask|write|build|create|implement|call|move|use|analyse|analyze|prepare|organise|organize|explain|test|check|start|change)(?![\p{L}'’]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Deed { get; }

    // "I designed the events, introduced an outbox and wrote the library".
    [GeneratedRegex(@"(?:\b(?:and|then)|,)\s+(?:(?:then|also|later)\s+)?(?<verb>(?!(?:based|related|called|needed|wanted|used|agreed)\b)\p{L}{3,}ed|built|wrote|made|took|gave|set|led|ran|brought|found|chose|drew|put|sent|told|went|held|began|kept|cut|taught|rebuilt|restored|replayed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FurtherDeed { get; }

    // "I halved the build by caching packages and splitting the tests".
    [GeneratedRegex(@"\bby (?<verb>\p{L}{3,}ing)\b(?:.{1,40}?\band (?<verb>\p{L}{3,}ing)\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MeansOfDeed { get; }

    [GeneratedRegex(@"\b(?:i(?:'d|’d|'ll|’ll| would| will| could| can)|we(?:'d|’d|'ll| would)|(?:first|then|next|after that|so|also) i|i (?:also|then|first|always|only|usually))\s+(?:(?:also|then|first|only|just|even|immediately|probably|rather|always|at once|briefly|mostly|usually)\s+)*(?!(?:not|never|have|be|like|prefer|want|say)\b)(?<verb>\p{L}{3,})|我会(?:先|再|也|马上|立即)?(?<verb>[\u4E00-\u9FFF]{2})|(?<=[，。；]|^)(?:先|再|然后|同时|接着|最后)(?<verb>[\u4E00-\u9FFF]{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PlanStep { get; }

    [GeneratedRegex(@"\b(?:keep (?:it|this|that) (?:to myself|quiet|secret)|(?:not|n't|never|without) (?:tell|telling|inform|informing|mention|mentioning)\b|hide (?:it|the|my)|(?:was|is|were) (?:all |always |only )?(?:the|his|her|their|my manager's|somebody's|someone's) fault|fault of (?:the|my|another)|who wrote (?:the|this|that) code|(?:in front of|so) (?:everyone|everybody|the others|all)\b.{0,20}\bsees?|(?:him|her|them|he|she) (?:to be |gets? |is )?fired|(?:mute|ignore|silence) the (?:alert|alarm|customer|problem)|don't care|skip (?:the )?(?:test|tests|testing|review)|waste of time|work on (?:the )?weekends?|promise (?:all|everything|everyone)|(?:i|we) (?:never|don't) (?:have|make|had|made) (?:any )?(?:disagreements?|conflicts?|mistakes?)|(?:until|that) they notice that i'm right|(?:not|n't) (?:really )?my (?:job|problem|fault|business)|kept (?:it|this|that|quiet)(?: to myself)?\b.{0,12}(?:to myself|secret)|(?:their|his|her) own fault|(?:just|only|simply) (?:approved|ignored|deleted)|nobody noticed|(?:i|we) ignored (?:it|him|her|them)|(?:don't|didn't) (?:see|know) what i should have|(?:is|was|were|are) (?:just |only )?jealous|(?:he|she|they) cried|can(?:'t|not) remember a (?:mistake|failure|conflict)|goes (?:down|away) by itself|nobody (?:will|would) (?:notice|know)|weak people|blame (?:him|her|them|the|it on))\b|不(?:需要|用|想|要)?(?:通知|告诉)|是谁(?:写|的错|干)|没有必要|浪费.{0,4}时间|自己就好|删掉|与我无关|不关我|隐瞒|别人的错|怪(?:他|她|别人)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MisconductMark { get; }

    [GeneratedRegex(@"我(?:们)?(?:先|再|也|又|就|于是|主动|单独|立即|马上|一起)*(?:约|请|花|做|写|列|提出|建议|设计|实现|修复|推动|组织|负责|搭建|优化|分析|沟通|调整|重构|找|查|回滚|联系|整理|制定|改|加)|于是我|我先", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex HanDeed { get; }

    [GeneratedRegex(@"\b(?:as a result|in the end|at the end|finally|eventually|afterwards|after (?:that|this|the migration|it|two|three|one|\d+) ?|since then|by the end|on the fifth day|result|outcome|(?:fell|dropped|rose|went|grew|improved|reduced|increased|cut|down|up|raised) (?:from|to|by|under|over)|(?:cut|brought|took|got|moved|lowered|raised|reduced|improved|increased|shortened)\b.{1,40}\bfrom\b.{1,25}\bto\b|reduced|improved|increased|saved|(?:i|we|and) shipped|(?:i|we) released|delivered|launched|solved|went live|on time|a week early|no (?:complaints?|bugs?|lost|outages?)|without (?:a|any) (?:bug|complaint|problem)s?|agreed|works? (?:again|well)|worked well|can now|could (?:then )?(?:work|write|use)|is now|no longer|any more|didn't (?:have|affect)|was down for|successful(?:ly)?|hasn't happened|load(?:s|ed)? in|won|achieved)\b|最后|最终|结果|后来|提升|降低|降到|减少|完成|上线|同意|顺利|成功|解决|没有收到|达成",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ResultMark { get; }

    [GeneratedRegex(@"\b(?:as a result|in the end|at the end|finally|eventually|afterwards|since then|by the end|results?|outcome|fell|dropped|rose|grew|improved?|reduced|increased|saved?|shipped|released|delivered|launched|solved|fixed|finished|went (?:live|through|well|down|up)|on time|agreed|accepted|approved|adopted|happ(?:y|ier)|thanked|satisfied|stayed|still use|uses? it|works?|worked|can now|now|no longer|any more|succe\w+|won|passed|signed|kept|renewed|promoted|faster|shorter|fewer|less|better|higher|lower|half|doubled|tripled|from .{1,25} to|within|under|zero|none|nobody|copied|asked (?:me|us) (?:to|for)|became|turned out|paid|raised|met)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OutcomeMark { get; }

    [GeneratedRegex(@"\b(?:i(?:'ve|’ve| have)? learn(?:ed|t)|what i (?:took|learned)|lesson|looking back|in hindsight|differently|today i(?:'d|’d| would)|next time|since then|i(?:'d|’d| would) (?:have|rather|now|version|use)|from this|after this i|taught me|i(?:'ve|’ve)? (?:now|always|never) )|学到|教训|反思|下次|以后|养成|复盘|收获|重来",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LessonMark { get; }

    [GeneratedRegex(@"\b(?:one should|you should|people should|a good \p{L}+ (?:should|has)|it(?:'s| is) (?:really |very )?(?:important|necessary)|is key|in general|everyone should|i (?:believe|think)|always stay|i(?: a|')m (?:very |really |always |quite |a very |a )?(?:good|flexible|open|proactive|quick|responsible|a quick|hard)|i always (?:feel|see|try|deliver|tell|stay)|(?:most )?important values?|one should|should always|is a (?:gift|chance)|the only constant|in the long run|brings out the best|nowadays|is a modern|are (?:a|normal|really important))\b|应该|最重要的是|我认为|大家",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Platitude { get; }

    public static Story Of(AnswerText answer)
    {
        Sentence? situationAt = null, taskAt = null, actionAt = null, resultAt = null, lessonAt = null;
        double deeds = 0;
        var (situations, tasks, results, measured, platitudes) = (0, 0, 0, 0, 0);
        var verbs = new HashSet<string>(StringComparer.Ordinal);
        var plans = new HashSet<string>(StringComparer.Ordinal);
        var misconduct = new List<Sentence>();
        Sentence? planAt = null;
        foreach (var sentence in answer.Sentences)
        {
            var text = sentence.Plain.Replace('’', '\'');
            if (SituationMark.IsMatch(text))
            {
                situations++;
                situationAt ??= sentence;
            }

            if (TaskMark.IsMatch(text))
            {
                tasks++;
                taskAt ??= sentence;
            }

            foreach (Match deed in Deed.Matches(text))
            {
                if (!verbs.Add(Stemmer.Stem(deed.Groups["verb"].Value.ToLowerInvariant())))
                    continue;
                var isOwn = deed.Groups["who"].ValueSpan.Equals("i", StringComparison.OrdinalIgnoreCase);
                deeds += isOwn ? 1 : 0.5;
                if (isOwn)
                    actionAt ??= sentence;
            }

            if (Deed.IsMatch(text))
            {
                foreach (Match deed in FurtherDeed.Matches(text))
                {
                    if (verbs.Add(Stemmer.Stem(deed.Groups["verb"].Value.ToLowerInvariant())))
                        deeds += 0.7;
                }
            }

            if (Deed.IsMatch(text))
            {
                foreach (var verb in MeansOfDeed.Matches(text).SelectMany(means => means.Groups["verb"].Captures))
                {
                    if (verbs.Add(Stemmer.Stem(verb.Value.ToLowerInvariant())))
                        deeds += 0.7;
                }
            }

            foreach (Match plan in PlanStep.Matches(text))
            {
                if (plans.Add(Stemmer.Stem(plan.Groups["verb"].Value.ToLowerInvariant())))
                    planAt ??= sentence;
            }

            if (MisconductMark.IsMatch(text))
                misconduct.Add(sentence);

            foreach (Match deed in HanDeed.Matches(text))
            {
                if (verbs.Add(deed.Value))
                    deeds += 1;
                actionAt ??= sentence;
            }

            if (ResultMark.IsMatch(text))
            {
                results++;
                resultAt = sentence;
                if (Specifics.Of(text).HasFlag(Specific.Number))
                    measured++;
            }

            if (LessonMark.IsMatch(text))
                lessonAt ??= sentence;
            if (Platitude.IsMatch(text))
                platitudes++;
        }

        var conduct = answer.Sentences.Select(sentence => (Sentence: sentence, Conduct: Conduct.Known.Of(sentence))).ToList();
        // General talk is no story however often it says "I".
        var told = answer.Sentences.Count == 0 ? 0 : 1 - 0.7 * platitudes / answer.Sentences.Count;
        return new Story
        {
            Situation = Math.Min(1, situations) * told,
            Task = Math.Min(1, tasks) * told,
            Action = Math.Min(1, deeds / 3.5) * told,
            Result = Math.Min(1, results / 1.5) * told,
            MeasuredResult = Math.Min(1, measured),
            Lesson = lessonAt is null ? 0 : told,
            Outcome = Math.Min(1, answer.Sentences.TakeLast(Math.Max(1, (int)Math.Ceiling(EndOfStory * answer.Sentences.Count))).Count(sentence => OutcomeMark.IsMatch(sentence.Plain)) / 2d),
            Figures = Math.Min(1, answer.Sentences.Count(sentence => Specifics.Of(sentence.Plain).HasFlag(Specific.Number)) / 3d),
            Favour = Math.Min(1, conduct.Sum(one => Math.Max(0, one.Conduct)) / FullFavour),
            Tenor = conduct.Count == 0 ? 0 : conduct.Average(one => one.Conduct),
            Plan = Math.Min(1, Math.Max(0, plans.Count - 1) / 6d),
            PlanAt = planAt,
            DoubtAt = conduct.Where(one => one.Conduct <= Doubtful).DefaultIfEmpty().MinBy(one => one.Conduct).Sentence,
            Misconduct = misconduct,
            SituationAt = situationAt,
            TaskAt = taskAt,
            ActionAt = actionAt,
            ResultAt = resultAt,
            LessonAt = lessonAt,
        };
    }
}
