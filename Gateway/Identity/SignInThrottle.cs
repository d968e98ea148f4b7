using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Gateway.Edge;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Auth;

namespace Gateway.Identity;

/// <summary>
/// Limits guessing of passwords, in Postgres, so that replicas count together. An attempt is counted before the password is checked (guesses made at once do
/// not slip through) and taken back when it was right. A refused attempt is counted nowhere: guessing on does not lengthen a window, and one address cannot
/// use up the account's limit for others.
/// </summary>
internal sealed class SignInThrottle
{
    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _time;
    private readonly SignInOptions _options;
    private readonly ILogger _logger;
    private readonly byte[] _key;

    public SignInThrottle(NpgsqlDataSource database, TimeProvider time, IOptions<SignInOptions> options, IConfiguration configuration, ILogger<SignInThrottle> logger)
    {
        _database = database;
        _time = time;
        _options = options.Value;
        _logger = logger;
        // Addresses are few enough to be guessed from plain hashes.
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, PlatformTokens.SigningKey(configuration).Key, 32, info: "sign-in windows"u8.ToArray());
    }

    /// <summary>Counts an attempt at <paramref name="email"/> from <paramref name="address"/>, or refuses it.</summary>
    public async Task<SignInAttempt> CountAsync(string email, IPAddress? address, CancellationToken cancellationToken)
    {
        var network = ClientNetwork.Of(address);
        Window[] windows =
        [
            new("account and address", Hash("pair", email, network), _options.AccountAndAddress),
            new("address", Hash("address", network), _options.Address),
            new("account", Hash("account", email), _options.Account),
        ];
        // Attempts that share windows lock them in one order.
        Array.Sort(windows, (one, other) => one.Key.AsSpan().SequenceCompareTo(other.Key));

        var now = _time.GetUtcNow();
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var counts = (await connection.QueryAsync<Count>(new CommandDefinition(
            """
            INSERT INTO sign_in_windows AS counted (key, attempts, ends_at)
            SELECT key, 1, ends_at FROM unnest(@Keys, @Ends) WITH ORDINALITY AS attempt (key, ends_at, position) ORDER BY position
            ON CONFLICT (key) DO UPDATE SET
                attempts = CASE WHEN counted.ends_at <= @now THEN 1 ELSE counted.attempts + 1 END,
                ends_at = CASE WHEN counted.ends_at <= @now THEN excluded.ends_at ELSE counted.ends_at END
            RETURNING key, attempts, ends_at
            """,
            new { Keys = windows.Select(window => window.Key).ToArray(), Ends = windows.Select(window => (now + window.Limit.Window).UtcDateTime).ToArray(), now },
            transaction,
            cancellationToken: cancellationToken))).ToDictionary(count => Convert.ToHexString(count.Key), StringComparer.Ordinal);

        var spent = windows
            .Select(window => (window, count: counts[Convert.ToHexString(window.Key)]))
            .Where(each => each.count.Attempts > each.window.Limit.Attempts)
            .OrderByDescending(each => each.count.EndsAt)
            .ToList();
        if (spent is [var longest, ..])
        {
            await transaction.RollbackAsync(cancellationToken);
            var seconds = (int)Math.Ceiling((longest.count.EndsAt - now).TotalSeconds);
            Log.SignInThrottled(_logger, longest.window.Name, seconds);
            return new SignInAttempt([], seconds);
        }

        await transaction.CommitAsync(cancellationToken);
        return new SignInAttempt([.. windows.Select(window => window.Key)], RefusedForSeconds: null);
    }

    /// <summary>Takes <paramref name="attempt"/> back: its password was right.</summary>
    public async Task TakeBackAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sign_in_windows SET attempts = greatest(attempts - 1, 0)
            WHERE key IN (SELECT key FROM sign_in_windows WHERE key = ANY(@Keys) ORDER BY key FOR UPDATE)
            """,
            new { attempt.Keys },
            cancellationToken: cancellationToken));
    }

    private byte[] Hash(params string[] parts) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    private sealed record Window(string Name, byte[] Key, AttemptLimit Limit);

    private sealed record Count(byte[] Key, int Attempts, DateTimeOffset EndsAt);
}

/// <summary>An attempt to sign in: counted in the windows <paramref name="Keys"/>, or refused until <paramref name="RefusedForSeconds"/> from now.</summary>
internal sealed record SignInAttempt(byte[][] Keys, int? RefusedForSeconds);
