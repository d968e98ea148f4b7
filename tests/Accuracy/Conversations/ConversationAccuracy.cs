using ChatCvService.Conversation;
using ChatCvService.Conversation.Writing;
using ChatCvService.CvData;

namespace Accuracy.Conversations;

/// <summary>Holds scripted conversations with the built-in engine and counts what its CVs get right.</summary>
internal static class ConversationAccuracy
{
    public const double FieldGoal = 0.90;
    public const double DateGoal = 0.95;

    /// <param name="Conversation">What was said.</param>
    /// <param name="Scores">Field by field.</param>
    /// <param name="Invented">Values that nobody said.</param>
    internal sealed record Held(ScriptedConversation Conversation, FieldScores Scores, IReadOnlyList<string> Invented);

    public static IReadOnlyList<Held> Measure(string group) => [.. ScriptedConversation.Read(group).Select(Measure)];

    public static Cv Hold(ScriptedConversation conversation, Action<string, Turn>? watch = null)
    {
        var dialogue = new Dialogue(DocTypes.Cv, new Cv(), new Memory());
        foreach (var message in conversation.Messages)
        {
            var turn = BuiltInEngine.TakeTurn(dialogue, message, ScriptedConversation.Today);
            watch?.Invoke(message, turn);
            dialogue = dialogue with { Cv = turn.Cv, Memory = turn.Memory };
        }

        return dialogue.Cv;
    }

    private static Held Measure(ScriptedConversation conversation)
    {
        var cv = Hold(conversation);
        var scores = new FieldScores();
        scores.Add(conversation.Name, conversation.Gold, cv);
        return new Held(conversation, scores, Support.Unsupported(cv, string.Join('\n', conversation.Messages), ScriptedConversation.Today));
    }
}
