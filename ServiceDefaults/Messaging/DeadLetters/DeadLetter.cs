namespace ServiceDefaults.Messaging.DeadLetters;

/// <summary>A queue's error queue, as far as it was looked at.</summary>
/// <param name="Queue">The queue whose messages failed; the error queue is called <c>{Queue}_error</c>.</param>
/// <param name="Count">Messages in the error queue.</param>
/// <param name="Messages">The oldest of them, at most <see cref="DeadLetterBox.MostShown"/>.</param>
public sealed record FailedMessages(string Queue, long Count, IReadOnlyList<DeadLetter> Messages);

/// <summary>A message that failed for good. Nothing of its body is shown.</summary>
/// <param name="MessageId">Identity of the message; null when the publisher gave none.</param>
/// <param name="MessageType">For instance <c>ResumeService.Contracts:ResumeParsed</c>.</param>
/// <param name="ExceptionType">Type of the exception it failed with.</param>
/// <param name="FailedAt">UTC.</param>
public sealed record DeadLetter(string? MessageId, string? MessageType, string? ExceptionType, DateTimeOffset? FailedAt);

/// <param name="Queue">The queue the messages went back to.</param>
/// <param name="Moved">How many.</param>
public sealed record Replay(string Queue, int Moved);
