using InterviewService.Evaluation;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Evaluation;

/// <summary>Sentences and stories of the tests' own, none of them from the question bank.</summary>
public sealed class ConductTests
{
    [Theory]
    [InlineData("I sat down with her, listened, and we agreed on two small steps for the next three weeks.", "It wasn't my job, so I ignored him and told nobody.")]
    [InlineData("I rang the customer the same afternoon and told her what had gone wrong.", "I never admit a mistake, because people only use it against you.")]
    [InlineData("I asked two colleagues to try the checklist for a week and changed what they stumbled over.", "I always say what I think, and whoever can't take it has a problem.")]
    public void A_sentence_on_what_was_done_well_speaks_more_for_the_person_than_one_of_looking_away(string good, string poor) =>
        Conduct.Known.Of(Only(good)).ShouldBeGreaterThan(Conduct.Known.Of(Only(poor)) + 1);

    [Fact]
    public void Words_that_the_question_bank_does_not_have_say_nothing() => Conduct.Known.Of(Only("Zyxomma qwertzian flurbish.")).ShouldBe(0);

    [Fact]
    public void The_least_favourable_sentence_of_a_story_is_told_and_none_of_a_good_one()
    {
        Story.Of(AnswerText.Of("A parcel was lost. It wasn't my job, so I ignored the customer and told nobody about it.")).DoubtAt!.Text.ShouldStartWith("It wasn't my job");
        Story.Of(AnswerText.Of("I rang the customer the same afternoon, told her what had gone wrong and sent a new parcel by courier.")).DoubtAt.ShouldBeNull();
    }

    [Fact]
    public void A_story_fits_the_question_it_answers_better_than_another()
    {
        var question = Questions.First(text => text.Contains("feedback", StringComparison.OrdinalIgnoreCase));
        var other = Questions.First(text => text.Contains("deadline", StringComparison.OrdinalIgnoreCase));
        var story = AnswerText.Of("My manager gave me hard feedback: in reviews I sounded harsh. I asked for examples, thanked her, and for a month I reread each comment before sending it. Two colleagues told me later that my feedback had become easier to take.");

        var own = StoryTopics.Known.Fit(question, story)!.Value;

        own.Rank.ShouldBeGreaterThan(0.9);
        own.Closeness.ShouldBeGreaterThan(StoryTopics.Known.Fit(other, story)!.Value.Closeness);
    }

    [Fact]
    public void A_question_that_the_bank_does_not_have_has_no_fit() => StoryTopics.Known.Fit("What did you do at Harbor?", AnswerText.Of("I rewrote the importer.")).ShouldBeNull();

    private static IEnumerable<string> Questions =>
        InterviewService.Questions.Knowledge.KnowledgeBase.Read().Topics.Where(topic => topic.IsBehavioural).SelectMany(topic => topic.Questions).Select(question => question.Text);

    private static Sentence Only(string text) => AnswerText.Of(text).Sentences.ShouldHaveSingleItem();
}
