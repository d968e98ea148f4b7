using System.Collections.Frozen;

namespace InterviewService.Evaluation;

/// <summary>Words that hold a sentence together and say nothing of the subject.</summary>
internal static class FunctionWords
{
    private const string English = """
        a an the this that these those such same own other another each every either neither both all any some no none few several most
        i me my mine myself you your yours yourself he him his himself she her hers it its itself we us our ours they them their theirs one ones someone somebody
        something anyone anything everyone everybody everything nobody nothing who whom whose which what where when why how
        am is are was were be been being do does did done doing have has had having can could may might must shall should will would ought
        and or but nor so yet if then else than because as since while whereas although though unless until whether
        of in on at by for with about against between into through during before after above below to from up down out off over under again further
        without always behind beside upon onto within along across toward towards among
        here there now just only also too very really quite rather even still already ever never not n't cannot
        let lets get gets got go goes going went make makes made take takes took come comes came put puts say says said see sees
        thing things way ways kind sort lot lots bit much many more less well okay ok yes yeah oh um uh hmm basically actually simply maybe perhaps
        i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd we'll they're they've they'd they'll that's there's what's who's let's
        don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't mustn't needn't
        etc eg ie via per like
        """;

    private const string Han = "的了是在和与及而就都也还很又把被让给对为以之其这那个们我你他她它着过吗呢吧啊有没不会要能可说到去来上下里中用所并且或如果因此比从向于每";

    private static readonly FrozenSet<string> Words = English.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<char> Characters = Han.ToFrozenSet();

    public static bool Contains(string word) => Words.Contains(word);

    public static bool ContainsHan(char character) => Characters.Contains(character);
}
