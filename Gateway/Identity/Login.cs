using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

internal sealed record LoginRequest(string? Email, string? Password);

internal sealed class Login(NpgsqlDataSource database, Passwords passwords, SignInThrottle throttle, Sessions sessions, SessionCookie cookie)
{
    public static async Task<Results<Ok<SignedIn>, ApiError>> HandleAsync(LoginRequest request, HttpContext context, Login login, CancellationToken cancellationToken)
    {
        var (signedIn, refusal) = await login.SignInAsync(request, context, cancellationToken);
        return signedIn is null ? refusal! : TypedResults.Ok(signedIn);
    }

    /// <summary>Signs in and sets the cookies, or says why not: 400, 401, or 429 with <c>Retry-After</c>.</summary>
    public async Task<(SignedIn? SignedIn, ApiError? Refusal)> SignInAsync(LoginRequest request, HttpContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.Email))
            return (null, new ApiError(StatusCodes.Status400BadRequest, "Email is required"));
        if (string.IsNullOrEmpty(request.Password))
            return (null, new ApiError(StatusCodes.Status400BadRequest, "Password is required"));

        var email = EmailAddress.Normalise(request.Email);
        var attempt = await throttle.CountAsync(email ?? request.Email, context.Connection.RemoteIpAddress, cancellationToken);
        if (attempt.RefusedForSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return (null, new ApiError(StatusCodes.Status429TooManyRequests, "Too many sign-in attempts. Please try again later."));
        }

        // An unknown account and a wrong password: the same work and the same answer.
        var account = email is null ? null : await FindAsync(email, cancellationToken);
        var verification = await passwords.VerifyAsync(account?.PasswordHash, request.Password, cancellationToken);
        if (account is null || verification == PasswordVerificationResult.Failed)
            return (null, WrongEmailOrPassword());

        await throttle.TakeBackAsync(attempt, cancellationToken);
        if (verification == PasswordVerificationResult.SuccessRehashNeeded)
            await RehashAsync(account, await passwords.HashAsync(request.Password, cancellationToken), cancellationToken);
        var user = new User(account.Id, account.Email, account.Username, account.FullName, account.CreatedAt);
        if (await sessions.StartAsync(user, Device.Of(context.Request), cancellationToken) is not { } signedIn)
            return (null, WrongEmailOrPassword());

        cookie.Set(context, signedIn);
        return (signedIn, null);
    }

    private static ApiError WrongEmailOrPassword() => new(StatusCodes.Status401Unauthorized, "Invalid email or password");

    private async Task<Account?> FindAsync(string email, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Account>(new CommandDefinition(
            $"SELECT {User.Columns}, password_hash FROM users WHERE email = @email", new { email }, cancellationToken: cancellationToken));
    }

    private async Task RehashAsync(Account account, string hash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE users SET password_hash = @hash WHERE id = @Id AND password_hash = @PasswordHash",
            new { hash, account.Id, account.PasswordHash },
            cancellationToken: cancellationToken));
    }

    private sealed record Account(long Id, string Email, string? Username, string? FullName, DateTimeOffset CreatedAt, string PasswordHash);
}
