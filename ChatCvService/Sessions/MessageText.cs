using ChatCvService.Persistence;

namespace ChatCvService.Sessions;

/// <summary>Limits of what a person may send in one message.</summary>
internal static class MessageText
{
    public const int MaxLength = 20_000;

    /// <summary>What is wrong with a message; null when nothing is.</summary>
    public static string? Problem(string? message, string field) =>
        string.IsNullOrWhiteSpace(message) ? $"{field} is required"
        : message.Length > MaxLength ? $"{field} is too long (maximum 20,000 characters)"
        // Postgres stores every character but this one.
        : message.Contains('\0', StringComparison.Ordinal) ? $"{field} contains a character that cannot be stored" : null;

    /// <summary>The request's idempotency key; null when it has none.</summary>
    public static (string? Key, string? Problem) KeyOf(HttpRequest request)
    {
        var key = request.Headers[SentBefore.Header].ToString().Trim();
        return key.Length == 0 ? (null, null) : key.Length > SentBefore.MaxKey ? (null, $"{SentBefore.Header} is too long (maximum {SentBefore.MaxKey} characters)") : (key, null);
    }
}
