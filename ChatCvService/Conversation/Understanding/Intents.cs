using System.Text.RegularExpressions;
using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Understanding;

internal enum IntentKind
{
    Skip,
    GoTo,
    Remove,
    Replace,
    AskMissing,
    AskSoFar,
    WriteSummary,
    WriteBullets,
    WriteLetter,
    Accept,
    Reject,
    Done,
    Nothing,
    Greeting,
    Thanks,
    AskWho,
    AskPrivacy,
    AskLength,
    AskHelp,
    Order,
    Question,
}

/// <summary>What a sentence wants from the conversation, beside the facts it may hold.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="Topic">The section that was named.</param>
/// <param name="Text">What to remove, or what to replace.</param>
/// <param name="With">What to put in its place.</param>
/// <param name="Span">The sentence.</param>
internal sealed record Intent(IntentKind Kind, Span Span, Topic Topic = Topic.None, string Text = "", string With = "");

/// <summary>Reads the wishes of a message sentence by sentence.</summary>
internal static partial class Intents
{
    public static IReadOnlyList<Intent> Read(string message)
    {
        var passage = new Passage(Sentences.Normalize(message), 0);
        return [.. Sentences.Lines(passage).SelectMany(Sentences.Split).Select(Of).OfType<Intent>()];
    }

    public static Topic TopicOf(string text)
    {
        var match = Sections().Match(text);
        if (!match.Success)
            return Topic.None;
        return match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Name switch
        {
            "contact" => Topic.Contact,
            "experience" => Topic.Experience,
            "education" => Topic.Education,
            "languages" => Topic.Languages,
            "certifications" => Topic.Certifications,
            "skills" => Topic.Skills,
            "projects" => Topic.Projects,
            "summary" => Topic.Summary,
            "awards" => Topic.Awards,
            "letter" => Topic.Letter,
            _ => Topic.Identity,
        };
    }

    private static Intent? Of(Passage sentence)
    {
        var text = Politeness().Replace(sentence.Text, "");
        Intent Is(IntentKind kind, string about = "", string with = "") => new(kind, sentence.Whole, TopicOf(text), about, with);

        if (Missing().IsMatch(text))
            return Is(IntentKind.AskMissing);
        if (SoFar().IsMatch(text))
            return Is(IntentKind.AskSoFar);
        if (Orders().IsMatch(text))
            return Is(IntentKind.Order);
        if (Writing().Match(text) is { Success: true } writing)
        {
            var about = TopicOf(writing.Value);
            return Is(about is Topic.Summary ? IntentKind.WriteSummary : about is Topic.Letter || LetterParts().IsMatch(text) ? IntentKind.WriteLetter : IntentKind.WriteBullets);
        }

        if (Skip().IsMatch(text))
            return Is(IntentKind.Skip);
        if (GoTo().Match(text) is { Success: true } && TopicOf(text) != Topic.None)
            return Is(IntentKind.GoTo, text);
        if (Change().Match(text) is { Success: true } change)
            return Is(IntentKind.Replace, change.Groups["old"].Value, change.Groups["new"].Value);
        if (Instead().Match(text) is { Success: true } instead)
            return Is(IntentKind.Replace, instead.Groups["old"].Value, instead.Groups["new"].Value);
        if (Remove().Match(text) is { Success: true } remove)
            return Is(IntentKind.Remove, remove.Groups["what"].Value);
        if (Done().IsMatch(text))
            return Is(IntentKind.Done);
        if (HaveNone().IsMatch(text))
            return Is(IntentKind.Nothing);
        if (text.EndsWith('?'))
            return Who().IsMatch(text) ? Is(IntentKind.AskWho) : Privacy().IsMatch(text) ? Is(IntentKind.AskPrivacy) : Length().IsMatch(text) ? Is(IntentKind.AskLength)
                : Help().IsMatch(text) ? Is(IntentKind.AskHelp) : Is(IntentKind.Question);
        if (Yes().IsMatch(text))
            return Is(IntentKind.Accept);
        if (No().IsMatch(text))
            return Is(IntentKind.Reject);
        if (Thanks().IsMatch(text))
            return Is(IntentKind.Thanks);
        return Greeting().IsMatch(text) ? Is(IntentKind.Greeting) : null;
    }

    [GeneratedRegex(@"\b(?:(?<contact>contacts?|e-?mail|phone|address)|(?<languages>languages?)|(?<certifications>certifi\w+|licen[cs]es?)|(?<education>education|stud(?:y|ies)|degrees?|schools?|university)|(?<summary>summary|profile|about\s+me)|(?<skills>skills?|software|competenc\w+)|(?<projects>projects?|achievements?)|(?<awards>awards?|recognitions?|honou?rs)|(?<letter>(?:cover\s+)?letter|recipient|opening|closing)|(?<experience>experiences?|jobs?|work|positions?|employment|career|bullets?|description|duties)|(?<identity>name|title|personal))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Sections();

    [GeneratedRegex(@"^(?:(?:ok|okay|well|so|please|now|hmm|um|and|but|sorry|actually|oh|hey|hi)\b[\s,!.:]*)+(?=\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Politeness();

    [GeneratedRegex(@"\b(?:what(?:'s|\s+is|\s+are)?\s+(?:still\s+|else\s+(?:is\s+)?)?(?:missing|left|needed|open)|what\s+(?:else\s+)?do(?:es)?\s+(?:you|it|i|we)\s+(?:still\s+)?(?:need|want|miss|lack)|what\s+else\b.*\?|what\s+(?:am\s+i|are\s+we)\s+missing|anything\s+(?:else\s+)?(?:missing|left)|is\s+(?:anything|something)\s+missing|how\s+(?:far|complete|much\s+is\s+(?:left|done)))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"\b(?:what\s+(?:do\s+you\s+have|have\s+you\s+(?:got|noted|written|saved)|did\s+you\s+(?:note|write|save|get)|is\s+in\s+(?:it|my\s+cv)|do\s+you\s+know\s+about\s+me)|show\s+(?:me\s+)?(?:my|the|what)\s*\w*|so\s+far\s*\?|read\s+it\s+back)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SoFar();

    [GeneratedRegex(@"^(?:please\s+)?(?:ignore|disregard|forget)\s+(?:(?:all|any|your|the|my|of|these|those|previous|prior|above|earlier|safety)\s+)*(?:instructions?|rules|prompts?|above)\b|^(?:system|assistant|#+\s*\p{L}+)\s*:|\b(?:system\s+prompt|hidden\s+(?:prompt|instructions)|your\s+(?:prompt|instructions|rules)|you\s+are\s+now\s+(?:an?|the|in)|act\s+as\s+(?:an?|the)\s+(?:ai|hacker)|developer\s+mode|jailbreak|reveal\s+(?:your|the)\s+(?:prompt|system|hidden|instructions|rules))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Orders();

    [GeneratedRegex(@"\b(?:(?:re-?write|improve|polish(?=\s+(?:my|the|it|this|that|them|up)\b)|rephrase|reword|enhance|optimi[sz]e|make\s+(?:it|them|my\s+\p{L}+)\s+(?:sound\s+)?(?:better|stronger|more\s+professional))\b.*|(?:write|draft|suggest|propose|generate|create|make|give)\s+(?:me\s+)?(?:a|an|my|the|some)\s+(?:\p{L}+\s+){0,2}(?:summary|profile|bullets?|description|letter|opening|closing|body)\b.*|help\s+(?:me\s+)?(?:to\s+)?(?:write|with\s+(?:the|my)\s+(?:wording|writing|summary|bullets|letter)|word)\b.*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Writing();

    [GeneratedRegex(@"\b(?:letter|opening|closing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LetterParts();

    [GeneratedRegex(@"^(?:(?:can|could|may)\s+(?:we|i|you)\s+)?(?:(?:i'd|i\s+would)\s+(?:like|rather|prefer)\s+(?:not\s+)?(?:to\s+)?)?(?:let's\s+|lets\s+|let\s+us\s+)?(?:please\s+)?(?:skip|pass\b|next(?:\s+(?:question|section|one|topic))?\s*[.!?]*$|move\s+on|leave\s+(?:it|that|this)(?:\s+(?:out|blank|empty))?|not\s+now|maybe\s+later|later\b|i(?:'d|\s+would)\s+(?:rather|prefer)\s+not|(?:i\s+)?prefer\s+not)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Skip();

    [GeneratedRegex(@"^(?:(?:can|could)\s+(?:we|you|i)\s+|i\s+(?:want|would\s+like)\s+to\s+|i'd\s+like\s+to\s+)?(?:let's\s+|lets\s+|let\s+us\s+)?(?:go|jump|get|come|return|switch|move|take\s+me)\s+(?:back\s+|over\s+|on\s+)?to\b|^(?:let's|lets|can\s+we)\s+(?:talk|speak|do|continue|work)\b|^back\s+to\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex GoTo();

    [GeneratedRegex(@"^(?:(?:can|could|would)\s+you\s+)?(?:please\s+)?(?:change|replace|correct|update|rename|edit|set)\s+(?<old>.+?)\s+(?:to|with|into|by|=)\s+(?<new>.+?)\s*[.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Change();

    [GeneratedRegex(@"^(?:no\b[\s,]*)?(?:it's|it\s+is|it\s+was|it\s+should\s+be|i\s+meant|i\s+mean|that's|the\s+\p{L}+\s+(?:is|was)|my\s+\p{L}+\s+is|i\s+\p{L}+(?:\s+(?:in|at|as|it))*|in)\s+(?<new>.+?)\s*,?\s+(?:not|instead\s+of|rather\s+than)\s+(?:in\s+|at\s+|as\s+)?(?<old>.+?)\s*[.!]*$|^(?:it's\s+|it\s+is\s+)?not\s+(?<old>.+?)\s*,?\s+(?:but|it's|it\s+is|it\s+was|rather)\s+(?<new>.+?)\s*[.!]*$|^(?<old>.+?)\s+should\s+(?:be|say|read)\s+(?<new>.+?)\s*[.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Instead();

    [GeneratedRegex(@"^(?:(?:can|could|would)\s+you\s+)?(?:please\s+)?(?:delete|remove|erase|drop|scratch|take\s+out|get\s+rid\s+of|cut\s+out|forget\s+about|forget|take\s+away|i\s+don't\s+want)\s+(?<what>.+?)\s*[.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Remove();

    [GeneratedRegex(@"^(?:i\s+think\s+)?(?:that's|that\s+is|this\s+is|thats)\s+(?:it|all|everything|enough)\b|^(?:i'm|i\s+am|im|we're)\s+(?:done|finished|ready)\b|^(?:finish|finali[sz]e|done|the\s+end|all\s+done|nothing\s+(?:else|more)|no\s+more|i\s+have\s+nothing\s+(?:else|more))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:(?:i\s+(?:have|had|'ve)|there\s+(?:are|is))\s+(?:no|none|never)\b|i\s+(?:don't|do\s+not|haven't|have\s+not|didn't)\s+(?:really\s+)?(?:have|got|any|worked|work|study|studied|know|done)|i've\s+(?:no|never)|no\s+(?:awards?|projects?|experience|jobs?|education|skills?|certificat\w+|degrees?|summary|languages?|website|linkedin|prizes?)|none\b|nothing\b|not\s+(?:really|yet|applicable)|n/?a\s*[.!]*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex HaveNone();

    [GeneratedRegex(@"^(?:yes|yeah|yep|yup|sure|ok|okay|perfect|great|good|fine|looks?\s+good|sounds?\s+good|i\s+like\s+it|use\s+(?:it|that|this|them)|take\s+it|accept|agreed|go\s+ahead|love\s+it|that\s+works|do\s+it|please\s+do|keep\s+it|nice|exactly|correct|that's\s+(?:good|great|fine|perfect|right))\b(?:[\s,!.]*(?:please|thanks|thank\s+you|use\s+(?:it|that|this|them)|do|it|that|looks?\s+good|good|great|perfect|yes|i\s+like\s+it))*[\s!.]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(?:no|nope|nah|not\s+(?:good|that|this|like\s+that)|i\s+don't\s+like\s+it|don't\s+use\s+it|reject|discard)\b(?:[\s,!.]*(?:thanks|thank\s+you|please|don't|not\s+that|it))*[\s!.]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex No();

    [GeneratedRegex(@"^(?:thanks|thank\s+you|thx|ty|cheers|much\s+appreciated|cool|awesome|wow|great|lol|haha)\b.{0,30}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^(?:hi|hello|hey|hallo|hiya|howdy|greetings|good\s+(?:morning|afternoon|evening|day))\b[\s\p{P}]*(?:there|everyone|again)?[\s\p{P}]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\b(?:who|what)\s+are\s+you|\bare\s+you\s+(?:an?\s+)?(?:real|human|robot|bot|ai|person|machine|computer)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Who();

    [GeneratedRegex(@"\b(?:safe|private|privacy|secure|who\s+(?:can\s+)?(?:see|read)|store|stored|my\s+data|share)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Privacy();

    [GeneratedRegex(@"\b(?:how\s+long|how\s+many\s+(?:questions|steps|minutes))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Length();

    [GeneratedRegex(@"\b(?:what\s+can\s+you|how\s+(?:does|do)\s+(?:this|it|you|i)|what\s+(?:should|do)\s+i\s+(?:do|say|write)|can\s+you\s+help|help\s+me)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Help();
}
