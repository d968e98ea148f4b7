using ServiceDefaults.Ai;

namespace ChatCvService.Conversation.Model;

/// <summary>
/// A language model within the built-in engine's turn: the model reads the facts of a message and words replies and proposals. What a message wants, how facts change the CV,
/// and what is asked next stays the rules' to decide.
/// </summary>
internal sealed class ModelEngine(StructuredChat chat, TimeProvider time) : IConversationEngine
{
    /// <exception cref="AiException">The model failed; nothing of the turn counts.</exception>
    public Task<Turn> TakeTurnAsync(Dialogue dialogue, string message, CancellationToken cancellationToken) =>
        chat.WithinLimitAsync(token => UnderstandAndReplyAsync(dialogue, message, token), cancellationToken);

    private async Task<Turn> UnderstandAndReplyAsync(Dialogue dialogue, string message, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var opening = BuiltInEngine.Open(dialogue, message, today);
        if (!string.IsNullOrWhiteSpace(opening.Text))
        {
            var understood = await chat.AskAsync(ReadFacts.Task(opening, today), cancellationToken);
            opening.Draft.Apply(ReadFacts.FactsOf(understood, opening));
        }

        var turn = BuiltInEngine.Close(opening);
        if (turn.Memory.Proposal is { } proposal)
            return WordProposal.Apply(turn, proposal, await chat.AskAsync(WordProposal.Task(turn, proposal), cancellationToken));
        // A list of what is known or missing is the rules' own: nothing may be left out of it.
        return turn.Reply.Contains('\n', StringComparison.Ordinal) ? turn : turn with { Reply = (await chat.AskAsync(WordReply.Task(turn, message), cancellationToken)).Reply.Trim() };
    }
}
