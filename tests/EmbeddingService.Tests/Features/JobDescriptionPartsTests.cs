using EmbeddingService.Features;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Features;

public sealed class JobDescriptionPartsTests
{
    [Fact]
    public void Lines_and_sentences_are_parts_without_their_bullets_and_headings_are_none() => JobDescriptionParts.Split("""
        Requirements

        - Five years of Python. You know PostgreSQL well!
        • Experience with Docker, Kubernetes or ECS
        * Is it for you? Then write to us; we answer soon.
        Node.js 20.x and TypeScript
        """).ShouldBe(
        [
            "Five years of Python.", "You know PostgreSQL well!", "Experience with Docker, Kubernetes or ECS", "Is it for you?", "Then write to us;", "we answer soon.",
            "Node.js 20.x and TypeScript",
        ]);

    [Fact]
    public void Chinese_sentences_are_parts() => JobDescriptionParts.Split("负责后端开发。熟悉分布式系统；有经验者优先").ShouldBe(["负责后端开发。", "熟悉分布式系统；", "有经验者优先"]);

    [Theory]
    [InlineData("Python")]
    [InlineData("Backend developer")]
    public void A_text_of_a_word_or_two_is_its_own_part(string text) => JobDescriptionParts.Split($" {text}\n").ShouldBe([text]);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void A_blank_text_has_no_parts(string text) => JobDescriptionParts.Split(text).ShouldBeEmpty();

    [Fact]
    public void Windows_line_ends_are_line_ends() => JobDescriptionParts.Split("one two three\r\nfour five six").ShouldBe(["one two three", "four five six"]);

    [Fact]
    public void Parts_and_their_number_are_bounded()
    {
        var parts = JobDescriptionParts.Split(string.Concat(Enumerable.Repeat("word ", 100_000)));

        parts.Count.ShouldBe(JobDescriptionParts.MaxParts);
        parts.ShouldAllBe(part => part.Length <= JobDescriptionParts.MaxPartLength);
    }

    [Fact]
    public void A_text_without_any_space_is_cut_too()
    {
        var parts = JobDescriptionParts.Split(new string('字', 1000));

        parts.Sum(part => part.Length).ShouldBe(1000);
        parts.ShouldAllBe(part => part.Length <= JobDescriptionParts.MaxPartLength);
    }
}
