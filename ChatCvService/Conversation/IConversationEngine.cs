using ChatCvService.CvData;

namespace ChatCvService.Conversation;

/// <summary>Takes one message of a conversation: understands it, changes the CV, answers. Keeps nothing between calls.</summary>
internal interface IConversationEngine
{
    /// <summary>Same dialogue, message and day: same turn. Nothing is stored that the person did not say or accept.</summary>
    Task<Turn> TakeTurnAsync(Dialogue dialogue, string message, CancellationToken cancellationToken);
}

/// <param name="DocType"><c>cv</c> or <c>cover_letter</c>.</param>
/// <param name="Cv">What is known so far.</param>
/// <param name="Memory">What the conversation remembers besides it.</param>
internal sealed record Dialogue(string DocType, Cv Cv, Memory Memory)
{
    public bool IsLetter => DocType == DocTypes.CoverLetter;
}

/// <param name="Reply">What the person reads.</param>
/// <param name="Cv">The CV after the message.</param>
/// <param name="Memory">For the next turn.</param>
internal sealed record Turn(string Reply, Cv Cv, Memory Memory);

/// <summary>Values of <c>doc_type</c>.</summary>
internal static class DocTypes
{
    public const string Cv = "cv";
    public const string CoverLetter = "cover_letter";

    public static bool IsKnown(string? value) => value is Cv or CoverLetter;
}
