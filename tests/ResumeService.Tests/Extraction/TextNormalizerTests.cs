using ResumeService.Extraction;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Extraction;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("  two   blanks\u00a0and\u2009more ", "two blanks and more")]
    [InlineData("o\ufb03ce \ufb01les", "office files")]
    [InlineData("co\u00adoperate", "cooperate")]
    [InlineData("submis\u00ad", "submis-")]
    [InlineData("zero\u200bwidth\ufeff", "zerowidth")]
    [InlineData("bell\u0007 and\u0000 null", "bell and null")]
    [InlineData("a\tb \t c\t", "a\tb\tc")]
    [InlineData("\tindented", "indented")]
    [InlineData("\u2022 item", "- item")]
    [InlineData("\u25aa\u00a0item", "- item")]
    [InlineData("\uf0b7\titem", "- item")]
    [InlineData("* item", "- item")]
    [InlineData("o item", "- item")]
    [InlineData("- item", "- item")]
    [InlineData("other item", "other item")]
    [InlineData("*not an item", "*not an item")]
    [InlineData("\u2022", "")]
    [InlineData("\ue123 555 0100", "555 0100")]
    [InlineData("half \ud83d emoji", "half emoji")]
    [InlineData("whole \ud83d\ude00 emoji", "whole \ud83d\ude00 emoji")]
    [InlineData("程序员　后端", "程序员 后端")]
    [InlineData("", "")]
    public void A_line_is_written_one_way(string text, string expected) => TextNormalizer.Line(text).ShouldBe(expected);
}
