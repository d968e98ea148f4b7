using System.Text.RegularExpressions;
using ResumeService.Profiles;
using ResumeService.Skills;

namespace ResumeService.Gap;

/// <summary>The skills a resume shows: those it names, and the broader ones that these imply.</summary>
internal sealed partial class ShownSkills
{
    private const int MaxSteps = 2;

    /// <summary>A skill with more neighbours than this (Python, AWS) says too little about their likeness to be passed through.</summary>
    private const int MaxNeighbours = 40;

    private const int WordsThatTell = 5;
    private const int DistinctWordsThatTell = 3;
    private const int PatternTimeLimit = 10_000;

    private readonly SkillOntology _ontology;
    private readonly Dictionary<string, Shown> _shown = new(StringComparer.Ordinal);

    public ShownSkills(ResumeProfile profile, string resumeText, SkillOntology ontology)
    {
        _ontology = ontology;
        foreach (var skill in profile.Skills.Where(skill => skill.Mentions.Count > 0))
            _shown.TryAdd(skill.Id, new Shown(skill.Name, skill.Mentions[0], ImpliedBy: null));
        foreach (var skill in profile.Skills.Where(skill => skill.Mentions.Count > 0))
        {
            foreach (var broader in ontology.ImpliedBy(skill.Id))
                _shown.TryAdd(broader.Id, new Shown(broader.Name, skill.Mentions[0], ImpliedBy: skill.Name));
        }

        ShowOwnLanguage(resumeText);
    }

    public Shown? Find(string id) => _shown.GetValueOrDefault(id);

    /// <summary>Usual spelling of any skill.</summary>
    public string NameOf(string id) => _ontology.Find(id)?.Name ?? id;

    /// <summary>The nearest skill that the resume itself names, by the ontology's relations; null when none is within reach.</summary>
    public Shown? Nearest(Skill missing)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { missing.Id };
        List<string> border = [missing.Id];
        for (var step = 0; step < MaxSteps; step++)
        {
            var next = border
                .Where(id => step == 0 || _ontology.Neighbours(id).Count <= MaxNeighbours)
                .SelectMany(_ontology.Neighbours)
                .Where(seen.Add)
                .ToList();
            // Of several equally near ones the one of the same kind says most; farther off, only that one says anything.
            var named = next.Where(id => _shown.TryGetValue(id, out var shown) && shown.ImpliedBy is null).ToList();
            if ((named.Find(id => _ontology.Find(id)?.Category == missing.Category) ?? (step == 0 ? named.FirstOrDefault() : null)) is { } nearest)
                return _shown[nearest];
            border = next;
        }

        return null;
    }

    // A resume written in English shows English, though it seldom says so.
    private void ShowOwnLanguage(string text)
    {
        var english = EnglishWords().Matches(text).Take(WordsThatTell).ToList();
        if (english.Count == WordsThatTell && english.Select(word => word.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Count() >= DistinctWordsThatTell)
            Show("english", english[0]);
        else if (ChineseWords().Count(text) >= WordsThatTell)
            Show("chinese", ChineseWords().Match(text));

        void Show(string id, Match place)
        {
            if (_ontology.Find(id) is { } language)
                _shown.TryAdd(id, new Shown(language.Name, new TextSpan(place.Index, place.Length), ImpliedBy: null));
        }
    }

    [GeneratedRegex(@"\b(the|and|with|for|of|to|from|by|using|at)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"[\u4E00-\u9FFF]{2,}", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex ChineseWords();

    /// <param name="Name">Usual spelling.</param>
    /// <param name="Mention">The first place that shows it.</param>
    /// <param name="ImpliedBy">The skill named there, when it is a narrower one.</param>
    public sealed record Shown(string Name, TextSpan Mention, string? ImpliedBy);
}
