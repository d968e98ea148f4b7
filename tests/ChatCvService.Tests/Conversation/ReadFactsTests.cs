using System.Text.Json;
using Accuracy.Conversations;
using ChatCvService.Conversation;
using ChatCvService.Conversation.Model;
using ChatCvService.CvData;
using ChatCvService.Tests.Running;
using ServiceDefaults.Json;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Conversation;

public sealed class ReadFactsTests
{
    [Theory]
    [InlineData("tuning")]
    [InlineData("held-out")]
    public void What_is_read_right_in_the_scripted_conversations_passes_the_checks(string group)
    {
        var refused = new List<string>();
        var turns = 0;
        foreach (var conversation in ScriptedConversation.Read(group))
        {
            var dialogue = new Dialogue(DocTypes.Cv, new Cv(), new Memory());
            foreach (var message in conversation.Messages)
            {
                var opening = BuiltInEngine.Open(dialogue, message, ScriptedConversation.Today);
                if (!string.IsNullOrWhiteSpace(opening.Text))
                {
                    turns++;
                    var task = ReadFacts.Task(opening, ScriptedConversation.Today);
                    var read = HonestModel.Facts(JsonSerializer.SerializeToNode(task.Data, PlatformJson.Internal)!.AsObject());
                    task.Schema.ProblemsOf(JsonSerializer.SerializeToElement(read)).ShouldBeEmpty(message);
                    refused.AddRange(task.ProblemsOf(read.Deserialize<ReadFacts.Answer>(PlatformJson.Internal)!).Select(problem => $"{conversation.Name}: {problem}"));
                }

                var turn = BuiltInEngine.TakeTurn(dialogue, message, ScriptedConversation.Today);
                dialogue = dialogue with { Cv = turn.Cv, Memory = turn.Memory };
            }
        }

        turns.ShouldBeGreaterThan(100);
        refused.ShouldBeEmpty();
    }
}
