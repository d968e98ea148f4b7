using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Auth;

/// <summary>Signs calls from one service to another's <c>/internal</c> routes with a token of its own, never with the user's.</summary>
public sealed class ServiceTokenHandler(IConfiguration configuration, IHostEnvironment environment, TimeProvider time) : DelegatingHandler
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = PlatformTokens.Create(
            PlatformTokens.SigningKey(configuration), environment.ApplicationName, PlatformTokens.ServiceType, time.GetUtcNow(), Lifetime);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
