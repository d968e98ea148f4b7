using ServiceDefaults.Ai;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Ai;

public sealed class SourceCheckTests
{
    private static readonly SourceCheck Check = new(
        "Backend Engineer, Douro Payments, Mar 2021 - Present. Built a Django service on PostgreSQL that settles 40,000 payments a day; cut the run from 50 to 8 minutes. Uses C# and Node.js.",
        "Which indexes would you choose?");

    [Theory]
    [InlineData("You cut the nightly run from 50 to 8 minutes at Douro Payments. Which indexes did that take?")]
    [InlineData("Your Django-based service settles 40000 payments a day: what breaks first?")]
    [InlineData("What about PostgreSQL's indexes, and C#?")]
    [InlineData("I built it in 2021. It took two attempts, and I'd do it again.")]
    [InlineData("Situation: fifty minutes every night. Task: mine. Action: indexes. Result: 8 minutes.")]
    [InlineData("请介绍一下你在 Douro Payments 的 Django 服务。")]
    public void What_is_made_from_the_source_passes(string text) => Check.Invented(text).ShouldBeEmpty();

    [Theory]
    [InlineData("You worked at Initech before Douro Payments.", "Initech")]
    [InlineData("Your service settles 60,000 payments a day.", "60,000")]
    [InlineData("You cut it by 84% in 2019.", "84", "2019")]
    [InlineData("You moved it to Kubernetes and AWS.", "Kubernetes", "AWS")]
    [InlineData("AWS runs it.", "AWS")]
    [InlineData("You led twelve engineers.", "twelve")]
    [InlineData("It handles a million users.", "million")]
    [InlineData("In April you joined.", "April")]
    [InlineData("Acme Corp hired you.", "Corp")]
    [InlineData("请介绍一下你在 Initech 的 9 个项目。", "9", "Initech")]
    public void Numbers_and_names_that_no_source_has_are_found(string text, params string[] invented) => Check.Invented(text).ShouldBe(invented);

    [Theory]
    [InlineData("Globex made me its engineer. What then?", "Globex")]
    [InlineData("What then? \"Hooli is next.", "Hooli")]
    [InlineData("Notably, what you've built works. Building goes on; You're next: Django.")]
    public void A_name_is_told_at_the_beginning_of_a_sentence_too_by_the_words_that_begin_one(string text, params string[] invented) =>
        new SourceCheck("Built a Django service") { Openers = new HashSet<string>(["what", "you", "then"], StringComparer.Ordinal) }.Invented(text).ShouldBe(invented);

    [Fact]
    public void A_very_long_text_is_looked_through() =>
        new SourceCheck(string.Concat(Enumerable.Repeat("Word word 12,345 ", 60_000))).Invented("Word 12,345 Other").ShouldBe(["Other"]);
}
