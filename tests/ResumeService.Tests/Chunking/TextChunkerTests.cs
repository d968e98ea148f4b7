using System.Text;
using ResumeService.Chunking;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Chunking;

public sealed class TextChunkerTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\n \t\n")]
    public void A_blank_text_has_no_chunks(string text) => TextChunker.Split(text).ShouldBeEmpty();

    [Fact]
    public void A_short_text_is_one_chunk_without_the_white_space_around_it()
    {
        var chunk = TextChunker.Split("\n  Ada Example\nEngineer \n").ShouldHaveSingleItem();

        chunk.ShouldBe(new TextChunk(0, 3, 20, "Ada Example\nEngineer"));
    }

    [Fact]
    public void A_text_of_exactly_one_chunk_stays_whole()
    {
        var text = string.Join(' ', Enumerable.Repeat("four", 100)) + "s";

        text.Length.ShouldBe(TextChunker.ChunkSize);
        TextChunker.Split(text).ShouldHaveSingleItem().Text.ShouldBe(text);
    }

    [Fact]
    public void Paragraphs_stay_together_while_they_fit()
    {
        var first = new string('a', 300);
        var second = new string('b', 150);
        var third = new string('c', 300);

        TextChunker.Split($"{first}\n\n{second}\n\n{third}").Select(chunk => chunk.Text).ShouldBe([$"{first}\n\n{second}", third]);
    }

    [Fact]
    public void A_long_paragraph_is_split_at_its_lines_before_its_words()
    {
        var line = string.Join(' ', Enumerable.Repeat("word", 40));
        var chunks = TextChunker.Split($"{line}\n{line}\n{line}\n\nend");

        chunks.Select(chunk => chunk.Text).ShouldBe([$"{line}\n{line}", line, "end"]);
    }

    [Fact]
    public void Neighbouring_chunks_of_words_share_at_most_the_overlap_and_start_at_a_word()
    {
        var text = string.Join(' ', Enumerable.Range(1000, 400));
        var chunks = TextChunker.Split(text);

        chunks.Count.ShouldBe(5);
        foreach (var (before, after) in chunks.Zip(chunks.Skip(1)))
        {
            (before.End - after.Start).ShouldBeInRange(40, TextChunker.Overlap);
            text[after.Start - 1].ShouldBe(' ');
        }
    }

    [Fact]
    public void A_word_longer_than_a_chunk_is_split_by_characters_with_the_full_overlap()
    {
        var chunks = TextChunker.Split(new string('x', 1200));

        chunks.Select(chunk => (chunk.Start, chunk.Length)).ShouldBe([(0, 500), (450, 500), (900, 300)]);
    }

    [Fact]
    public void A_surrogate_pair_is_never_parted()
    {
        var chunks = TextChunker.Split("x" + string.Concat(Enumerable.Repeat("😀", 900)));

        chunks.Count.ShouldBeGreaterThan(3);
        chunks.ShouldAllBe(chunk => IsWellFormed(chunk.Text));
    }

    [Fact]
    public void A_letter_with_thousands_of_accents_is_split_all_the_same()
    {
        var chunks = TextChunker.Split("e" + new string('\u0301', 3000));

        chunks.ShouldAllBe(chunk => chunk.Length <= TextChunker.ChunkSize);
        chunks[^1].End.ShouldBe(3001);
    }

    [Fact]
    public void Lone_surrogates_and_control_characters_are_split_like_any_other()
    {
        var text = string.Concat(Enumerable.Repeat("\ud800\u0000\udc00\u200b", 400));

        TextChunker.Split(text)[^1].End.ShouldBe(text.Length);
    }

    [Fact]
    public void Any_text_is_covered_by_numbered_chunks_of_limited_size_with_true_offsets()
    {
        var random = new Random(20_26);
        for (var round = 0; round < 500; round++)
        {
            var text = RandomText(random);
            var chunks = TextChunker.Split(text);

            chunks.Select(chunk => chunk.Number).ShouldBe(Enumerable.Range(0, chunks.Count));
            var covered = new bool[text.Length];
            foreach (var chunk in chunks)
            {
                chunk.Length.ShouldBeInRange(1, TextChunker.ChunkSize);
                chunk.Text.ShouldBe(text.Substring(chunk.Start, chunk.Length));
                chunk.Text.ShouldBe(chunk.Text.Trim());
                covered.AsSpan(chunk.Start, chunk.Length).Fill(true);
            }

            foreach (var (before, after) in chunks.Zip(chunks.Skip(1)))
            {
                after.Start.ShouldBeGreaterThan(before.Start);
                (before.End - after.Start).ShouldBeLessThanOrEqualTo(TextChunker.Overlap);
            }

            for (var at = 0; at < text.Length; at++)
                (covered[at] || char.IsWhiteSpace(text[at])).ShouldBeTrue($"round {round}, character {at}");
        }
    }

    private static string RandomText(Random random)
    {
        string[] atoms = ["\n\n", "\n", " ", "  ", "word", "résumé", "简历", "😀", "\t", new string('z', 60), new string('y', 620)];
        var text = new StringBuilder();
        var length = random.Next(0, 400);
        for (var i = 0; i < length; i++)
            text.Append(atoms[random.Next(0, random.Next(1, atoms.Length + 1))]);

        return text.ToString();
    }

    private static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (char.IsSurrogate(text[at]))
                return false;
        }

        return true;
    }
}
