using System.Globalization;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

/// <summary>What a sign-in form shows: what was typed, but for the password, and what is wrong with it.</summary>
public sealed record CredentialsForm
{
    public string Email { get; init; } = "";

    /// <summary>Where the sign-in leads back to; null for the dashboard.</summary>
    public string? Next { get; init; }

    public string? EmailError { get; init; }

    public string? PasswordError { get; init; }

    /// <summary>What is wrong with neither field.</summary>
    public string? FormError { get; init; }

    /// <summary>The API's refusal in words that help, at the field that they are about. The API's own messages are for programs.</summary>
    internal CredentialsForm Refused(ApiError refusal, HttpResponse response) => refusal switch
    {
        { Status: StatusCodes.Status409Conflict } => this with { EmailError = "This e-mail already has an account. Sign in instead, or use another address." },
        { Status: StatusCodes.Status429TooManyRequests } => this with { FormError = $"Too many tries in a short time. Try again in {Wait(response)}." },
        { Status: StatusCodes.Status401Unauthorized } => this with { PasswordError = "This e-mail and password do not fit together. Check both and try again." },
        { Message: { } message } when message.StartsWith("Password", StringComparison.Ordinal) => this with { PasswordError = "Write a password of 8 to 128 characters." },
        _ => this with { EmailError = "Write your e-mail address in full, such as name@example.com." },
    };

    private static string Wait(HttpResponse response)
    {
        var seconds = int.TryParse(response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 60;
        var minutes = (seconds + 59) / 60;
        return seconds < 60 ? $"{seconds} seconds" : minutes == 1 ? "a minute" : $"{minutes} minutes";
    }
}
