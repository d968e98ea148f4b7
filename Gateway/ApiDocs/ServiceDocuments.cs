using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Proxy;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Problems;

namespace Gateway.ApiDocs;

/// <summary>The services' OpenAPI documents as the public may use them: at the gateway's address, without the routes that services have for each other.</summary>
internal sealed class ServiceDocuments(IHttpClientFactory clients, ServiceAddresses addresses, TimeProvider time, ILogger<ServiceDocuments> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, byte[] Json)> _kept = new(StringComparer.Ordinal);

    /// <summary>The document of <paramref name="service"/>, at most half a minute old; 503 when the service does not give it.</summary>
    public async Task<IResult> GetAsync(string service, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(service, out var kept) && kept.Until > time.GetUtcNow())
            return Json(kept.Json);
        try
        {
            using var http = clients.CreateClient(ServiceHealthRegistration.Probe);
            using var response = await http.GetAsync(new Uri(addresses.Of(service)[0], "/openapi/v1.json"), cancellationToken);
            response.EnsureSuccessStatusCode();
            var document = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
            var json = JsonSerializer.SerializeToUtf8Bytes(OpenApiDocuments.MakePublic(document!));
            _kept[service] = (time.GetUtcNow() + Fresh, json);
            return Json(json);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.DocumentUnavailable(logger, service, exception.GetType().Name);
            return new ApiError(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static FileContentHttpResult Json(byte[] json) => TypedResults.Bytes(json, "application/json");
}
