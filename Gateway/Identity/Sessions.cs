using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Dapper;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using ServiceDefaults.Auth;

namespace Gateway.Identity;

/// <summary>
/// Sessions: a sign-in, its access tokens (claim <c>sid</c>) and its family of refresh tokens, of which the newest alone is good. A session that is revoked is
/// deleted, and with it everything it gave out.
/// </summary>
internal sealed class Sessions(NpgsqlDataSource database, IConfiguration configuration, IOptions<SignInOptions> options, TimeProvider time, ILogger<Sessions> logger)
{
    /// <summary>Value of <c>type</c> in a token that is good for <c>POST /api/v1/auth/refresh</c> alone.</summary>
    public const string RefreshType = "refresh";

    private readonly SymmetricSecurityKey _key = PlatformTokens.SigningKey(configuration);

    /// <summary>Starts a session of <paramref name="user"/> on <paramref name="device"/>; null when the account was deleted meanwhile.</summary>
    public async Task<SignedIn?> StartAsync(User user, string device, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sessionId = Guid.CreateVersion7();
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var started = await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sessions (id, user_id, created_at, expires_at, cookie_hash, device, last_used_at)
            SELECT @sessionId, id, @now, @now, @CookieHash, @device, @now FROM users WHERE id = @UserId FOR KEY SHARE
            """,
            new { sessionId, UserId = user.Id, now, CookieHash = Hash(secret), device }, transaction, cancellationToken: cancellationToken));
        if (started == 0)
            return null;
        var signedIn = await IssueAsync(transaction, user, sessionId, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return signedIn with { BrowserKey = $"{sessionId:N}{secret}" };
    }

    /// <summary>
    /// A new access token for the browser that began the session, by what its cookie holds; null when the session is over. Each use gives the session its whole
    /// life again. Unlike a refresh token it is good for many uses: two tabs ask at once, and no script can read it.
    /// </summary>
    public async Task<string?> RenewAsync(string browserKey, CancellationToken cancellationToken)
    {
        const int IdLength = 32;
        if (browserKey.Length <= IdLength || !Guid.TryParseExact(browserKey[..IdLength], "N", out var sessionId))
            return null;
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var userId = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            "UPDATE sessions SET expires_at = @ExpiresAt, last_used_at = @now WHERE id = @sessionId AND cookie_hash = @CookieHash AND expires_at > @now RETURNING user_id",
            new { sessionId, CookieHash = Hash(browserKey[IdLength..]), now, ExpiresAt = now + options.Value.RefreshTokenLifetime },
            cancellationToken: cancellationToken));
        return userId is { } id ? AccessToken(id, sessionId, now) : null;
    }

    /// <summary>
    /// Changes a refresh token for a new one. Null when it is unknown, old or revoked; one that was used before revokes its session, because one of the two
    /// who showed it is not the user.
    /// </summary>
    public async Task<SignedIn?> RotateAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hash = Hash(refreshToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // The session is locked before its tokens, here as in a deletion; whoever comes second sees what the first has done.
        var sessionId = await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            "SELECT id FROM sessions WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = @hash) FOR UPDATE",
            new { hash }, transaction, cancellationToken: cancellationToken));
        if (sessionId is not { } id)
            return null;

        var user = await connection.QuerySingleAsync<User>(new CommandDefinition(
            $"SELECT {User.Columns} FROM users WHERE id = (SELECT user_id FROM sessions WHERE id = @id)",
            new { id }, transaction, cancellationToken: cancellationToken));
        var token = await connection.QuerySingleAsync<TokenState>(new CommandDefinition(
            "SELECT used_at IS NOT NULL AS used, expires_at FROM refresh_tokens WHERE hash = @hash",
            new { hash }, transaction, cancellationToken: cancellationToken));
        SignedIn? signedIn = null;
        if (token.Used)
        {
            await connection.ExecuteAsync(new CommandDefinition("DELETE FROM sessions WHERE id = @id", new { id }, transaction, cancellationToken: cancellationToken));
            Log.RefreshTokenReused(logger, id, user.Id);
        }
        else if (token.ExpiresAt > now)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE refresh_tokens SET used_at = @now WHERE hash = @hash", new { now, hash }, transaction, cancellationToken: cancellationToken));
            signedIn = await IssueAsync(transaction, user, id, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return signedIn;
    }

    /// <summary>Revokes the session that gave out <paramref name="refreshToken"/>, if there is one.</summary>
    public async Task EndAsync(string refreshToken, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM sessions WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = @Hash)",
            new { Hash = Hash(refreshToken) }, cancellationToken: cancellationToken));
    }

    /// <summary>Revokes the session of a signed-in user's token.</summary>
    public async Task EndAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.TryGetUserId(out var userId) && TryGetSessionId(user, out var sessionId) && sessionId is { } id)
            await EndAsync(userId, id, cancellationToken);
    }

    /// <summary>The sessions of a user that are not over, the caller's own first, then the last used.</summary>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        _ = TryGetSessionId(user, out var own);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var sessions = await connection.QueryAsync<OpenSession>(new CommandDefinition(
            """
            SELECT id, device, created_at, last_used_at, id IS NOT DISTINCT FROM @own AS is_own FROM sessions
            WHERE user_id = @UserId AND expires_at > @Now ORDER BY is_own DESC, last_used_at DESC, id DESC
            """,
            new { UserId = user.UserId(), own, Now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
        return sessions.AsList();
    }

    /// <summary>Revokes one session of the user, by its id; somebody else's stays.</summary>
    public async Task EndAsync(long userId, Guid sessionId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM sessions WHERE id = @sessionId AND user_id = @userId", new { sessionId, userId }, cancellationToken: cancellationToken));
    }

    /// <summary>Revokes every session of the user but the caller's own.</summary>
    public async Task EndOthersAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        _ = TryGetSessionId(user, out var own);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM sessions WHERE user_id = @UserId AND id IS DISTINCT FROM @own", new { UserId = user.UserId(), own }, cancellationToken: cancellationToken));
    }

    /// <summary>Whether the user of a token exists and its session, when it names one, is not revoked: one look-up by primary key.</summary>
    public async Task<bool> IsLiveAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!user.TryGetUserId(out var userId) || !TryGetSessionId(user, out var sessionId))
            return false;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            sessionId is null
                ? "SELECT EXISTS (SELECT FROM users WHERE id = @userId)"
                : "SELECT EXISTS (SELECT FROM sessions WHERE id = @sessionId AND user_id = @userId)",
            new { sessionId, userId },
            cancellationToken: cancellationToken));
    }

    // False for a claim that is no session id; a token without one names no session.
    private static bool TryGetSessionId(ClaimsPrincipal user, out Guid? sessionId)
    {
        var claim = user.FindFirst(JwtRegisteredClaimNames.Sid)?.Value;
        sessionId = Guid.TryParse(claim, out var id) ? id : null;
        return claim is null || sessionId is not null;
    }

    private async Task<SignedIn> IssueAsync(NpgsqlTransaction transaction, User user, Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var subject = user.Id.ToString(CultureInfo.InvariantCulture);
        var session = new Claim(JwtRegisteredClaimNames.Sid, sessionId.ToString());
        var once = new Claim(JwtRegisteredClaimNames.Jti, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var access = AccessToken(user.Id, sessionId, now);
        var refresh = PlatformTokens.Create(_key, subject, RefreshType, now, options.Value.RefreshTokenLifetime, session, once);
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO refresh_tokens (hash, session_id, expires_at) VALUES (@Hash, @sessionId, @ExpiresAt);
            UPDATE sessions SET expires_at = @ExpiresAt, last_used_at = @now WHERE id = @sessionId
            """,
            new { Hash = Hash(refresh), sessionId, now, ExpiresAt = now + options.Value.RefreshTokenLifetime },
            transaction,
            cancellationToken: cancellationToken));
        return new SignedIn(access, refresh, "bearer", user);
    }

    private string AccessToken(long userId, Guid sessionId, DateTimeOffset now) => PlatformTokens.Create(
        _key,
        userId.ToString(CultureInfo.InvariantCulture),
        PlatformTokens.AccessType,
        now,
        options.Value.AccessTokenLifetime,
        new Claim(JwtRegisteredClaimNames.Sid, sessionId.ToString()));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed record TokenState(bool Used, DateTimeOffset ExpiresAt);
}

/// <summary>A sign-in that is not over.</summary>
/// <param name="Device">What it was begun on, in words; empty when that is not known.</param>
/// <param name="LastUsedAt">When it last gave out a token; one lasts half an hour.</param>
/// <param name="IsOwn">The one that asks.</param>
public sealed record OpenSession(Guid Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool IsOwn);

/// <summary>What signing in and refreshing answer (seed 003, "Getting an Access Token", and the user).</summary>
internal sealed record SignedIn(string AccessToken, string RefreshToken, string TokenType, User User)
{
    /// <summary>What the browser's cookie holds of a new session; never part of an answer's body.</summary>
    [JsonIgnore]
    public string? BrowserKey { get; init; }
}
