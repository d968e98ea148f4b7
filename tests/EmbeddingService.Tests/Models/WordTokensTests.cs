using EmbeddingService.Models;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models;

public sealed class WordTokensTests
{
    [Theory]
    [InlineData("Built the tracking API, 900 requests/s.", "built|the|tracking|api|900|requests|s")]
    [InlineData("C++, C# and F#; # heading", "c++|c#|and|f#|heading")]
    [InlineData("Node.js e-commerce", "node|js|e|commerce")]
    [InlineData("Łódź naïve Ångström", "łodz|naive|angstrom")]
    [InlineData("数据库 设计", "数据|据库|设计")]
    [InlineData("用Java写", "用|java|写")]
    [InlineData("ガイド", "ガイ|イド")]
    [InlineData("한국어", "한국|국어")]
    [InlineData("हिन्दी भाषा", "हिन्दी|भाषा")]
    [InlineData("", "")]
    public void A_text_is_cut_into_words(string text, string words) => string.Join('|', WordTokens.Of(text)).ShouldBe(words);

    [Fact]
    public void An_endless_word_is_cut() => WordTokens.Of(new string('x', 1000)).ShouldAllBe(word => word.Length <= WordTokens.MaxWord);
}
