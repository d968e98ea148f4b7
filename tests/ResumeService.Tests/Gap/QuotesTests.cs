using ResumeService.Gap;
using ResumeService.Profiles;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Gap;

public sealed class QuotesTests
{
    [Theory]
    [InlineData("Skills\nPython, Go\nLanguages", "Python", "Python, Go")]
    // A bullet that the page's width broke is quoted whole.
    [InlineData("Head chef\nIntroduced a spreadsheet-driven scheduling model in Excel\nthat cut overtime by 18%\nHired a team of 35", "Excel", "Introduced a spreadsheet-driven scheduling model in Excel\nthat cut overtime by 18%")]
    // Of a paragraph the sentence counts, from its beginning to its end.
    [InlineData("I completed a bootcamp and three certificates while still\nworking full time, and I now combine SQL, Python, and dashboards with\nhard-won experience. I look for a first role on a team that\nvalues curiosity.", "Python", "I completed a bootcamp and three certificates while still\nworking full time, and I now combine SQL, Python, and dashboards with\nhard-won experience.")]
    [InlineData("Trained six new nurses on the ward in the last year. Wrote the\nguide that the hospital uses. Speaks Spanish.", "guide", "Wrote the\nguide that the hospital uses.")]
    // One skill a line, in lower case: each line is its own.
    [InlineData("docker\nkubernetes\nterraform", "kubernetes", "kubernetes")]
    [InlineData("Worked on the data platform of the whole company. \nbuilt with Python", "Python", "built with Python")]
    public void A_mention_is_quoted_with_the_line_or_sentence_it_stands_in(string text, string word, string quoted)
    {
        var quote = Quotes.Around(text, new TextSpan(text.IndexOf(word, StringComparison.Ordinal), word.Length));

        quote.Text.ShouldBe(quoted);
        text[quote.Start..quote.End].ShouldBe(quote.Text);
        text[quote.MatchStart..quote.MatchEnd].ShouldBe(word);
    }

    [Fact]
    public void Lines_broken_by_the_page_s_width_are_shown_as_one_and_the_others_stay()
    {
        const string Text = "Built dashboards for a group of three cafes that\nshow margins by the hour.\nWrote models in SQL\nand Python";

        Quotes.Unwrapped(Text).ShouldBe("Built dashboards for a group of three cafes that show margins by the hour.\nWrote models in SQL\nand Python");
    }

    [Fact]
    public void A_sentence_without_an_end_is_cut_at_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("and then some more of it", 60)).Insert(700, " Python");

        var quote = Quotes.Around(text, new TextSpan(text.IndexOf("Python", StringComparison.Ordinal), 6));

        quote.Text.Length.ShouldBeLessThanOrEqualTo(Quotes.MaxLength);
        quote.Text.ShouldContain("Python");
        text[quote.Start - 1].ShouldBe(' ');
    }
}
