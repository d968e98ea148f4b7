using System.Text.Json.Nodes;
using System.Text.Json;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation;
using ChatCvService.CvData;
using FsCheck.Fluent;
using FsCheck;
using Shouldly;
using Testing;
using Xunit;

namespace ChatCvService.Tests.Conversation;

/// <summary>What holds for every conversation, whoever speaks.</summary>
public sealed class BuiltInEnginePropertyTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    // Words that the CV's form brings along: levels of languages, an open end, a role that a verb names.
    private static readonly string[] FormWords = ["native", "fluent", "basic", "present", "intern"];

    [Theory]
    [InlineData(DocTypes.Cv)]
    [InlineData(DocTypes.CoverLetter)]
    public void Every_message_gets_a_reply(string docType) => Check(Messages.Conversation, messages => Hold(messages, docType).All(turn => turn.Reply.Length > 0));

    [Fact]
    public void The_same_conversation_gives_the_same_CV_and_replies() => Check(Messages.Conversation, messages => Hold(messages).Select(Written).SequenceEqual(Hold(messages).Select(Written), StringComparer.Ordinal));

    [Fact]
    public void Everything_in_the_CV_was_said() => Check(Messages.Conversation, messages =>
    {
        var said = Wording.WordsOf(Sentences.Normalize(string.Join('\n', messages))).Select(Beginning).ToHashSet(StringComparer.Ordinal);
        var unsaid = Wording.WordsOf(Texts(Hold(messages)[^1].Cv)).Where(word => !FormWords.Contains(word, StringComparer.OrdinalIgnoreCase) && !said.Contains(Beginning(word))).ToArray();
        return unsaid.Length == 0 ? true : throw new InvalidOperationException($"Nobody said {string.Join(", ", unsaid)}");
    }, isProposal: false);

    [Fact]
    public void No_list_holds_a_thing_twice() => Check(Messages.Conversation, messages =>
    {
        var cv = Hold([.. messages, .. messages])[^1].Cv;
        IReadOnlyList<string>[] lists =
        [
            cv.Skills.CoreCompetencies, cv.Skills.SoftwareProficiency, cv.Skills.LanguageFluency, cv.Skills.Certifications, cv.AwardsAndRecognitions, [.. cv.KeyProjectsAchievements.Select(project => project.Name)],
            [.. cv.Experience.Select(job => $"{job.Title}|{job.Company}|{job.StartDate}|{job.EndDate}")], [.. cv.Education.Select(school => $"{school.Institution}|{school.Degree}|{school.FieldOfStudy}")], .. cv.Experience.Select(job => job.DescriptionBullets),
        ];
        return lists.All(list => list.Select(item => item.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count() == list.Count);
    });

    [Theory]
    [InlineData("I'm Ana Ruiz, a nurse in Leeds")]
    [InlineData("I work as a nurse at Acme Clinic since March 2021, I train new nurses and cut waiting times by 12%")]
    [InlineData("Before that I was an assistant at Zeta Hospital in Bradford from 06/2017 to 02/2021")]
    [InlineData("I have a BSc in Nursing from the University of Leeds, graduated in May 2017")]
    [InlineData("I'm good at triage and wound care. I use Epic and Excel")]
    [InlineData("I speak English and Spanish fluently")]
    [InlineData("I'm ACLS certified")]
    [InlineData("I built an app called WardMap using Python")]
    [InlineData("I won the Nurse of the Year award in 2022")]
    public void A_fact_said_again_changes_nothing(string message)
    {
        var turns = Hold([message, "thanks", message, "ok", message]);

        Json(turns[0].Cv).ShouldNotBe(Json(new Cv()));
        Json(turns[^1].Cv).ShouldBe(Json(turns[0].Cv));
    }

    [Fact]
    public void Dates_are_months_in_their_order() => Check(Messages.Conversation, messages => Hold(messages)[^1].Cv.Experience.All(job =>
        IsMonth(job.StartDate) && (job.EndDate == "Present" || IsMonth(job.EndDate))));

    [Theory]
    [InlineData("in ")]
    [InlineData("a, ")]
    [InlineData("(")]
    [InlineData("1 ")]
    [InlineData("@a.")]
    [InlineData("I am at ")]
    [InlineData("and I was ")]
    [InlineData("Aa Bb ")]
    [InlineData("2019-")]
    [InlineData("x.y@")]
    [InlineData("- a\n")]
    [InlineData("Skills: ")]
    [InlineData("diploma in ")]
    [InlineData("🙂 ")]
    public void The_longest_message_of_one_pattern_is_read(string pattern)
    {
        var message = string.Concat(Enumerable.Repeat(pattern, (20_000 / pattern.Length) + 1))[..20_000];

        Hold(["I'm Ana Ruiz, a nurse", message])[^1].Reply.ShouldNotBeEmpty();
    }

    private static void Check(Arbitrary<string[]> conversations, Func<string[], bool> holds, bool isProposal = true)
    {
        // A text that was proposed and accepted is worded by us: another test looks at its words.
        var all = isProposal ? conversations : conversations.Generator.Where(messages => !messages.Any(message => message.Contains("summary", StringComparison.OrdinalIgnoreCase) || message.Contains("bullets", StringComparison.OrdinalIgnoreCase))).ToArbitrary();
        FsCheck.Check.One(Properties.Cases(300), Prop.ForAll(all, holds));
    }

    private static List<Turn> Hold(IReadOnlyList<string> messages, string docType = DocTypes.Cv)
    {
        var turns = new List<Turn>();
        var dialogue = new Dialogue(docType, new Cv(), new Memory());
        foreach (var message in messages)
        {
            var turn = BuiltInEngine.TakeTurn(dialogue, message, Today);
            dialogue = dialogue with { Cv = turn.Cv, Memory = turn.Memory };
            turns.Add(turn);
        }

        return turns;
    }

    private static string Written(Turn turn) => Json(turn.Cv) + turn.Reply;

    private static string Json(Cv cv) => JsonSerializer.Serialize(cv);

    // Every text of the CV but the dates, whose form is ours.
    private static string Texts(Cv cv)
    {
        var texts = new List<string>();
        Collect(JsonSerializer.SerializeToNode(cv with { Experience = [.. cv.Experience.Select(job => job with { StartDate = "", EndDate = "" })], Education = [.. cv.Education.Select(school => school with { GraduationDate = "" })] }));
        return string.Join('\n', texts);

        void Collect(JsonNode? node)
        {
            if (node is JsonObject record)
                record.ToList().ForEach(member => Collect(member.Value));
            else if (node is JsonArray list)
                list.ToList().ForEach(Collect);
            else if (node is JsonValue value && value.TryGetValue<string>(out var text))
                texts.Add(text);
        }
    }

    private static string Beginning(string word) => new([.. Wording.Key(word).Take(4)]);

    private static bool IsMonth(string date) => date.Length == 0 || (date.Length == 7 && date[2] == '/' && int.Parse(date[..2], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12);
}
