using ChatCvService.CvData;
using ServiceDefaults.Ai;

namespace ChatCvService.Conversation.Model;

/// <summary>Words the reply of a turn: it says what the rules would say, and asks what they ask.</summary>
internal static class WordReply
{
    private const string Instructions = """
        You help a person to write a CV by talking. "draft" is what has to be said next: it confirms what was understood from "message" and asks one question, or none. Say the same
        in one to three friendly, plain sentences that go with what the person said. Ask exactly the draft's question, for every single thing that it asks for; ask none when it
        asks none. Promise nothing, claim nothing that "draft" does not say. Use no name and no number that the data does not have. Write in the language of the draft.
        """;

    private static readonly AnswerSchema Schema = new("reply", """
        {
          "type": "object",
          "properties": { "reply": { "type": "string", "minLength": 5, "maxLength": 1200 } },
          "required": ["reply"],
          "additionalProperties": false
        }
        """);

    internal sealed record Answer(string Reply);

    public static AiTask<Answer> Task(Turn turn, string message)
    {
        var check = new SourceCheck(turn.Reply, message, CvJson.Write(turn.Cv));
        return new AiTask<Answer>
        {
            Name = "chat.reply",
            Instructions = Instructions,
            Data = new { draft = turn.Reply, message },
            Schema = Schema,
            ProblemsOf = answer =>
            [
                .. check.ProblemsOf("reply", answer.Reply),
                .. answer.Reply.Contains('?', StringComparison.Ordinal) == turn.Reply.Contains('?', StringComparison.Ordinal) ? (string[])[] : ["reply must ask the question of the draft, and none when it has none"],
            ],
        };
    }
}
