using System.Globalization;
using System.Text;
using EmbeddingService.Models.Onnx;
using Shouldly;
using Testing.Models;
using Xunit;

namespace EmbeddingService.Tests.Models.Onnx;

public sealed class WordPieceTokenizerTests
{
    private static readonly WordPieceTokenizer Tokenizer = new(RandomMiniLm.Vocabulary);

    [Fact]
    public void Every_reference_text_gives_the_ids_of_the_publishers_tokenizer()
    {
        if (PublishedModel.Folder is not { } folder)
            return;
        var tokenizer = WordPieceTokenizer.Read(Path.Combine(folder, OnnxModel.VocabularyFile));

        var different = PublishedModel.Reference(folder, "tokens.jsonl")
            .Where(line => !tokenizer.Encode(line.GetProperty("text").GetString()!).SequenceEqual(line.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())))
            .Select(line => line.GetProperty("text").GetString())
            .ToArray();

        different.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n\u00A0\u3000", "")]
    [InlineData("Read, WRITE!", "read , write !")]
    [InlineData("reading", "read ##in ##g")]
    [InlineData("r\u00E9ad r\u0065\u0301ad R\u00C9AD", "read read read")]
    [InlineData("\u1EBD\u0130\u00E7", "ei ##c")]
    [InlineData("\u5317\u4EACread", "\u5317 [UNK] read")]
    [InlineData("re\u200Ba\u00ADd\u0007", "read")]
    [InlineData("read\uFFFD\u0000", "read")]
    [InlineData("C#/.NET", "c # / . ne ##t")]
    [InlineData("\u037E \u2260", "; =")]
    [InlineData("\u20AC read \U0001F680", "[UNK] read [UNK]")]
    [InlineData("[SEP]read[MASK] [sep]", "[SEP] read [MASK] [ se ##p ]")]
    [InlineData("\uAC00", "\u1100 ##\u1161")]
    public void Texts_are_cut_as_the_publishers_tokenizer_cuts_them(string text, string pieces) =>
        string.Join(' ', Tokenizer.Encode(text)[1..^1].Select(id => RandomMiniLm.Vocabulary[id])).ShouldBe(pieces);

    [Fact]
    public void Half_a_surrogate_pair_leaves_no_trace() => Tokenizer.Encode("re\uD83Dad").ShouldBe(Tokenizer.Encode("read"));

    [Fact]
    public void A_word_of_a_hundred_characters_is_read_and_a_longer_one_is_unknown()
    {
        Tokenizer.Encode(new string('a', 100)).ShouldNotContain(100);
        Tokenizer.Encode(new string('a', 101)).ShouldBe([101, 100, 102]);
        // Outside the first plane a character is two UTF-16 units and still one character: unknown only because of its letters.
        Tokenizer.Encode(string.Concat(Enumerable.Repeat("\U0001F680", 100))).ShouldBe([101, 100, 102]);
    }

    [Theory]
    [InlineData("read ")]
    [InlineData("reading ")]
    [InlineData("[SEP]")]
    [InlineData(",")]
    public void A_long_text_is_read_by_its_beginning(string part)
    {
        var ids = Tokenizer.Encode(string.Concat(Enumerable.Repeat(part, 100_000)));

        ids.Length.ShouldBe(WordPieceTokenizer.MaxTokens);
        ids[0].ShouldBe(101);
        ids[^1].ShouldBe(102);
        ids[..40].ShouldBe(Tokenizer.Encode(string.Concat(Enumerable.Repeat(part, 60)))[..40]);
    }

    [Fact]
    public void Letters_lose_their_accents_as_dotnet_decomposes_them()
    {
        // Latin, Greek and Cyrillic with what Unicode 8 knew of them, and every Hangul syllable; the tests run with ICU, the table does without.
        var letters = Enumerable.Range(0x80, 0x500 - 0x80).Concat(Enumerable.Range(0x1E00, 0x200)).Concat(Enumerable.Range(0xAC00, 11_172))
            .Where(code => char.IsLetter((char)code) && code is not (0x130 or 0x1FBE)).Select(code => (char)code).ToArray();

        letters.Length.ShouldBeGreaterThan(12_000);
        foreach (var letter in letters)
        {
            var text = new StringBuilder();
            TokenizerCharacters.Table.Append(text, new Rune(letter));
            text.ToString().ShouldBe(
                string.Concat(letter.ToString().Normalize(NormalizationForm.FormD).Where(part => char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant(),
                ((int)letter).ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_file_that_is_no_vocabulary_is_refused() => Should.Throw<InvalidDataException>(() => new WordPieceTokenizer(["a", "b", "[UNK]"]));
}
