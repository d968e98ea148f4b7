using EmbeddingService.Models.Static;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models.Static;

public sealed class StaticTokensTests
{
    [Theory]
    [InlineData("caf\u00e9 \ufffe bar", "cafe|bar")]
    [InlineData("Built the tracking API, 900 requests/s.", "built|the|tracking|api|900|requests|s")]
    [InlineData("C# and .NET 10, C++17, F#, Node.js", "c#|and|.net|10|c++|17|f#|node|js")]
    [InlineData("ASP.NET .netcore c+ #", "asp|.net|netcore|c")]
    [InlineData("I don't know, can't say, it's n't", "i|do|not|know|cannot|say|it|not")]
    [InlineData("we’re they've he'll I'd can’t won’t", "we|they|he|i|cannot|wo|not")]
    [InlineData("o'clock 'sword' dogs'", "o|clock|sword|dogs")]
    [InlineData("https://example.com/a?b=1 jane@example.com tail", "tail")]
    [InlineData("see(http://x.y) @mention mail@ ://", "see|mention|mail")]
    [InlineData("x9y2z 12345 99 2021", "x9y|2|z|<num>|99|2021")]
    [InlineData("supercalifragilisticexpialidocious", "supercalifragilisticexpi")]
    [InlineData("Résumé, Łódź, naïve Ångström, ﬁnance, Oracle™", "resume|lodz|naive|angstrom|finance|oracle")]
    [InlineData("数据库 设计", "数据|据库|设计")]
    [InlineData("用Java写", "用|java|写")]
    [InlineData("ガイド 한국어", "ガイ|イド|한국|국어")]
    [InlineData("हिन्दी, опыт работы", "हिन्दी|опыт|работы")]
    [InlineData(" \n ", "")]
    public void A_text_is_cut_into_words(string text, string words) => string.Join('|', Words(text)).ShouldBe(words);

    [Fact]
    public void Half_a_surrogate_pair_and_control_characters_are_no_words() =>
        Words("half \uD83D pair, \uDE00 other, \0 nul, \u202E turned, \uFFFF end").ShouldBe(["half", "pair", "other", "nul", "turned", "end"]);

    [Fact]
    public void A_word_of_a_megabyte_is_cut() => Words(new string('字', 3) + new string('x', 1_000_000) + new string('9', 1_000_000)).Select(word => word.Length).ShouldBe([2, 2, 24]);

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in StaticTokens.Of(text))
            words.Add(word.ToString());
        return words;
    }
}
