using System.Text.Json;
using ServiceDefaults.Ai;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Ai;

public sealed class AnswerSchemaTests
{
    private static readonly AnswerSchema Schema = new("list", """
        {
          "type": "object",
          "properties": {
            "items": {
              "type": "array",
              "minItems": 1,
              "maxItems": 2,
              "items": {
                "type": "object",
                "properties": { "kind": { "type": "string", "enum": ["a", "b"] }, "note": { "type": ["string", "null"], "maxLength": 5 }, "on": { "type": "boolean" } },
                "required": ["kind", "note", "on"],
                "additionalProperties": false
              }
            }
          },
          "required": ["items"],
          "additionalProperties": false
        }
        """);

    [Theory]
    [InlineData("""{"items":[{"kind":"a","note":null,"on":true}]}""")]
    [InlineData("""{"items":[{"kind":"a","note":"n","on":true},{"kind":"b","note":"","on":false}]}""")]
    public void An_answer_of_the_right_shape_has_no_problems(string json) => Schema.ProblemsOf(JsonElement.Parse(json)).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"items":[]}""", "$.items must have at least 1 items")]
    [InlineData("""{"items":[1,2,3]}""", "$.items must have at most 2 items")]
    [InlineData("""{"items":[{"kind":"c","note":null,"on":true}]}""", "$.items[0].kind must be one of [\"a\", \"b\"]")]
    [InlineData("""{"items":[{"kind":"a","note":"longer","on":true}]}""", "$.items[0].note must have at most 5 characters")]
    [InlineData("""{"items":[{"kind":"a","note":3,"on":true}]}""", "$.items[0].note must be of type [\"string\", \"null\"]")]
    [InlineData("""{"items":[{"kind":"a","note":null,"on":"true"}]}""", "$.items[0].on must be of type boolean")]
    [InlineData("""{"items":{}}""", "$.items must be of type array")]
    public void What_is_wrong_is_named_with_its_place(string json, string problem) => Schema.ProblemsOf(JsonElement.Parse(json)).ShouldBe([problem]);

    [Fact]
    public void Rules_that_strict_endpoints_refuse_are_kept_here_and_not_sent()
    {
        Schema.Sent.GetRawText().ShouldNotContain("maxLength");
        Schema.Sent.GetRawText().ShouldContain("\"maxItems\":2");
    }

    [Fact]
    public void An_answer_of_many_faults_is_not_listed_to_its_end() =>
        new AnswerSchema("many", """{"type":"object","properties":{"n":{"type":"array","items":{"type":"integer"}}},"required":["n"],"additionalProperties":false}""")
            .ProblemsOf(JsonElement.Parse($$"""{"n":[{{string.Join(',', Enumerable.Repeat("\"x\"", 500))}}]}""")).Count.ShouldBe(12);
}
