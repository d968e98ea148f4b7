using Accuracy.Examiner;
using EmbeddingService.Models.Static;
using FsCheck.Fluent;
using FsCheck;
using InterviewService.Evaluation;
using InterviewService.Questions;
using InterviewService.Questions.Knowledge;
using Shouldly;
using Testing;
using Xunit;

namespace InterviewService.Tests.Evaluation;

/// <summary>What holds for every answer: for generated texts, and for all the graded answers of tests/Accuracy, on the real word vectors.</summary>
public sealed class ScorePropertiesTests : IDisposable
{
    private static readonly ExaminedQuestion Index = new()
    {
        Text = "What does a database index do and when would you not add one?",
        Kind = QuestionType.Technical,
        ReferenceAnswer = "An index is a sorted structure that finds rows without scanning the table. It slows down writes and takes space, so small tables do without.",
        KeyPoints = ["An index finds rows without scanning the whole table", "Writes become slower because each index must be updated", "Not useful on a small table"],
    };

    private readonly StaticTextComparer texts = new(StaticTable.ReadBuiltIn());

    public void Dispose() => texts.Dispose();

    [Fact]
    public void Any_text_gets_a_score_between_0_and_100_that_is_the_sum_of_its_parts()
    {
        // Lone surrogates, control characters, any script; now and then as long as an answer may be.
        var characters = Gen.Frequency((6, Gen.Choose(32, 126)), (2, Gen.Choose(0, 0xFFFF)), (1, Gen.Choose(0x4E00, 0x9FFF)), (1, Gen.Elements(10, 32, 46, 44)));
        var answers = Gen.Frequency((9, Gen.Choose(0, 300)), (1, Gen.Constant(40_000))).SelectMany(length => Gen.ArrayOf(characters, length)).Select(text => new string([.. text.Select(character => (char)character)]));

        Check.One(Properties.Cases(100), Prop.ForAll(answers.ToArbitrary(), answer =>
        {
            var evaluation = Evaluate(Index, answer);
            var (accuracy, completeness, depth, expression) = evaluation.Rubric;
            return evaluation.Score == accuracy + completeness + depth + expression
                && accuracy is >= 0 and <= 40 && completeness is >= 0 and <= 20 && depth is >= 0 and <= 25 && expression is >= 0 and <= 15
                && evaluation.KeyPoints.All(point => point.Quote is null || answer.Substring(point.Offset, point.Quote.Length) == point.Quote);
        }));
    }

    [Fact]
    public void White_space_around_the_words_changes_nothing()
    {
        const string Answer = "An index is a tree that finds rows quickly. Writes get slower, since it has to be updated. On a small table it is of little use.";
        var spaced = Gen.ArrayOf(Gen.Elements(" ", "  ", "\t", " \r\n"), Answer.Split(' ').Length).Select(spaces => string.Concat(Answer.Split(' ').Zip(spaces, (word, space) => word + space)));
        var score = Evaluate(Index, Answer).Score;

        score.ShouldBeGreaterThan(40);
        Check.One(Properties.Cases(100), Prop.ForAll(spaced.ToArbitrary(), answer => Evaluate(Index, answer).Score == score));
    }

    [Fact]
    public void Making_a_further_point_hardly_ever_costs_anything()
    {
        // Every tenth question of the bank, told sentence by sentence: the reference answer and then the one in other words.
        var (steps, falls, deepest) = (0, 0, 0);
        foreach (var question in KnowledgeBase.Read().Topics.Where(topic => !topic.IsBehavioural).SelectMany(topic => topic.Questions).Where((_, place) => place % 10 == 0))
        {
            var examined = new ExaminedQuestion
            {
                Text = question.Text, Kind = QuestionType.Technical, ReferenceAnswer = question.Answer, KeyPoints = question.KeyPoints, Mistakes = question.Mistakes, OtherAnswers = question.OtherAnswers,
            };
            var sentences = AnswerText.Of(question.Answer).Sentences.Concat(AnswerText.Of(question.OtherAnswers[0]).Sentences).Select(sentence => sentence.Text).ToList();
            var before = 0;
            for (var said = 1; said <= sentences.Count; said++)
            {
                var score = Evaluate(examined, string.Join(' ', sentences.Take(said))).Score;
                (steps, falls, deepest) = (steps + 1, falls + (score < before - 1 ? 1 : 0), Math.Max(deepest, before - score));
                before = score;
            }
        }

        steps.ShouldBeGreaterThan(400);
        ((double)falls / steps).ShouldBeLessThan(0.05);
        deepest.ShouldBeLessThan(15);
    }

    [Fact]
    public void The_question_given_back_scores_0()
    {
        foreach (var question in Graded().Select(pair => pair.Question).Distinct())
            Evaluate(question, question.Text).Score.ShouldBe(0, question.Text);
    }

    private AnswerEvaluation Evaluate(ExaminedQuestion question, string answer) =>
        // The comparison is computed at once: nothing is waited for.
        new Examiner(texts).EvaluateAsync(question, answer, CancellationToken.None).GetAwaiter().GetResult();

    private static IEnumerable<(ExaminedQuestion Question, string Answer)> Graded() =>
        from file in GradedAnswers.Tuning
        from question in ReadFile(file)
        from answer in question.Answers
        select (question.Examined, answer.Text);

    private static IReadOnlyList<GradedQuestion> ReadFile(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Answers", name));
        return GradedAnswers.Read(file);
    }
}
