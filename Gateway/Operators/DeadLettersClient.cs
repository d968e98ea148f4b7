using Gateway.Proxy;
using ServiceDefaults.Auth;
using ServiceDefaults.Json;
using ServiceDefaults.Messaging.DeadLetters;

namespace Gateway.Operators;

/// <summary>Asks each service for its error queues.</summary>
internal sealed class DeadLettersClient(IHttpClientFactory clients, ServiceAddresses addresses)
{
    /// <summary>Name of the HTTP client: a service token and a short time limit.</summary>
    public const string Name = "dead-letters";

    /// <summary>Null when the service did not answer.</summary>
    public async Task<IReadOnlyList<FailedMessages>?> ReadAsync(string service, CancellationToken cancellationToken)
    {
        try
        {
            using var http = clients.CreateClient(Name);
            return await http.GetFromJsonAsync<IReadOnlyList<FailedMessages>>(new Uri(addresses.Of(service)[0], "/internal/dead-letters"), PlatformJson.Internal, cancellationToken);
        }
        catch (Exception exception) when (IsNoAnswer(exception, cancellationToken))
        {
            return null;
        }
    }

    /// <summary>What the service did, or the status that says why not: 404 for a queue that is not its own, 503 without an answer.</summary>
    public async Task<(int Status, Replay? Replay)> ReplayAsync(string service, string queue, CancellationToken cancellationToken)
    {
        try
        {
            using var http = clients.CreateClient(Name);
            using var response = await http.PostAsync(
                new Uri(addresses.Of(service)[0], $"/internal/dead-letters/{Uri.EscapeDataString(queue)}/replay"), content: null, cancellationToken);
            if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
                return (StatusCodes.Status404NotFound, null);
            response.EnsureSuccessStatusCode();
            return (StatusCodes.Status200OK, await response.Content.ReadFromJsonAsync<Replay>(PlatformJson.Internal, cancellationToken));
        }
        catch (Exception exception) when (IsNoAnswer(exception, cancellationToken))
        {
            return (StatusCodes.Status503ServiceUnavailable, null);
        }
    }

    private static bool IsNoAnswer(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or System.Text.Json.JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}

internal static class OperatorsSetup
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    extension(WebApplicationBuilder builder)
    {
        public void AddOperators()
        {
            builder.Services.AddTransient<ServiceTokenHandler>();
            builder.Services.AddHttpClient(DeadLettersClient.Name, http => http.Timeout = TimeLimit).AddHttpMessageHandler<ServiceTokenHandler>();
            builder.Services.AddSingleton<DeadLettersClient>();
        }
    }
}
