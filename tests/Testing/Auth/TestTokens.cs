using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using ServiceDefaults.Auth;

namespace Testing;

/// <summary>Tokens as the gateway signs them, by the key that test hosts are configured with.</summary>
public static class TestTokens
{
    /// <summary>Value of <c>Auth:SigningKey</c> in test hosts.</summary>
    public const string SigningKey = "a-signing-key-for-tests-0123456789-abcdefghij";

    public static string Access(long userId, TimeSpan? lifetime = null, string key = SigningKey) => Create(userId.ToString(System.Globalization.CultureInfo.InvariantCulture), PlatformTokens.AccessType, lifetime, key);

    public static string Service(TimeSpan? lifetime = null) => Create("test", PlatformTokens.ServiceType, lifetime);

    public static string Create(string subject, string type, TimeSpan? lifetime = null, string key = SigningKey)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Auth:SigningKey", key)]).Build();
        var length = lifetime ?? TimeSpan.FromMinutes(30);
        var issued = length < TimeSpan.Zero ? DateTimeOffset.UtcNow + length + length : DateTimeOffset.UtcNow;
        return PlatformTokens.Create(PlatformTokens.SigningKey(configuration), subject, type, issued, length < TimeSpan.Zero ? -length : length);
    }

    /// <summary>Signs every request of <paramref name="client"/> in as this user.</summary>
    public static HttpClient AsUser(this HttpClient client, long userId)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Access(userId));
        return client;
    }

    /// <summary>Signs every request of <paramref name="client"/> as another service of the platform.</summary>
    public static HttpClient AsService(this HttpClient client, TimeSpan? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Service(lifetime));
        return client;
    }
}
