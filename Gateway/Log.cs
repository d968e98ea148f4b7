namespace Gateway;

/// <summary>Who is named by id alone: never an e-mail address, a password, a token or a client's address.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "User {UserId} registered")]
    public static partial void UserRegistered(ILogger logger, long userId);

    [LoggerMessage(2, LogLevel.Information, "User {UserId} deleted the account")]
    public static partial void UserDeleted(ILogger logger, long userId);

    [LoggerMessage(3, LogLevel.Warning, "A used refresh token of session {SessionId} of user {UserId} was shown again; the session is revoked")]
    public static partial void RefreshTokenReused(ILogger logger, Guid sessionId, long userId);

    [LoggerMessage(4, LogLevel.Warning, "Sign-in attempts are throttled by {Limit} for another {Seconds} s")]
    public static partial void SignInThrottled(ILogger logger, string limit, int seconds);

    [LoggerMessage(6, LogLevel.Warning, "The OpenAPI document of {Service} could not be fetched: {Error}")]
    public static partial void DocumentUnavailable(ILogger logger, string service, string error);

    [LoggerMessage(8, LogLevel.Warning, "{Service} did not answer {Path} for the dashboard: {Error}")]
    public static partial void ListUnavailable(ILogger logger, string service, string path, string error);

    [LoggerMessage(9, LogLevel.Warning, "The data of user {UserId} could not be exported: {Error}")]
    public static partial void ExportFailed(ILogger logger, long userId, string error);

    [LoggerMessage(7, LogLevel.Information, "{Count} failed messages went back to {Queue}")]
    public static partial void DeadLettersReplayed(ILogger logger, int count, string queue);
}
