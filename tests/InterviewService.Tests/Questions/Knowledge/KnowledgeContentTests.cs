using System.Text.RegularExpressions;
using InterviewService.Questions.Knowledge;
using Shouldly;
using Testing;
using Xunit;

namespace InterviewService.Tests.Questions.Knowledge;

/// <summary>Rules that every question of the bank keeps; a rule names the questions that break it.</summary>
public sealed partial class KnowledgeContentTests
{
    private const double NearDuplicate = 0.6;
    private const double CoverageOfAll = 0.6;
    private const double CoverageOfOne = 0.25;

    private static readonly KnowledgeBase Knowledge = KnowledgeBase.Read();

    private static readonly HashSet<string> EmptyWords =
    [
        .. "that this with from they them then than when what which into only have does will more each every must your their there would should same other without because where while being also"
            .Split(' '),
    ];

    private static IEnumerable<KnowledgeQuestion> Questions => Knowledge.Topics.SelectMany(topic => topic.Questions);

    [Fact]
    public void The_bank_covers_at_least_120_topics_with_600_questions()
    {
        Knowledge.Topics.Count(topic => !topic.IsBehavioural).ShouldBeGreaterThanOrEqualTo(120);
        Questions.Count().ShouldBeGreaterThanOrEqualTo(600);
    }

    [Fact]
    public void At_least_14_competencies_are_asked_about() =>
        Knowledge.Topics.Count(topic => topic.IsBehavioural).ShouldBeGreaterThanOrEqualTo(14);

    [Fact]
    public void At_least_40_questions_are_there_in_Chinese() =>
        Questions.Count(question => question.Chinese is not null).ShouldBeGreaterThanOrEqualTo(40);

    [Fact]
    public void Each_topic_has_questions_of_all_levels() => Broken(
        Knowledge.Topics.Where(topic => topic.Questions.Select(question => question.Level).Distinct().Count() < 3).Select(topic => topic.Id));

    [Fact]
    public void Each_skill_is_spelled_as_the_ontology_spells_it()
    {
        var names = File.ReadLines(Path.Combine(PlatformFixture.Checkout, "ResumeService", "Skills", "skills.v1.txt"))
            .Where(line => line.Contains('|', StringComparison.Ordinal) && line[0] != '#')
            .Select(line => line.Split('|')[1].Trim().TrimEnd('?', '^', '*'))
            .ToHashSet(StringComparer.Ordinal);
        names.Count.ShouldBeGreaterThan(1_000);

        Broken(Knowledge.Topics.SelectMany(topic => topic.Skills.Where(skill => !names.Contains(skill)).Select(skill => $"{topic.Id}: {skill}")));
    }

    [Fact]
    public void Each_topic_can_be_reached_from_a_resume() => Broken(Knowledge.Topics.Where(topic => topic.Skills.Count == 0).Select(topic => topic.Id));

    [Fact]
    public void Texts_are_whole_sentences_without_stray_marks() => Broken(Questions
        .Where(question =>
            !Asked().IsMatch(question.Text) || !Sentence().IsMatch(question.Intention) || !Sentence().IsMatch(question.Answer) || !Asked().IsMatch(question.FollowUp) ||
            TextsOf(question).Any(text => StrayMarks().IsMatch(text)))
        .Select(question => question.Id));

    [Fact]
    public void Key_points_are_clauses_and_no_sentences() => Broken(Questions
        .Where(question => question.KeyPoints.Any(point => !Clause().IsMatch(point) || point.Split(' ').Length > 20))
        .Select(question => question.Id));

    [Fact]
    public void Answers_have_three_to_six_sentences() => Broken(Questions
        .Where(question => SentenceEnd().Count(question.Answer) is < 3 or > 6)
        .Select(question => question.Id));

    [Fact]
    public void Nothing_waits_to_be_written() => Broken(Questions
        .Where(question => TextsOf(question).Any(text => Unfinished().IsMatch(text)))
        .Select(question => question.Id));

    [Fact]
    public void No_two_questions_are_alike()
    {
        var asked = Questions.Select(question => (question.Id, Words: Stems(question.Text).ToHashSet(StringComparer.Ordinal))).ToArray();
        var alike = new List<string>();
        for (var first = 0; first < asked.Length; first++)
        {
            for (var second = first + 1; second < asked.Length; second++)
            {
                var shared = asked[first].Words.Count(asked[second].Words.Contains);
                if (shared > NearDuplicate * (asked[first].Words.Count + asked[second].Words.Count - shared))
                    alike.Add($"{asked[first].Id} and {asked[second].Id}");
            }
        }

        Broken(alike);
    }

    [Fact]
    public void No_two_questions_share_an_answer_or_a_follow_up_within_a_topic()
    {
        Questions.GroupBy(question => question.Answer, StringComparer.OrdinalIgnoreCase).ShouldAllBe(same => same.Count() == 1);
        Knowledge.Topics.SelectMany(topic => topic.Questions.GroupBy(question => question.FollowUp, StringComparer.OrdinalIgnoreCase)).ShouldAllBe(same => same.Count() == 1);
    }

    // Rows that got mixed up show at once: an answer holds the words of its own key points. What a person did at work is told in other words each time.
    [Fact]
    public void An_answer_covers_its_own_key_points() => Broken(Knowledge.Topics
        .Where(topic => !topic.IsBehavioural)
        .SelectMany(topic => topic.Questions)
        .Where(question =>
        {
            var answer = Stems(question.Answer).ToArray();
            var covered = question.KeyPoints.Select(point => Coverage(Stems(point).ToArray(), answer)).ToArray();
            return covered.Average() < CoverageOfAll || covered.Min() < CoverageOfOne;
        })
        .Select(question => question.Id));

    [Fact]
    public void Mistakes_are_whole_sentences_and_no_key_points() => Broken(Questions
        .Where(question => question.Mistakes.Any(mistake => !Sentence().IsMatch(mistake) || StrayMarks().IsMatch(mistake) || mistake.Split(' ').Length is < 5 or > 30)
            || question.Mistakes.Any(mistake => question.KeyPoints.Contains(mistake.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)))
        .Select(question => question.Id));

    [Fact]
    public void Each_other_answer_is_another_answer() => Broken(Questions
        .SelectMany(question => question.OtherAnswers, (question, other) => (Question: question, Other: other))
        .Where(pair =>
        {
            var answer = Stems(pair.Question.Answer).ToHashSet(StringComparer.Ordinal);
            var other = Stems(pair.Other).ToHashSet(StringComparer.Ordinal);
            return pair.Other[^1] is not ('.' or '?') || other.Count(answer.Contains) > 0.45 * other.Count || pair.Other.Split(' ').Length is < 30 or > 140;
        })
        .Select(pair => $"{pair.Question.Id}: {pair.Other[..40]}"));

    [Fact]
    public void Star_guidance_is_about_the_candidate() => Broken(Questions
        .Where(question => question.Star is { } star && !((string[])[star.Situation, star.Task, star.Action, star.Result]).Any(part => YouOrYour().IsMatch(part)))
        .Select(question => question.Id));

    [Fact]
    public void Chinese_texts_are_Chinese_and_end_as_Chinese_sentences_do() => Broken(Questions
        .Where(question => question.Chinese is { } chinese &&
            !(ChineseSentence().IsMatch(chinese.Text) && ChineseSentence().IsMatch(chinese.Intention) && ChineseSentence().IsMatch(chinese.Answer) &&
                ChineseSentence().IsMatch(chinese.FollowUp) && chinese.KeyPoints.All(point => ChineseClause().IsMatch(point))))
        .Select(question => question.Id));

    private static void Broken(IEnumerable<string> breaking) => breaking.ShouldBeEmpty();

    private static IEnumerable<string> TextsOf(KnowledgeQuestion question) =>
        [question.Text, question.Intention, question.Answer, question.FollowUp, .. question.KeyPoints, .. Parts(question.Star)];

    private static IEnumerable<string> Parts(StarGuidance? star) => star is null ? [] : [star.Situation, star.Task, star.Action, star.Result];

    private static double Coverage(string[] point, string[] answer) =>
        point.Length == 0 ? 1 : (double)point.Count(word => answer.Any(other => AreOneWord(word, other))) / point.Length;

    private static bool AreOneWord(string word, string other) =>
        word == other || (word.Length > 4 && other.Length > 4 && word.AsSpan(0, 5).SequenceEqual(other.AsSpan(0, 5)));

    private static IEnumerable<string> Stems(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(match => match.Value.Trim('.')).Where(word => word.Length > 3 && !EmptyWords.Contains(word)).Select(Stem);

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly", "e"])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3)
                return word[..^ending.Length];
        }

        return word;
    }

    [GeneratedRegex(@"^[A-Z].*[.?]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\S.*\.$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\S.*[^\s.,;:?!]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();

    [GeneratedRegex(@"(?<=[\w"")%])[.?!](?= |$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s\s|\s[,;?!](\s|$)|\.\.|,,", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StrayMarks();

    [GeneratedRegex(@"\b(TODO|TBD|FIXME|lorem|ipsum|placeholder|xxx)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\byour?s?\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YouOrYour();

    [GeneratedRegex(@"[a-z0-9+#.]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?=.*\p{IsCJKUnifiedIdeographs}).*[。？]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChineseSentence();

    [GeneratedRegex(@"^(?=.*\p{IsCJKUnifiedIdeographs}).*[^。？，；\s]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChineseClause();
}
