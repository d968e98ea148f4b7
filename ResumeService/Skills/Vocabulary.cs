namespace ResumeService.Skills;

/// <summary>The words that matter to matching: those of the spellings and those that make a skill context. Case does not matter.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, (int Id, WordRoles Roles)> _words = new(8_000, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Id, WordRoles Roles)>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Vocabulary()
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (role, words) in ContextWords.ByRole)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                _words[word] = (-1, _words.GetValueOrDefault(word).Roles | role);
        }
    }

    public int Count { get; private set; }

    /// <summary>The id of a spelling's word, a new one when it was not seen before.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var known = _lookup.TryGetValue(word, out var entry);
        if (known && entry.Id >= 0)
            return entry.Id;
        entry = (Count++, known ? entry.Roles : WordRoles.None);
        _lookup[word] = entry;
        return entry.Id;
    }

    public (int Id, WordRoles Roles) Find(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var entry) ? entry : (-1, WordRoles.None);
}
