using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>From a message to its facts, in the order they were said: addresses, then lines, sentences, clauses, each clause by the first reader that knows it.</summary>
internal static partial class MessageReader
{
    public static IReadOnlyList<Fact> Read(string message, ReadingContext context)
    {
        var reading = new Reading(context);
        var whole = new Passage(Sentences.Normalize(message), 0);
        if (JobDescriptions.Find(whole) is { } job)
        {
            reading.Add(job);
            return reading.Facts;
        }

        ReadLines(ContactReader.Read(whole, reading), reading);
        return reading.Facts;
    }

    /// <summary>E-mail, phone and links alone, from text in any language.</summary>
    public static IReadOnlyList<Fact> ReadContacts(string message, DateOnly today)
    {
        var reading = new Reading(new ReadingContext(Topic.Contact, Topic.None, HasName: true, HasTitle: true, HasLocation: true, IsLetter: false, today));
        ContactReader.Read(new Passage(message, 0), reading);
        return reading.Facts;
    }

    private static void ReadLines(Passage message, Reading reading)
    {
        var lines = Sentences.Lines(message).SelectMany(Pieces).ToList();
        var labels = lines.Select(line => LabelReader.Read(line).Label).ToList();
        var inJob = labels.Any(label => label is LabelReader.Label.Company or LabelReader.Label.Duties or LabelReader.Label.Dates);
        var heading = LabelReader.Label.None;
        for (var i = 0; i < lines.Count; i++)
        {
            // Nothing is made of the line as a whole; the sentences beside the code are read.
            if (IsCode(lines[i].Text))
            {
                ReadSentences(lines[i], reading);
                continue;
            }

            var (label, value) = LabelReader.Read(lines[i]);
            if (label != LabelReader.Label.None)
            {
                heading = value.IsBlank && !value.Text.Contains(Passage.Taken, StringComparison.Ordinal) ? label : LabelReader.Label.None;
                if (LabelReader.Apply(label, value, inJob, reading))
                    continue;
                ReadSentences(value, reading);
            }
            else if (BulletSign().Match(lines[i].Text) is { Success: true } sign)
            {
                ReadBullet(lines[i].From(sign.Length), heading, reading);
            }
            else if (heading is not (LabelReader.Label.None or LabelReader.Label.Experience or LabelReader.Label.Education) && !Clause.Of(lines[i], reading.Today).HasSubject)
            {
                LabelReader.Apply(heading, lines[i], inJob, reading);
            }
            else
            {
                var block = Block(lines, i);
                if (block > 1)
                {
                    var last = lines[i + block - 1];
                    ReadFragment(message.Slice(lines[i].Start, last.End - lines[i].Start), reading);
                    i += block - 1;
                }
                else
                {
                    ReadSentences(lines[i], reading);
                }
            }
        }
    }

    // "Email: x | Tel: y | Location: z" is three lines in one.
    private static IEnumerable<Passage> Pieces(Passage line)
    {
        var pieces = new List<Passage>();
        var start = 0;
        for (var i = 0; i <= line.Text.Length; i++)
        {
            if (i < line.Text.Length && line.Text[i] is not ('|' or ';') && !(line.Text[i] == '/' && i > 0 && line.Text[i - 1] == ' '))
                continue;
            if (Sentences.Trim(line.Slice(start, i - start)) is { } piece)
                pieces.Add(piece);
            start = i + 1;
        }

        return pieces.Count > 1 && pieces.Skip(1).Any(piece => LabelReader.Read(piece).Label != LabelReader.Label.None) ? pieces.SelectMany(Labelled) : Labelled(line);
    }

    // "Tools: Figma. Soft skills: patience": a label begins a line of its own also in the middle of one.
    private static IEnumerable<Passage> Labelled(Passage line)
    {
        var start = 0;
        foreach (Match label in InnerLabels().Matches(line.Text))
        {
            var at = label.Groups["label"].Index;
            if (LabelReader.Read(line.From(at)).Label == LabelReader.Label.None || Sentences.Trim(line.Slice(start, at - start)) is not { } piece)
                continue;
            yield return piece;
            start = at;
        }

        yield return line.From(start);
    }

    // Short lines without a verb that hold a date between them describe one position or school.
    private static int Block(List<Passage> lines, int first)
    {
        var count = 0;
        while (first + count < lines.Count && count < 4 && IsShort(lines[first + count]))
            count++;
        if (count < 2)
            return 1;
        var dated = Enumerable.Range(first, count).Where(i => Dates.DateReader.Read(lines[i].Text, DateOnly.MaxValue.AddYears(-8000)).Count > 0).ToList();
        return dated.Count == 1 ? dated[0] - first + 1 : 1;

        static bool IsShort(Passage line) => line.Text.Length <= 60 && !Subject().IsMatch(line.Text) && LabelReader.Read(line).Label == LabelReader.Label.None && !BulletSign().IsMatch(line.Text);
    }

    private static void ReadBullet(Passage line, LabelReader.Label heading, Reading reading)
    {
        if (heading is not (LabelReader.Label.None or LabelReader.Label.Experience or LabelReader.Label.Duties))
        {
            LabelReader.Apply(heading, line, inJob: false, reading);
            return;
        }

        var isVerb = ActionVerbs.IsAction(Wording.WordsOf(line.Text) is [var first, ..] ? first : "");
        // "1) Deloitte - Tax Consultant - 10/2018 until today": a list of positions, not of what was done in one.
        if (!isVerb && heading != LabelReader.Label.Duties && Clause.Of(line, reading.Today) is { HasSubject: false } dated && dated.Dates.Any(date => date.Kind is Dates.DateKind.Range or Dates.DateKind.Since))
        {
            ReadFragment(line, reading);
            return;
        }

        if (reading.Focus == Topic.Experience || heading == LabelReader.Label.Duties || (reading.Asked == Topic.Experience && isVerb))
            reading.Add(new JobFact(line.Whole) { Bullets = [Wording.Sentence(line.Text)] });
        else if (reading.Asked == Topic.Projects && ProjectReader.ReadLine(line, reading))
            return;
        else
            ReadSentences(line, reading);
    }

    private static void ReadSentences(Passage line, Reading reading)
    {
        foreach (var sentence in Sentences.Split(line))
        {
            if (IsQuestion(sentence.Text) || IsCommand(sentence.Text) || IsCode(sentence.Text))
                continue;
            foreach (var clause in Sentences.Clauses(sentence))
                ReadClause(clause, reading);
        }
    }

    private static void ReadFragment(Passage block, Reading reading)
    {
        var clause = Clause.Of(block, reading.Today);
        if (SchoolReader.IsAbout(clause) && SchoolReader.Read(clause, reading))
            return;
        FragmentReader.Read(clause, reading);
    }

    private static void ReadClause(Passage said, Reading reading)
    {
        var opening = Openings().Match(said.Text);
        var correction = Corrections().Match(said.Text);
        if (opening.Length == said.Text.Length)
            return;
        var clause = Clause.Of(said.From(opening.Length), reading.Today) with { IsCorrection = correction.Success };
        if (Nothing().IsMatch(clause.Text) || (!clause.IsCorrection && SmallTalk().IsMatch(clause.Text)))
            return;
        if (!clause.HasSubject && IsList(clause) && reading.Asked is not (Topic.None or Topic.Identity) && AllSkills(clause, reading))
        {
            FragmentReader.Read(clause, reading);
            return;
        }

        var isSchool = SchoolReader.IsAbout(clause) && !WorkCue().IsMatch(clause.Text);
        if (clause.Masked.IsBlank)
        {
            _ = SchoolReader.ReadGraduation(clause, reading) || JobReader.ReadDates(clause, reading);
            return;
        }

        if (SummaryReader.Read(clause, reading))
            return;
        if (!isSchool && LanguageReader.Read(clause, reading))
            return;
        if (isSchool && SchoolReader.Read(clause, reading))
        {
            // "I'm Ana, a nursing student at X" names the person beside the school.
            IdentityReader.ReadNameAndTitle(clause, reading);
            return;
        }

        if (AwardReader.Read(clause, reading))
            return;
        if (CertificationReader.Read(clause, reading))
        {
            IdentityReader.Read(clause, reading);
            return;
        }

        if (ProjectReader.Read(clause, reading))
            return;
        var isAnswer = reading.Asked == Topic.Summary && SummaryReader.IsText(clause);
        if (JobReader.Read(clause, reading))
        {
            ReadWho(clause, reading);
            return;
        }

        if (IdentityReader.Read(clause, reading))
            return;
        if (SchoolReader.ReadGraduation(clause, reading) || ProjectReader.ReadMore(clause, reading))
            return;
        if (SkillReader.Read(clause, reading))
            return;
        if (ReadDuty(clause, reading) || isAnswer)
            return;
        FragmentReader.Read(clause, reading);
    }

    // "Hi, I'm Ana, a nurse at X since 2019" holds the name beside the position.
    private static void ReadWho(Clause clause, Reading reading)
    {
        if (!reading.HasName)
            IdentityReader.Read(clause, reading);
    }

    private static bool ReadDuty(Clause clause, Reading reading)
    {
        if (reading.Focus != Topic.Experience && !(reading.Asked == Topic.Experience && reading.Focus == Topic.None))
            return false;
        var lines = Duties.Read(Wording.Clean(clause.Said.Text), isAboutWork: true);
        if (lines.Count == 0)
            return false;
        reading.Add(new JobFact(clause.Said.Whole) { Bullets = lines });
        return true;
    }

    private static bool IsList(Clause clause) => clause.Dates.Count == 0 && ItemList.Split(clause.Masked) is { Count: > 1 } items && items.All(item => Wording.WordsOf(item.Text).Count <= 4);

    private static bool AllSkills(Clause clause, Reading reading)
    {
        var items = ItemList.Split(clause.Masked);
        return items.All(item => !TitleWords.IsTitle(item.Text) && !PlaceWords.HasPlace(item.Text) && !OrganisationWords.HasSchool(item.Text) && !Degrees.Find(item.Text).Success)
            && (reading.Asked == Topic.Skills || items.Any(item => SoftwareWords.IsSoftware(item.Text)));
    }

    private static bool IsQuestion(string text) => text.EndsWith('?') || Asks().IsMatch(text);

    private static bool IsCommand(string text) => Commands().IsMatch(text);

    // Markup and statements of query languages are no facts about anybody.
    private static bool IsCode(string text) => Code().IsMatch(text);

    [GeneratedRegex(@"</?[a-zA-Z!][^<>]{0,200}>|\b(?:SELECT|INSERT|DELETE|UPDATE|DROP|ALTER|UNION)\s+(?:\S+\s+){0,8}?(?:FROM|INTO|TABLE|SET|SELECT)\b|;\s*--|'\s*OR\s*'|\bOR\s+1\s*=\s*1|\{\{.*\}\}|\$\{|\.\./|%[0-9a-f]{2}%|^\s*[{\[]\s*[""{\[]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Code();

    [GeneratedRegex(@"[.!]\s+(?<label>\p{L}[\p{L}' -]{2,24}:)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex InnerLabels();

    [GeneratedRegex(@"^\s*(?:[-*•·–—▪►✓]|\d{1,2}[.)])\s+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BulletSign();

    [GeneratedRegex(@"(?<![\p{L}.])(?:i|i'm|im|i've|my|we)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:(?:hi+|hello|he+y+|hallo|hiya|heya|greetings|good\s+(?:morning|afternoon|evening|day))(?:\s+(?:there|everyone|again|all))?\b[\s,!.:]*|(?:well|so|ok|okay|oh|yes|yeah|yep|sure|of\s+course|right|alright|um|uh|hmm|honestly|basically|actually|also|sorry|oops|no(?=,|\s+wait)|wait|hang\s+on|hold\s+on|scratch\s+that|my\s+mistake|let\s+me\s+think|let\s+me\s+see|you\s+know|look|listen|first\s+of\s+all|thanks|thank\s+you|great|perfect|please)\b(?!\s+(?:in|at|with)\b)(?:[\s,!.:]+|$))+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Openings();

    [GeneratedRegex(@"\b(?:actually|sorry|correction|i\s+meant|i\s+mean|is\s+now|are\s+now|oops|i\s+was\s+wrong|mistake|wrong|not\s+\p{L}+\s+but|should\s+be|no\s+longer|rather|wait|hang\s+on|hold\s+on|scratch\s+that|changed\s+to)\b|^no,", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Corrections();

    [GeneratedRegex(@"^(?:i\s+(?:have|had|'ve)\s+no\b|i\s+(?:don't|do\s+not|haven't|have\s+not|didn't|did\s+not|never)\b|i've\s+never|no\s+\p{L}+$|none\b|nothing\b|not\s+(?:really|yet|applicable)|n/?a$|no$|i\s+was\s+wrong$|that's\s+(?:it|all)\b|i'm\s+(?:done|finished|ready)\b|no\s+(?:degrees?|university|college|school(?:ing)?|diplomas?|certificates?|e-?mail|phone|website|linkedin)\b|that\s+is\s+all|(?:i\s+(?:think|guess|hope|wish|just\s+want|want|need|would\s+like|hate)|i'd\s+(?:like|love|rather|prefer))\b(?!\s+(?:to\s+(?:be|become|work\s+as|apply)|(?:an?\s+)?(?:new\s+)?(?:job|position|work|role)\b)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Nothing();

    // "It's a lovely place", "that was fun": said about something that is no fact of the CV.
    [GeneratedRegex(@"^(?:it's|it\s+(?:is|was)|that's|that\s+(?:is|was)|this\s+is|there's|there\s+(?:is|are)|they're|they\s+are|everyone|everybody|life|nice\s+to|can't|lol|haha)\b(?!\s+(?:called|named))(?=\s*(?:an?\s|everything|all\b|such\s|so\s|really\s|very\s|quite\s|been\s|not\s|been|just\s|all\s|the\s|no\s|hard|fun|great|nice|good|ok|okay|fine|lovely|$|,|calls?|meet))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SmallTalk();

    [GeneratedRegex(@"\b(?:i\s+(?:work|worked|was|teach)|working\s+as|worked\s+as|been\s+an?\s|as\s+an?\s+\p{L}+\s+at|employed|my\s+(?:job|role))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex WorkCue();

    [GeneratedRegex(@"^(?:what|who|how|why|when|where|can\s+you|could\s+you|do\s+you|are\s+you|is\s+it|should\s+i|would\s+you|will\s+you|does)\b(?!.*\b(?:i\s+(?:worked|did|built))\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(?:please\s+)?(?:skip|pass|next|go\s+back|let's|lets|delete|remove|erase|drop|forget|scratch|take\s+out|get\s+rid|change|replace|update|rewrite|improve|polish\s+(?:my|the|it|this|that|them|up)|write|rephrase|reword|help\s+me|show\s+me|ignore|disregard|print|reveal|finali[sz]e|correct)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Commands();
}
