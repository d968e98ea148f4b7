using ChatCvService.Conversation;
using ChatCvService.Conversation.Writing;
using ChatCvService.CvData;

namespace ChatCvService.Tests.Accuracy;

/// <summary>Holds scripted conversations with the built-in engine and counts what its CVs get right.</summary>
internal static class ConversationAccuracy
{
    /// <param name="Scores">Field by field.</param>
    /// <param name="Invented">Values that nobody said, with the conversation's name.</param>
    /// <param name="Conversations">How many.</param>
    /// <param name="Turns">Messages in all.</param>
    internal sealed record Result(FieldScores Scores, IReadOnlyList<string> Invented, int Conversations, int Turns);

    public static Result Measure(string group)
    {
        var conversations = ScriptedConversation.Read(group);
        var scores = new FieldScores();
        var invented = new List<string>();
        foreach (var conversation in conversations)
        {
            var cv = Hold(conversation);
            scores.Add(conversation.Name, conversation.Gold, cv);
            invented.AddRange(Support.Unsupported(cv, string.Join('\n', conversation.Messages), ScriptedConversation.Today).Select(value => $"{conversation.Name}: {value}"));
        }

        return new Result(scores, invented, conversations.Count, conversations.Sum(conversation => conversation.Messages.Count));
    }

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
}
