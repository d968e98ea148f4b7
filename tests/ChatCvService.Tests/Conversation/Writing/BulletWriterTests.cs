using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Writing;
using ChatCvService.CvData;
using FsCheck.Fluent;
using FsCheck;
using Shouldly;
using Testing;
using Xunit;

namespace ChatCvService.Tests.Conversation.Writing;

/// <summary>Lines of work in better words: the person's facts, no more and no fewer.</summary>
public sealed class BulletWriterTests
{
    private static readonly Gen<string> Line =
        from opening in Gen.Elements("", "I ", "Responsible for ", "Also ", "Was in charge of ", "mainly ")
        from verb in Gen.Elements("manage", "managed", "managing", "train", "wrote", "cut", "building", "raised", "Helped with", "greeting")
        from what in Gen.Elements("a team of 5", "costs by 12%", "the Acme web shop", "new nurses", "sales from $3M to $5M", "Python tools for ÖBB", "40 homes, 3 schools and a church", "X")
        select $"{opening}{verb} {what}";

    private static readonly Arbitrary<Job> Jobs = (
        from count in Gen.Choose(1, 5)
        from lines in Gen.ArrayOf(Line, count)
        from end in Gen.Elements("", "Present", "02/2021")
        select new Job { Title = "Nurse", Company = "Acme", StartDate = "01/2020", EndDate = end, DescriptionBullets = lines }).ToArbitrary();

    [Theory]
    [InlineData("Responsible for training new nurses", "Present", "Train new nurses")]
    [InlineData("Responsible for training new nurses", "02/2021", "Trained new nurses")]
    [InlineData("manage a team of 5", "02/2021", "Managed a team of 5")]
    [InlineData("Cut costs by 18%", "Present", "Cut costs by 18%")]
    [InlineData("mainly wrote reports", "02/2021", "Wrote reports")]
    [InlineData("The night shift", "Present", "The night shift")]
    public void A_line_begins_with_what_was_done_in_the_tense_of_the_job(string said, string end, string written) =>
        BulletWriter.Rewrite(new Job { EndDate = end, DescriptionBullets = [said] }).ShouldBe([written]);

    [Fact]
    public void A_result_joins_the_work_that_led_to_it() =>
        BulletWriter.Rewrite(new Job { EndDate = "02/2021", DescriptionBullets = ["Redesigned the checkout of a shoe shop", "Raised conversion by 12%", "Trained 2 juniors"] })
            .ShouldBe(["Redesigned the checkout of a shoe shop, raising conversion by 12%", "Trained 2 juniors"]);

    [Fact]
    public void No_number_name_or_word_is_new() => Check(job => Support.Unsupported(string.Join('\n', BulletWriter.Rewrite(job)), string.Join('\n', job.DescriptionBullets)).Count == 0 && Figures(BulletWriter.Rewrite(job)).All(Figures(job.DescriptionBullets).Contains));

    [Fact]
    public void No_number_and_no_name_is_lost() => Check(job => Figures(job.DescriptionBullets).All(Figures(BulletWriter.Rewrite(job)).Contains) && Names(job.DescriptionBullets).All(Names(BulletWriter.Rewrite(job)).Contains));

    [Fact]
    public void Words_written_once_are_not_written_anew() => Check(job =>
    {
        var once = BulletWriter.Rewrite(job);
        return BulletWriter.Rewrite(job with { DescriptionBullets = once }).Count <= once.Count && once.Count <= job.DescriptionBullets.Count;
    });

    private static void Check(Func<Job, bool> holds) => FsCheck.Check.One(Properties.Cases(500), Prop.ForAll(Jobs, holds));

    private static HashSet<string> Figures(IEnumerable<string> lines) => [.. lines.SelectMany(Wording.WordsOf).Where(word => word.Any(char.IsDigit))];

    private static HashSet<string> Names(IEnumerable<string> lines) => [.. lines.SelectMany(line => Wording.WordsOf(line).Skip(1)).Where(word => word is "Acme" or "Python" or "ÖBB")];
}
