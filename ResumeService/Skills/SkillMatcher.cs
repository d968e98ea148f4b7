using System.Runtime.InteropServices;

namespace ResumeService.Skills;

/// <summary>
/// Finds the skills a text names. Spellings match whole words (C# is not C, Java is not JavaScript), the longest one wins, and a spelling that is also
/// an everyday word counts only in a skill context. Linear in the text's length, free of shared state, the same answer every time.
/// </summary>
public sealed class SkillMatcher
{
    private readonly SkillTrie _trie;
    private readonly bool _joinsDashes;

    public SkillMatcher(SkillOntology ontology)
        : this(ontology, joinsDashes: false)
    {
    }

    /// <param name="ontology">What to find.</param>
    /// <param name="joinsDashes">A dash with spaces around it may stand inside a name ("AWS Certified Developer – Associate").</param>
    internal SkillMatcher(SkillOntology ontology, bool joinsDashes)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        Ontology = ontology;
        _trie = new SkillTrie(ontology);
        _joinsDashes = joinsDashes;
    }

    public SkillOntology Ontology { get; }

    /// <summary>Spellings that two skills claim; empty for a sound ontology.</summary>
    internal IReadOnlyList<string> Conflicts => _trie.Conflicts;

    /// <summary>Every mention of a skill, by offset, none overlapping another.</summary>
    public IReadOnlyList<SkillMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return [];

        var tokens = new List<Token>((text.Length / 6) + 8);
        Tokenizer.Tokenize(text, _trie.Vocabulary, tokens);
        var read = CollectionsMarshal.AsSpan(tokens);
        var candidates = FindCandidates(text, read);
        if (candidates.Count == 0)
            return [];

        var found = CollectionsMarshal.AsSpan(candidates);
        new SkillContext(text, read, found).Decide();
        Negation.Mark(text, read, found);

        var mentions = new List<SkillMention>(candidates.Count);
        foreach (ref readonly var candidate in found)
        {
            if (!candidate.Accepted)
                continue;
            var start = read[candidate.First].Start;
            mentions.Add(new SkillMention(candidate.Skill, start, read[candidate.Last].End - start) { Negated = candidate.Negated });
        }

        return mentions;
    }

    private List<Candidate> FindCandidates(string text, ReadOnlySpan<Token> tokens)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < tokens.Length;)
        {
            if (tokens[i].Kind != TokenKind.Word || !Longest(text, tokens, i, out var last, out var ending))
            {
                i++;
                continue;
            }

            if (ending.Skill is not null)
                candidates.Add(ToCandidate(text, tokens, i, last, ending));
            i = last + 1;
        }

        return candidates;
    }

    private bool Longest(string text, ReadOnlySpan<Token> tokens, int first, out int last, out SkillTrie.Ending ending)
    {
        last = -1;
        ending = null!;
        var node = SkillTrie.Start;
        for (var i = first; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if ((token.Kind == TokenKind.LineBreak && CanJoinLines(text, tokens, first, i)) || (_joinsDashes && i > first && IsDash(text, token)))
                continue;
            var word = token.Kind switch
            {
                TokenKind.Word => token.Word,
                TokenKind.Ampersand => _trie.Ampersand,
                TokenKind.Slash => _trie.Slash,
                _ => -1,
            };
            var next = _trie.Step(node, word);
            if (next < 0)
            {
                TakePlural(node, i, token.Singular, ref last, ref ending);
                break;
            }

            node = next;
            if (_trie.EndingAt(node) is { } reached)
            {
                last = i;
                ending = reached;
            }
            else
            {
                TakePlural(node, i, -1, ref last, ref ending);
            }
        }

        return last >= 0;
    }

    private static bool IsDash(string text, in Token token) => token.Kind == TokenKind.Dash || (token.Kind == TokenKind.Separator && text[token.Start] is '–' or '—' or '-');

    // "REST APIs" for "REST API"; never for a name that is also an everyday word (Excel, "excels").
    private void TakePlural(int node, int at, int singular, ref int last, ref SkillTrie.Ending ending)
    {
        var next = _trie.Step(node, singular);
        if (next < 0 || _trie.EndingAt(next) is not { } reached || reached.Spellings.TrueForAll(spelling => spelling.Certainty != Certainty.Certain))
            return;
        last = at;
        ending = reached;
    }

    // A name may run over a line's end in running text, but two lines of one word each are two items of a list, unless the second goes on in lower case.
    private static bool CanJoinLines(string text, ReadOnlySpan<Token> tokens, int first, int lineBreak)
    {
        var startsLine = first == 0 || tokens[first - 1].Kind != TokenKind.Word;
        var after = lineBreak + 1;
        if (after >= tokens.Length || tokens[after].Kind != TokenKind.Word)
            return false;
        var endsLine = after + 1 == tokens.Length || tokens[after + 1].Kind != TokenKind.Word;
        return !(startsLine && endsLine) || (char.IsUpper(text[tokens[first].Start]) && char.IsLower(text[tokens[after].Start]));
    }

    private static Candidate ToCandidate(string text, ReadOnlySpan<Token> tokens, int first, int last, SkillTrie.Ending ending)
    {
        var written = text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start);
        var certainty = ending.Spellings[0].Certainty;
        var exact = false;
        foreach (var spelling in ending.Spellings)
        {
            var same = written.SequenceEqual(spelling.Text);
            // A spelling in its exact case speaks for itself; among the others the most trusted one does.
            if (certainty != Certainty.Certain && (spelling.Certainty == Certainty.Certain || (same && !exact) || (same == exact && spelling.Certainty < certainty)))
                certainty = spelling.Certainty;
            exact |= same;
        }

        return new Candidate { First = first, Last = last, Skill = ending.Skill!, Certainty = certainty, Exact = exact, Accepted = certainty == Certainty.Certain };
    }
}

/// <summary>A place that spells a skill, by token, before and after its context was read.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Candidate
{
    public int First;
    public int Last;
    public Skill Skill;
    public Certainty Certainty;

    /// <summary>Written in the very case of the spelling.</summary>
    public bool Exact;
    public bool Accepted;
    public bool Negated;

    /// <summary>Nothing but the signs and words of a list stands between this one and the next.</summary>
    public bool LinkedToNext;
}
