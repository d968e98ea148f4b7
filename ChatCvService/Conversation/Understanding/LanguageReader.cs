using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Spoken languages with their level, when one was said: "Italian (native)".</summary>
internal static partial class LanguageReader
{
    public static bool Read(Clause clause, Reading reading)
    {
        var text = clause.Text;
        if (!Cues().IsMatch(text) && !IsListOfLanguages(clause.Masked, reading))
            return false;
        return Add(clause.Masked, reading);
    }

    /// <summary>All languages in a text that is known to be about them.</summary>
    public static bool Add(Passage passage, Reading reading)
    {
        var items = ItemList.Split(passage).SelectMany(SplitByAnd).ToList();
        // "I'm fluent in Irish and English", "I speak English and Spanish fluently": one level for all.
        var levels = items.Select(item => LevelOf(item.Text)).ToList();
        var shared = SharedLevel().Match(passage.Text) is { Success: true } lead ? LevelOf(lead.Value) : "";
        var trailing = items.Count > 1 && TrailingLevel().IsMatch(passage.Text) && levels.Count(level => level.Length > 0) == 1 ? levels[^1] : "";
        // "French and Wolof natively and English fluently": an adverb speaks for the languages before it that have no level yet.
        for (var i = items.Count - 2; i >= 0; i--)
        {
            if (levels[i].Length == 0 && levels[i + 1].Length > 0 && Adverb().IsMatch(items[i + 1].Text) && !passage.Text[(items[i].End - passage.Start)..(items[i + 1].Start - passage.Start)].Contains(',', StringComparison.Ordinal))
                levels[i] = levels[i + 1];
        }

        var found = false;
        for (var i = 0; i < items.Count; i++)
        {
            foreach (Match word in Names().Matches(items[i].Text))
            {
                if (!LanguageWords.Names.Contains(word.Value))
                    continue;
                var level = levels[i].Length > 0 ? levels[i] : shared.Length > 0 ? shared : trailing;
                var name = Wording.Proper(word.Value);
                name = char.ToUpperInvariant(name[0]) + name[1..];
                reading.Add(new SkillFact(items[i].Whole, SkillList.Languages, level.Length > 0 ? $"{name} ({level})" : name));
                found = true;
            }
        }

        return found;
    }

    /// <summary>Nothing but languages and their levels.</summary>
    public static bool IsListOfLanguages(Passage passage, Reading reading)
    {
        var items = ItemList.Split(passage).SelectMany(SplitByAnd).ToList();
        return items.Count > 0 && items.All(item =>
        {
            var rest = Levels().Replace(item.Text, " ");
            var words = Names().Matches(rest).Select(match => match.Value).ToList();
            return words.Any(LanguageWords.Names.Contains) && words.All(word => LanguageWords.Names.Contains(word) || Filler().IsMatch(word));
        }) && (items.Count > 1 || reading.Asked is Topic.Languages or Topic.Skills || items[0].Text.Contains('(', StringComparison.Ordinal) || LevelOf(items[0].Text).Length > 0 || Names().Matches(items[0].Text).Count(match => LanguageWords.Names.Contains(match.Value)) is var count && (count > 1 || !items[0].Text.Contains(' ', StringComparison.Ordinal)));
    }

    private static IEnumerable<Passage> SplitByAnd(Passage item)
    {
        var start = 0;
        foreach (Match and in And().Matches(item.Text))
        {
            yield return item.Slice(start, and.Index - start);
            start = and.Index + and.Length;
        }

        yield return item.From(start);
    }

    private static string LevelOf(string text)
    {
        var match = Levels().Match(text);
        if (!match.Success)
            return "";
        var level = match.Value.ToLowerInvariant();
        return level switch
        {
            "fluently" or "fluent" => "fluent",
            "natively" or "native speaker" or "native" or "mother tongue" or "first language" or "mother language" => "native",
            "some" or "a little" or "a bit of" or "a bit" or "little" or "basics" or "basic" or "beginner" => "basic",
            "very good" or "quite good" or "very well" or "excellent" => "fluent",
            "well" => "good",
            _ when match.Value.Length == 2 => match.Value.ToUpperInvariant(),
            _ => level,
        };
    }

    [GeneratedRegex(@"\b(?:speak|speaks|spoke|speaking|fluent|fluently|bilingual|trilingual|multilingual|mother\s+(?:tongue|language)|first\s+language|native(?:\s+speaker|\s+language)?|languages?|(?:my|conversational|basic|intermediate|some|advanced|good)\s+(?:english|spanish|french|german|arabic|chinese|mandarin|italian|portuguese|russian|hindi|dutch|japanese|korean|turkish|polish)\b(?!\s+(?:teacher|tutor|cuisine|restaurant|food)))\b(?!\s+(?:school|teacher|arts|to\b|at\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Cues();

    [GeneratedRegex(@"\b(?:swiss\s+german|mandarin\s+chinese|brazilian\s+portuguese|haitian\s+creole|(?:american|british)\s+sign\s+language|sign\s+language|[\p{L}']+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:native(?:\s+speaker)?|natively|mother\s+(?:tongue|language)|first\s+language|fluent(?:ly)?|proficient|intermediate|advanced|conversational|professional(?:\s+working)?(?:\s+proficiency)?|working\s+knowledge|business(?:\s+level)?|upper[- ]intermediate|elementary|beginner|excellent|(?:very\s+|quite\s+)?good(?!\s+(?:at|in|with)\b)|(?<!\bas\s)(?:very\s+)?well|basics?|some|a\s+little|a\s+bit(?:\s+of)?|little|[abc][12])\b(?!\s*%)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Levels();

    [GeneratedRegex(@"\b(?:fluent|proficient|native|bilingual|conversational)\s+(?:speaker\s+)?(?:in|of)\b|\b(?:both|all)\s+(?:of\s+them\s+)?(?:fluent|native)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SharedLevel();

    [GeneratedRegex(@"\b(?:fluently|natively)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Adverb();

    [GeneratedRegex(@"\b(?:fluently|natively)\s*[.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TrailingLevel();

    [GeneratedRegex(@"^(?:and|is|are|my|in|level|at|well|too|also|very|good|well|speak|i|of|the|language|languages|both|speaker|only|plus|as|a|bilingual|i'm|am|written|spoken)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Filler();

    [GeneratedRegex(@"\s+(?:and|&|plus|as\s+well\s+as)\s+|\s+[-–]\s+(?=\p{Lu}\p{L}+\s+[-–:(])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex And();
}
