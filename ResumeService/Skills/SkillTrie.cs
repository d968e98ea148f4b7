using System.Runtime.InteropServices;

namespace ResumeService.Skills;

/// <summary>All spellings as paths of words, so that the longest one at a place is found in one walk.</summary>
internal sealed class SkillTrie
{
    private const int Root = 0;
    private const int MaxJoinedWords = 4;
    private const int MinJoinedLength = 5;

    private readonly Dictionary<long, int> _steps = new(20_000);
    private readonly List<Ending?> _endings = [null];

    public SkillTrie(SkillOntology ontology)
    {
        Vocabulary = new Vocabulary();
        Ampersand = Vocabulary.Add("&");
        Slash = Vocabulary.Add("/");

        var tokens = new List<Token>();
        foreach (var skill in ontology.Skills)
        {
            foreach (var spelling in skill.Spellings)
                Add(Words(spelling.Text, tokens), skill, spelling);
        }

        foreach (var phrase in ontology.NoSkillPhrases)
            Add(Words(phrase, tokens), null, null);
        // After all written spellings, so that "nodejs" as someone's own alias is never taken by a joined "Node.js".
        foreach (var skill in ontology.Skills)
        {
            foreach (var spelling in skill.Spellings.Where(spelling => spelling.Certainty == Certainty.Certain))
                AddJoined(skill, spelling, tokens);
        }
    }

    public Vocabulary Vocabulary { get; }

    public int Ampersand { get; }

    public int Slash { get; }

    /// <summary>Spellings that two skills claim: a defect of the data file.</summary>
    public List<string> Conflicts { get; } = [];

    /// <summary>The node one word further, or -1.</summary>
    public int Step(int node, int word) => word < 0 ? -1 : _steps.GetValueOrDefault(Key(node, word), -1);

    public static int Start => Root;

    public Ending? EndingAt(int node) => _endings[node];

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    private List<int> Words(string spelling, List<Token> tokens)
    {
        Tokenizer.Tokenize(spelling, Vocabulary, tokens);
        var words = new List<int>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Word)
                words.Add(Vocabulary.Add(spelling.AsSpan(token.Start, token.Length)));
            else if (token.Kind == TokenKind.Ampersand)
                words.Add(Ampersand);
            else if (token.Kind == TokenKind.Slash)
                words.Add(Slash);
        }

        return words;
    }

    private void Add(List<int> words, Skill? skill, Spelling? spelling)
    {
        var node = Walk(words);
        var ending = _endings[node];
        if (ending is null)
            _endings[node] = ending = new Ending(skill, []);
        else if (ending.Skill != skill)
            Conflicts.Add($"{spelling?.Text}: {ending.Skill?.Id} and {skill?.Id}");
        if (spelling is not null)
            ending.Spellings.Add(spelling);
    }

    private void AddJoined(Skill skill, Spelling spelling, List<Token> tokens)
    {
        Tokenizer.Tokenize(spelling.Text, Vocabulary, tokens);
        if (tokens.Count is < 2 or > MaxJoinedWords || tokens.Exists(token => token.Kind != TokenKind.Word))
            return;
        var joined = string.Concat(tokens.Select(token => spelling.Text.Substring(token.Start, token.Length)));
        if (joined.Length < MinJoinedLength || !joined.All(char.IsLetterOrDigit) || !char.IsAscii(joined[0]))
            return;
        var node = Walk([Vocabulary.Add(joined)]);
        _endings[node] ??= new Ending(skill, [spelling]);
    }

    private int Walk(List<int> words)
    {
        var node = Root;
        foreach (var word in words)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, Key(node, word), out var exists);
            if (!exists)
            {
                next = _endings.Count;
                _endings.Add(null);
            }

            node = next;
        }

        return node;
    }

    /// <summary>The end of a path.</summary>
    /// <param name="Skill">The skill spelled so; null for a phrase that is no skill.</param>
    /// <param name="Spellings">The spellings that end here; they differ in case or in the signs between words.</param>
    public sealed record Ending(Skill? Skill, List<Spelling> Spellings);
}
