using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

internal sealed record RegisterRequest(string? Email, string? Password, string? Username, string? FullName);

internal sealed class Register(NpgsqlDataSource database, Passwords passwords, TimeProvider time, ILogger<User> logger)
{
    public const int MinPassword = 8;
    public const int MaxPassword = 128;
    private const int MaxUsername = 64;
    private const int MaxFullName = 200;

    public static async Task<Results<Created<User>, ApiError>> HandleAsync(RegisterRequest request, Register register, CancellationToken cancellationToken)
    {
        var (user, refusal) = await register.CreateAsync(request, cancellationToken);
        return user is null ? refusal! : TypedResults.Created("/api/v1/users/me", user);
    }

    /// <summary>Creates the account, or says why not: 400 or 409.</summary>
    public async Task<(User? User, ApiError? Refusal)> CreateAsync(RegisterRequest request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Normalise(request.Email ?? "");
        if (ProblemOf(request, email) is { } problem)
            return (null, new ApiError(StatusCodes.Status400BadRequest, problem));

        var hash = await passwords.HashAsync(request.Password!, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var user = await connection.QuerySingleOrDefaultAsync<User>(new CommandDefinition(
            $"""
            INSERT INTO users (email, username, full_name, password_hash, created_at) VALUES (@email, @Username, @FullName, @hash, @Now)
            ON CONFLICT (email) DO NOTHING RETURNING {User.Columns}
            """,
            new { email, Username = Text(request.Username), FullName = Text(request.FullName), hash, Now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
        if (user is null)
            return (null, new ApiError(StatusCodes.Status409Conflict, "Email is already registered"));

        Log.UserRegistered(logger, user.Id);
        return (user, null);
    }

    private static string? ProblemOf(RegisterRequest request, string? email) => request switch
    {
        { Email: null or "" } => "Email is required",
        _ when email is null => "Email is not valid",
        { Password: null or "" } => "Password is required",
        { Password.Length: < MinPassword or > MaxPassword } => "Password must be 8 to 128 characters",
        _ when !IsText(request.Username, MaxUsername) => "Username must be at most 64 printable characters",
        _ when !IsText(request.FullName, MaxFullName) => "Full name must be at most 200 printable characters",
        _ => null,
    };

    private static bool IsText(string? text, int maxLength) => Text(text) is not { } given || (given.Length <= maxLength && !given.Any(char.IsControl));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
