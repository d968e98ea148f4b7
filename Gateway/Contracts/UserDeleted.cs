namespace Gateway.Contracts;

/// <summary>A user deleted the account: every service erases what it holds of that user.</summary>
/// <param name="UserId">The integer user id, never given to anybody else again.</param>
/// <param name="DeletedAt">UTC.</param>
public sealed record UserDeleted(long UserId, DateTimeOffset DeletedAt);
