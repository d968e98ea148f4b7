using InterviewService.Questions.Knowledge;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Questions.Knowledge;

/// <summary>How the files of the question bank are read, and what stops the service when one is wrong.</summary>
public sealed class KnowledgeBaseTests
{
    private const string Sound = """
        {
          "version": "1.0.0",
          "family": "Databases",
          "topics": [
            {
              "id": "redis",
              "name": "Redis",
              "skills": ["Redis", "Caching"],
              "questions": [
                {
                  "id": "redis-1", "level": "senior", "text": "Why?", "intention": "Checks.", "answer": "Because.",
                  "keyPoints": ["One", "Two", "Three", "Four"], "mistakes": ["Never.", "Always.", "Once."], "otherAnswers": ["As I see it."], "followUp": "And then?"
                },
                {
                  "id": "redis-2", "level": "junior", "text": "How?", "intention": "Checks.", "answer": "So.",
                  "keyPoints": ["One", "Two", "Three", "Four"], "mistakes": ["Never.", "Always.", "Once."], "otherAnswers": ["As I see it."], "followUp": "And then?"
                }
              ]
            }
          ]
        }
        """;

    [Fact]
    public void A_topic_carries_its_family_and_its_questions_from_the_easiest_on()
    {
        var topic = Read(Sound).Topics.ShouldHaveSingleItem();

        topic.Family.ShouldBe("Databases");
        topic.IsBehavioural.ShouldBeFalse();
        topic.Questions.Select(question => (question.Id, question.TopicId, question.Level)).ShouldBe([("redis-2", "redis", QuestionLevel.Junior), ("redis-1", "redis", QuestionLevel.Senior)]);
    }

    [Fact]
    public void Topics_are_found_by_a_skill_in_any_case() =>
        Read(Sound).TopicsOf("CACHING").ShouldHaveSingleItem().Id.ShouldBe("redis");

    [Fact]
    public void A_skill_without_questions_has_no_topics() => Read(Sound).TopicsOf("Falconry").ShouldBeEmpty();

    [Fact]
    public void The_topic_that_is_closest_to_a_skill_comes_first()
    {
        var other = Sound
            .Replace("\"Databases\"", "\"Architecture\"", StringComparison.Ordinal)
            .Replace("redis", "caching", StringComparison.Ordinal)
            .Replace("\"Redis\", \"Caching\"", "\"Caching\", \"Redis\"", StringComparison.Ordinal)
            .Replace("Why?", "Why not?", StringComparison.Ordinal)
            .Replace("How?", "How not?", StringComparison.Ordinal);
        var knowledge = KnowledgeBase.Read([("architecture.json", other), ("databases.json", Sound)]);

        knowledge.TopicsOf("Redis").Select(topic => topic.Id).ShouldBe(["redis", "caching"]);
        knowledge.TopicsOf("Caching").Select(topic => topic.Id).ShouldBe(["caching", "redis"]);
    }

    [Theory]
    [InlineData("\"followUp\": \"And then?\"", "\"followUp\": \"And then?\", \"hint\": \"x\"", "hint")]
    [InlineData(", \"followUp\": \"And then?\"", "", "followUp")]
    [InlineData("\"name\": \"Redis\"", "\"name\": null", "name")]
    [InlineData("\"name\": \"Redis\"", "\"name\": \"Redis\", \"name\": \"Redis\"", "name")]
    [InlineData("\"senior\"", "\"expert\"", "level")]
    [InlineData("\"senior\"", "2", "level")]
    [InlineData("\"Redis\", \"Caching\"", "\"Redis\", \"redis\"", "redis")]
    [InlineData("\"Redis\", \"Caching\"", "\"Redis\", \" \"", "redis")]
    [InlineData("redis-2", "redis-1", "redis-1")]
    [InlineData("redis-2", "valkey-2", "valkey-2")]
    [InlineData("How?", "why?", "redis-2")]
    [InlineData("\"Because.\"", "\" \"", "redis-1")]
    [InlineData("\"Three\", \"Four\"", "\"Three\"", "redis-1")]
    [InlineData("\"Three\", \"Four\"", "\"Three\", \"three\"", "redis-1")]
    [InlineData("\"Always.\", \"Once.\"", "\"Once.\"", "redis-1")]
    [InlineData("\"Always.\", \"Once.\"", "\"2.\", \"3.\", \"4.\", \"5.\", \"6.\", \"7.\", \"8.\", \"9.\", \"10.\", \"11.\"", "redis-1")]
    [InlineData("\"Always.\", \"Once.\"", "\"Always.\", \"always.\"", "redis-1")]
    [InlineData("\"Always.\", \"Once.\"", "\"Always.\", \" \"", "redis-1")]
    [InlineData("\"mistakes\": [\"Never.\", \"Always.\", \"Once.\"], ", "", "mistakes")]
    [InlineData("\"otherAnswers\": [\"As I see it.\"], ", "", "otherAnswers")]
    [InlineData("[\"As I see it.\"]", "[\"1.\", \"2.\", \"3.\", \"4.\", \"5.\"]", "redis-1")]
    [InlineData("[\"As I see it.\"]", "[\"As I see it.\", \"As I see it.\"]", "redis-1")]
    [InlineData("\"As I see it.\"", "\" \"", "redis-1")]
    [InlineData("\"family\": \"Databases\"", "\"family\": \"Databases\", \"behavioural\": true", "redis-1")]
    [InlineData("\"version\": \"1.0.0\"", "\"version\": \"\"", "version")]
    public void A_mistake_stops_the_start_and_is_named_with_its_file(string written, string instead, string named)
    {
        var broken = Sound.Replace(written, instead, StringComparison.Ordinal);
        broken.ShouldNotBe(Sound);

        var refusal = Should.Throw<InvalidDataException>(() => Read(broken)).Message;

        refusal.ShouldContain("databases.json");
        refusal.ShouldContain(named);
    }

    [Fact]
    public void Chinese_needs_as_many_key_points_as_English()
    {
        var broken = Sound.Replace(
            "\"followUp\": \"And then?\"",
            """ "followUp": "And then?", "chinese": { "text": "为什么？", "intention": "考察。", "answer": "因为。", "keyPoints": ["一", "二", "三", "四", "五"], "followUp": "然后呢？" }""",
            StringComparison.Ordinal);

        Should.Throw<InvalidDataException>(() => Read(broken)).Message.ShouldContain("redis-1");
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" "mistakes": ["从不。", "总是。"],""")]
    public void Chinese_needs_mistakes_of_its_own(string mistakes)
    {
        var broken = Sound.Replace(
            "\"followUp\": \"And then?\"",
            """ "followUp": "And then?", "chinese": { "text": "为什么？", "intention": "考察。", "answer": "因为。", "keyPoints": ["一", "二", "三", "四"], MISTAKES "followUp": "然后呢？" }""".Replace("MISTAKES", mistakes, StringComparison.Ordinal),
            StringComparison.Ordinal);

        Should.Throw<InvalidDataException>(() => Read(broken)).Message.ShouldContain("mistakes");
    }

    [Fact]
    public void A_behavioural_question_has_no_Chinese_mistakes()
    {
        var behavioural = Sound
            .Replace("\"family\": \"Databases\"", "\"family\": \"Databases\", \"behavioural\": true", StringComparison.Ordinal)
            .Replace("\"followUp\": \"And then?\"", """ "followUp": "And then?", "star": { "situation": "a", "task": "b", "action": "c", "result": "d" }, "chinese": { "text": "为什么？", "intention": "考察。", "answer": "因为。", "keyPoints": ["一", "二", "三", "四"], "mistakes": ["从不。", "总是。", "一次。"], "followUp": "然后呢？" }""", StringComparison.Ordinal);

        Should.Throw<InvalidDataException>(() => Read(behavioural)).Message.ShouldContain("Chinese mistakes");
    }

    [Fact]
    public void Files_of_two_versions_do_not_go_together()
    {
        var older = Sound.Replace("1.0.0", "0.9.0", StringComparison.Ordinal).Replace("\"Databases\"", "\"Caches\"", StringComparison.Ordinal);

        Should.Throw<InvalidDataException>(() => KnowledgeBase.Read([("databases.json", Sound), ("caches.json", older)])).Message.ShouldContain("caches.json");
    }

    private static KnowledgeBase Read(string json) => KnowledgeBase.Read([("databases.json", json)]);
}
