using Gateway.Identity;
using Shouldly;
using Xunit;

namespace Gateway.Tests.Identity;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("Sarah.Jones+work@Example.COM", "sarah.jones+work@example.com")]
    [InlineData("  o'neil@sub.example.co.uk  ", "o'neil@sub.example.co.uk")]
    [InlineData("jörg@bücher.example", "jörg@xn--bcher-kva.example")]
    // The same letter, composed and decomposed.
    [InlineData("jo\u0308rg@example.com", "j\u00f6rg@example.com")]
    public void An_address_has_one_spelling(string text, string expected) => EmailAddress.Normalise(text).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("@example.com")]
    [InlineData("someone@")]
    [InlineData("someone@example")]
    [InlineData("someone@example.com.")]
    [InlineData("someone@.example.com")]
    [InlineData("someone@exam_ple.com")]
    [InlineData("someone@127.0.0.1")]
    [InlineData(".someone@example.com")]
    [InlineData("some..one@example.com")]
    [InlineData("some\tone@example.com")]
    [InlineData("some\u202eone@example.com")]
    [InlineData("Someone <someone@example.com>")]
    [InlineData("a@b@example.com")]
    public void Anything_else_is_no_address(string text) => EmailAddress.Normalise(text).ShouldBeNull();

    [Fact]
    public void An_address_is_at_most_64_and_254_long()
    {
        EmailAddress.Normalise(new string('a', 64) + "@example.com").ShouldNotBeNull();
        EmailAddress.Normalise(new string('a', 65) + "@example.com").ShouldBeNull();
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 4)) + ".com";
        EmailAddress.Normalise("a@" + domain).ShouldNotBeNull();
        EmailAddress.Normalise("aaaaaaaaaaaaaaaaaaa@" + domain).ShouldBeNull();
    }
}
