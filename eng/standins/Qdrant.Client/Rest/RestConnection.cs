using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Grpc.Core;

namespace Qdrant.Client.Rest;

/// <summary>Calls Qdrant's REST interface; what goes wrong is an <see cref="RpcException"/> with the code that its gRPC interface answers for the same.</summary>
internal sealed class RestConnection : IDisposable
{
    // Qdrant listens with gRPC on 6334 and with REST on 6333 beside it.
    private const int GrpcPort = 6334;
    private const int RestPort = 6333;

    private readonly HttpClient _http;
    private readonly TimeSpan _limit;

    public RestConnection(Uri address, string? apiKey, TimeSpan limit)
    {
        var rest = address.Port == GrpcPort ? new UriBuilder(address) { Port = RestPort }.Uri : address;
        _limit = limit;
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) })
        {
            BaseAddress = new Uri(rest.GetLeftPart(UriPartial.Authority) + '/'),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (!string.IsNullOrEmpty(apiKey))
            _http.DefaultRequestHeaders.Add("api-key", apiKey);
    }

    /// <summary>The whole answer of a GET.</summary>
    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => CallAsync(HttpMethod.Get, path, write: null, cancellationToken);

    /// <summary>The answer's <c>result</c>.</summary>
    public Task<JsonElement> GetResultAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, write: null, cancellationToken);

    /// <summary>The answer's <c>result</c>.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, Action<Utf8JsonWriter>? write, CancellationToken cancellationToken) =>
        (await CallAsync(method, path, write, cancellationToken)).GetProperty("result");

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, Action<Utf8JsonWriter>? write, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (_limit > TimeSpan.Zero)
            limit.CancelAfter(_limit);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = Body(write) };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            await using var content = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new RpcException(new Status(CodeOf(response.StatusCode), await DetailAsync(content, limit.Token).ConfigureAwait(false)));

            using var document = await JsonDocument.ParseAsync(content, cancellationToken: limit.Token).ConfigureAwait(false);
            return document.RootElement.Clone();
        }
        catch (OperationCanceledException exception)
        {
            var code = cancellationToken.IsCancellationRequested ? StatusCode.Cancelled : StatusCode.DeadlineExceeded;
            throw new RpcException(new Status(code, $"Call ended: {code}", exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "Qdrant cannot be reached.", exception));
        }
        catch (JsonException exception)
        {
            throw new RpcException(new Status(StatusCode.Internal, "Qdrant answered with something that is no JSON.", exception));
        }
    }

    private static ReadOnlyMemoryContent? Body(Action<Utf8JsonWriter>? write)
    {
        if (write is null)
            return null;

        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        return new ReadOnlyMemoryContent(buffer.WrittenMemory) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    // {"status":{"error":"..."}}, or a plain sentence from what stands before the API (the check of the key).
    private static async Task<string> DetailAsync(Stream content, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content);
        var text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetProperty("status").GetProperty("error").GetString() ?? text;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return text;
        }
    }

    private static StatusCode CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge => StatusCode.InvalidArgument,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.NotFound,
        HttpStatusCode.Conflict => StatusCode.AlreadyExists,
        HttpStatusCode.PreconditionFailed => StatusCode.FailedPrecondition,
        HttpStatusCode.TooManyRequests => StatusCode.ResourceExhausted,
        HttpStatusCode.NotImplemented => StatusCode.Unimplemented,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable => StatusCode.Unavailable,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => StatusCode.DeadlineExceeded,
        _ => StatusCode.Internal,
    };
}
