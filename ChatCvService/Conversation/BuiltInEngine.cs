using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Merging;
using ChatCvService.Conversation.Replies;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Understanding;
using ChatCvService.Conversation.Writing;
using ChatCvService.CvData;

namespace ChatCvService.Conversation;

/// <summary>
/// The engine that needs no key: rules alone, so the same conversation gives the same CV. Message, wishes and facts, merged into the CV, an answer:
/// each step is a pure function.
/// </summary>
internal sealed class BuiltInEngine(TimeProvider time) : IConversationEngine
{
    public Task<Turn> TakeTurnAsync(Dialogue dialogue, string message, CancellationToken cancellationToken) =>
        Task.FromResult(TakeTurn(dialogue, message, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));

    public static Turn TakeTurn(Dialogue dialogue, string message, DateOnly today)
    {
        var opening = Open(dialogue, message, today);
        // The rules read English: of anything else only what needs no grammar is taken, and the reply says so.
        if (Scripts.IsForeign(opening.Text))
        {
            opening.Draft.Apply(MessageReader.ReadContacts(opening.Text, today));
            opening.Notes.Add("I only understand English so far. Contact details I can take from any text; please tell me the rest in English.");
        }
        else if (opening.Text.Length > 0)
        {
            ReadFacts(opening.Draft, opening.Start, opening.Memory, opening.Intents, opening.Text, today);
        }

        return Close(opening);
    }

    /// <summary>A turn whose facts are still to be read: wishes are known, corrections and deletions made, a proposal answered.</summary>
    /// <param name="Start">Before the message.</param>
    /// <param name="Draft">The CV so far; facts are put into it.</param>
    /// <param name="Memory">The memory so far.</param>
    /// <param name="Intents">What the message wants.</param>
    /// <param name="Text">What may hold facts; empty when nothing does. Offsets are the message's.</param>
    /// <param name="Notes">What the reply says beside all else.</param>
    internal sealed record Opening(Dialogue Start, Draft Draft, Memory Memory, IReadOnlyList<Intent> Intents, string Text, List<string> Notes);

    internal static Opening Open(Dialogue dialogue, string message, DateOnly today)
    {
        var start = dialogue.IsLetter && dialogue.Cv.CoverLetter is null ? dialogue with { Cv = dialogue.Cv with { CoverLetter = new CoverLetter() } } : dialogue;
        var intents = Intents.Read(message);
        var draft = new Draft(start.Cv, start.Memory);
        var memory = start.Memory;
        var notes = new List<string>();
        var text = Sentences.Normalize(message);

        // Who gives orders to the program says nothing about a person: not a sentence of the message is taken.
        if (intents.Any(intent => intent.Kind == IntentKind.Order))
        {
            intents = [intents.First(intent => intent.Kind == IntentKind.Order)];
            text = "";
        }

        foreach (var intent in intents)
        {
            if (Edit(draft, intent, today, notes))
                text = Blank(text, intent.Span);
        }

        if (memory.Proposal is { } proposal)
        {
            (memory, var handled) = Answer(draft, memory, proposal, intents, text, notes);
            if (handled)
                text = "";
        }

        return new Opening(start, draft, memory, intents, text, notes);
    }

    /// <summary>Ends a turn whose facts are in the draft.</summary>
    internal static Turn Close(Opening opening)
    {
        var memory = Focused(opening.Draft.Remember(Wishes(opening.Memory, opening.Intents, answersProposal: opening.Start.Memory.Proposal is not null)), opening.Draft.Cv, opening.Intents);
        return Reply(opening.Start, opening.Draft, memory, opening.Intents, opening.Notes);
    }

    private static void ReadFacts(Draft draft, Dialogue start, Memory memory, IReadOnlyList<Intent> intents, string text, DateOnly today)
    {
        var letter = new List<Fact>();
        var passage = new Passage(text, 0);
        if (start.IsLetter)
            passage = LetterReader.Read(passage, letter);
        draft.Apply(letter);
        var info = draft.Cv.PersonalInfo;
        var context = new ReadingContext(memory.Asked, memory.Focus, info.FullName.Length > 0, info.Title.Length > 0, info.Location.Length > 0, start.IsLetter, today);
        var facts = MessageReader.Read(passage.Text.Replace(Passage.Taken, ' '), context);
        draft.Apply(facts);
        var isPlain = intents.Count == 0 && Wording.WordsOf(text).Count >= 5 && facts.All(fact => fact is PersonFact { OnlyIfEmpty: true } or JobFact { Company: "" });
        if (isPlain && memory.Asked is Topic.Summary && draft.Cv.Summary.Length == 0)
            draft.Apply(new PersonFact(new Span(0, text.Length), PersonField.Summary, SummaryReader.Text(text)));
        else if (isPlain && memory.Asked is Topic.Letter && letter.Count == 0 && draft.Cv.CoverLetter is { Body: "" } && Wording.WordsOf(text).Count >= 8)
            draft.Apply(new LetterFact(new Span(0, text.Length), LetterField.Body, text.Trim()));
    }

    // "change X to Y", "it's Y, not X", "remove X": only when X is in the CV; else the sentence is read like any other.
    private static bool Edit(Draft draft, Intent intent, DateOnly today, List<string> notes)
    {
        switch (intent.Kind)
        {
            case IntentKind.Replace:
                if (Edits.Replace(draft.Cv, intent.Text, intent.With, today) is not { } changed)
                    return false;
                draft.Replace(changed, new Change(Topic.None, Wording.Clean(intent.With), ChangeKind.Changed));
                return true;
            case IntentKind.Remove:
                if (Edits.Remove(draft.Cv, intent.Text) is not { } removed)
                {
                    notes.Add("I could not find that in your CV, so nothing was removed.");
                    return true;
                }

                draft.Replace(removed.Cv, new Change(Topic.None, removed.What, ChangeKind.Removed));
                return true;
            default:
                return false;
        }
    }

    private static (Memory Memory, bool Handled) Answer(Draft draft, Memory memory, Proposal proposal, IReadOnlyList<Intent> intents, string text, List<string> notes)
    {
        var cleared = memory with { Proposal = null };
        if (intents.Any(intent => intent.Kind == IntentKind.Accept))
        {
            Accept(draft, proposal);
            return (cleared, true);
        }

        var section = proposal.Kind switch { ProposalKind.Summary => Topic.Summary, ProposalKind.Letter => Topic.Letter, _ => Topic.None };
        if (intents.Any(intent => intent.Kind is IntentKind.Reject or IntentKind.Skip or IntentKind.Nothing))
        {
            notes.Add("All right, I left it as it was.");
            return (cleared with { Skipped = section == Topic.None ? memory.Skipped : [.. memory.Skipped.Union([section])] }, true);
        }

        // Their own words instead of the proposal.
        return proposal.Kind == ProposalKind.Summary && intents.Count == 0 ? (cleared with { Asked = Topic.Summary }, false) : (cleared, false);
    }

    private static void Accept(Draft draft, Proposal proposal)
    {
        var cv = draft.Cv;
        switch (proposal.Kind)
        {
            case ProposalKind.Summary:
                draft.Replace(cv with { Summary = proposal.Lines[0] }, new Change(Topic.Summary, "the summary"));
                break;
            case ProposalKind.Bullets when proposal.Job >= 0 && proposal.Job < cv.Experience.Count:
                draft.Replace(
                    cv with { Experience = [.. cv.Experience.Select((job, i) => i == proposal.Job ? job with { DescriptionBullets = proposal.Lines } : job)] },
                    new Change(Topic.Experience, "the new wording", ChangeKind.Changed));
                break;
            case ProposalKind.Letter:
                var letter = cv.CoverLetter ?? new CoverLetter();
                draft.Replace(
                    cv with { CoverLetter = letter with { Opening = proposal.Lines[0], Body = proposal.Lines[1], Closing = proposal.Lines[2] } },
                    new Change(Topic.Letter, "the letter"));
                break;
        }
    }

    private static Memory Wishes(Memory memory, IReadOnlyList<Intent> intents, bool answersProposal)
    {
        foreach (var intent in intents)
        {
            switch (intent.Kind)
            {
                // "No" to a question is the wish not to be asked it again.
                case IntentKind.Skip or IntentKind.Nothing or IntentKind.Reject when intent.Kind != IntentKind.Reject || !answersProposal:
                    var topic = intent.Topic != Topic.None ? Section(intent.Topic) : Section(memory.Asked);
                    if (topic != Topic.None)
                        memory = memory with { Skipped = [.. memory.Skipped.Union([topic])], Focus = Topic.None };
                    break;
                case IntentKind.GoTo:
                    memory = memory with { Skipped = [.. memory.Skipped.Where(skipped => skipped != Section(intent.Topic))], Focus = Topic.None };
                    break;
            }
        }

        return memory;
    }

    // "Go back to my job at X": what follows is about X.
    private static Memory Focused(Memory memory, Cv cv, IReadOnlyList<Intent> intents)
    {
        var named = intents.LastOrDefault(intent => intent.Kind == IntentKind.GoTo && intent.Text.Length > 0);
        var job = named is null ? -1 : cv.Experience.ToList().FindIndex(one => one.Company.Length > 1 && named.Text.Contains(one.Company, StringComparison.OrdinalIgnoreCase));
        return job >= 0 ? memory with { Job = job } : memory;
    }

    // Languages and certificates are asked for together with the skills.
    private static Topic Section(Topic topic) => topic is Topic.Languages or Topic.Certifications ? Topic.Skills : topic == Topic.Proposal ? Topic.Summary : topic;

    private static Turn Reply(Dialogue start, Draft draft, Memory memory, IReadOnlyList<Intent> intents, List<string> notes)
    {
        var cv = draft.Cv;
        var last = intents.Count > 0 ? intents[^1] : null;
        if (last is { Kind: IntentKind.GoTo })
        {
            var asked = NextQuestion.About(last.Topic, cv, memory);
            return Ask(asked, $"Of course, back to {NextQuestion.NameOf(last.Topic)}. {asked.Text}");
        }

        if (last is { Kind: IntentKind.WriteSummary or IntentKind.WriteBullets or IntentKind.WriteLetter } && Propose(cv, memory, last.Kind, start.IsLetter) is { } proposal)
            return Ask(proposal, proposal.Text);

        var next = NextQuestion.For(cv, memory, start.IsLetter);
        var lead = last is null ? null : Lead(last, cv, draft, start);
        if (!memory.IsGreeted && start.Cv.PersonalInfo == new PersonalInfo())
            return Ask(next, ReplyWriter.Greeting(cv, next, start.IsLetter));
        var reply = draft.Changes.Count > 0 ? ReplyWriter.Confirm(draft.Changes, start.Cv, cv, next) : next.Text;
        if (lead is { } said)
            reply = draft.Changes.Count > 0 && last!.Kind is IntentKind.Skip or IntentKind.Nothing or IntentKind.Thanks or IntentKind.Greeting or IntentKind.Accept ? reply : $"{said} {reply}";
        else if (draft.Changes.Count == 0 && notes.Count == 0 && last is null)
            reply = $"I did not find anything for your CV in that. {reply}";
        return Ask(next, notes.Count > 0 ? $"{string.Join(' ', notes)} {reply}" : reply);

        Turn Ask(NextQuestion question, string text) => new(text.Trim(), cv, memory with
        {
            Asked = question.Topic,
            IsGreeted = true,
            Proposal = question.Proposal,
            FollowedUp = question.FollowUp is { } key ? [.. memory.FollowedUp.Union([key])] : memory.FollowedUp,
        });
    }

    private static string? Lead(Intent intent, Cv cv, Draft draft, Dialogue start) => intent.Kind switch
    {
        IntentKind.AskMissing => ReplyWriter.Missing(cv, start.IsLetter),
        IntentKind.AskSoFar => ReplyWriter.SoFar(cv) + "\n",
        IntentKind.Skip or IntentKind.Nothing => "No problem.",
        IntentKind.Done => cv.Summary.Length > 0 || draft.Changes.Count > 0 ? "Thank you." : "Thank you. You can finalize whenever you like.",
        IntentKind.Thanks => "You're welcome.",
        IntentKind.Greeting => "Hello!",
        IntentKind.Accept => "Good.",
        IntentKind.Reject => "All right.",
        IntentKind.Order => "I only write your CV, and what you type stays text. Let's go on with it.",
        IntentKind.AskWho => "I'm the platform's CV assistant, a program: you tell me about yourself and I write it down in CV form, nothing else.",
        IntentKind.AskPrivacy => "Only you can see what you tell me. It is kept with your account, and deleting the account erases it.",
        IntentKind.AskLength => "Most people need five to ten messages; you can also tell me everything in one go.",
        IntentKind.AskHelp => "Just tell me about yourself in your own words, in any order. You can correct me, say \"skip\", \"remove …\", \"go back to …\" or \"what is missing?\".",
        IntentKind.Question => "I can only help with your CV.",
        IntentKind.WriteSummary => "There is too little yet for a summary.",
        IntentKind.WriteBullets => "Tell me first what you did in a job, then I can word it.",
        IntentKind.WriteLetter => start.IsLetter ? "I need the position or the company first, and something about your work." : "Start a cover letter for that; here I write your CV.",
        _ => null,
    };

    private static NextQuestion? Propose(Cv cv, Memory memory, IntentKind kind, bool isLetter)
    {
        switch (kind)
        {
            case IntentKind.WriteSummary when SummaryWriter.Write(cv, memory.JobDescription) is not null:
                return NextQuestion.About(Topic.Summary, cv, memory);
            case IntentKind.WriteLetter when isLetter && LetterWriter.Write(cv, memory.JobDescription) is { } letter:
                return new NextQuestion(Topic.Proposal, $"Here is a draft from what you told me:\n\n{string.Join("\n\n", letter)}\n\nShall I use it?", Proposal: new Proposal(ProposalKind.Letter, -1, letter));
            case IntentKind.WriteBullets:
                var index = memory.Job >= 0 && memory.Job < cv.Experience.Count && cv.Experience[memory.Job].DescriptionBullets.Count > 0
                    ? memory.Job
                    : cv.Experience.ToList().FindIndex(job => job.DescriptionBullets.Count > 0);
                if (index < 0)
                    return null;
                var lines = BulletWriter.Rewrite(cv.Experience[index]);
                var where = cv.Experience[index] is { Company.Length: > 0 } job ? $" at {job.Company}" : "";
                return new NextQuestion(
                    Topic.Proposal, $"I would word your work{where} like this:\n{string.Join('\n', lines.Select(line => "- " + line))}\n\nShall I use it? A result or a number of yours would make it stronger still.",
                    Proposal: new Proposal(ProposalKind.Bullets, index, lines));
            default:
                return null;
        }
    }

    private static string Blank(string text, Span span) => string.Concat(text.AsSpan(0, span.Start), new string(' ', span.Length), text.AsSpan(span.Start + span.Length));
}
