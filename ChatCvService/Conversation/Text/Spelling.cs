using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Text;

/// <summary>
/// Mends slips of the keyboard in the words that carry a sentence ("taht", "befor", "febuary") and in the names of trades ("electrican"). Names,
/// places, skills and everything else stay as they were typed.
/// </summary>
internal static partial class Spelling
{
    private static readonly FrozenDictionary<string, string> Slips = Pairs("""
        taht that, htat that, teh the, hte the, adn and, nad and, befor before, befroe before, beofre before, becuase because, becouse because, untill until, sinse since, wich which, whit with, wiht with, iam i am, i'am i'm,
        b4 before, febuary february, feburary february, febrary february, janurary january, januray january, septemer september, setember september, septmber september, agust august, augst august, ocotber october, octuber october,
        novemeber november, novmber november, decemeber december, decmber december, wroked worked, workd worked, wokred worked, wrok work, experiance experience, expirience experience, experence experience, univeristy university,
        univercity university, universty university, unversity university, gratuated graduated, graduted graduated, gradauted graduated, studyed studied, curently currently, currenty currently, currrently currently, emial email, emal email,
        phne phone, pohne phone, adress address, responsable responsible, resposible responsible, langauges languages, languges languages, skils skills, certifcate certificate, certficate certificate, sertificate certificate, licens license,
        diplom diploma, yrs years, mnths months, mgr manager, asst assistant
        """);

    // "electrican", "recpetionist": one letter left out or two swapped inside a long name of a trade.
    private static readonly FrozenDictionary<string, string> Trades = TitleWords.Long
        .SelectMany(word => Enumerable.Range(1, word.Length - 2).SelectMany(i => new[] { word.Remove(i, 1), i < word.Length - 2 ? string.Concat(word.AsSpan(0, i), word.AsSpan(i + 1, 1), word.AsSpan(i, 1), word.AsSpan(i + 2)) : word }.Select(slip => (Slip: slip, Word: word))))
        .Where(pair => pair.Slip != pair.Word && !TitleWords.IsHead(pair.Slip))
        .DistinctBy(pair => pair.Slip, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.Slip, pair => pair.Word, StringComparer.Ordinal);

    public static string Mend(string text) => Words().Replace(text, match =>
    {
        var word = match.Value;
        var small = word.ToLowerInvariant();
        if (!Slips.TryGetValue(small, out var mended) && (char.IsUpper(word[0]) || !Trades.TryGetValue(small, out mended)))
            return word;
        return char.IsUpper(word[0]) ? char.ToUpperInvariant(mended[0]) + mended[1..] : mended;
    });

    private static FrozenDictionary<string, string> Pairs(string list) =>
        list.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(' ', 2)).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    // No part of an address or of a longer compound.
    [GeneratedRegex(@"(?<![\p{L}\p{N}@._/'-])[\p{L}][\p{L}\d']*(?![\p{L}\p{N}@_/'-]|\.\p{L})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Words();
}
