using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gateway.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Testing;

namespace Gateway.Tests.Running;

/// <summary>The gateway on a real port, with a database of its own and real web servers as the services behind it.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly ServiceHost<SignInOptions> _host;
    private readonly Dictionary<string, Neighbour> _neighbours;
    private readonly bool _ownsNeighbours;

    private RunningGateway(ServiceHost<SignInOptions> host, string database, Dictionary<string, Neighbour> neighbours, bool ownsNeighbours)
    {
        _host = host;
        Database = database;
        _neighbours = neighbours;
        _ownsNeighbours = ownsNeighbours;
        Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public string Database { get; }

    public IServiceProvider Services => _host.Services;

    public Neighbour this[string service] => _neighbours[service];

    public IEnumerable<Received> Reached => _neighbours.Values.SelectMany(neighbour => neighbour.Requests);

    public static async Task<RunningGateway> StartAsync(
        PostgresServer postgres,
        RabbitMqServer rabbit,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null,
        RunningGateway? replicaOf = null)
    {
        var database = replicaOf?.Database ?? await postgres.CreateDatabaseAsync("identity");
        var neighbours = replicaOf?._neighbours ?? [];
        if (replicaOf is null)
        {
            foreach (var name in (string[])["resume", "embedding", "interview", "chatcv"])
                neighbours[name] = await Neighbour.StartAsync(name);
        }

        var all = new Dictionary<string, string?>
        {
            ["ConnectionStrings:identitydb"] = database,
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            // Hashing as slow as in production is the subject of one test only.
            ["SignIn:PasswordIterations"] = "1000",
        };
        foreach (var (name, neighbour) in neighbours)
            all[$"services:{name}:http:0"] = neighbour.Address.ToString();
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            all[name] = value;
        var host = new ServiceHost<SignInOptions>(all, configure);
        host.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        return new RunningGateway(host, database, neighbours, ownsNeighbours: replicaOf is null);
    }

    /// <summary>A client that keeps no cookies and follows no redirects.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A client with a new user's access token.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var client = Client();
        var account = await Account.RegisterAsync(client);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await account.SignInAsync(client)).AccessToken);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (!_ownsNeighbours)
            return;
        foreach (var neighbour in _neighbours.Values)
            await neighbour.DisposeAsync();
    }
}

/// <summary>A user of the test's own.</summary>
internal sealed record Account(long Id, string Email, string Password)
{
    public static async Task<Account> RegisterAsync(HttpClient client)
    {
        var email = $"someone-{Guid.NewGuid():N}@example.com";
        const string Secret = "correct horse battery";
        using var response = await client.PostAsJsonAsync("/api/v1/auth/register", new { email, password = Secret });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return new Account((await response.JsonAsync()).GetProperty("id").GetInt64(), email, Secret);
    }

    public async Task<Tokens> SignInAsync(HttpClient client)
    {
        using var response = await TryAsync(client, Password);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Tokens.OfAsync(response);
    }

    public async Task<HttpResponseMessage> TryAsync(HttpClient client, string password, string? address = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login") { Content = JsonContent.Create(new { email = Email, password }) };
        if (address is not null)
            request.Headers.Add("X-Forwarded-For", address);
        return await client.SendAsync(request);
    }
}

/// <summary>What a sign-in gave.</summary>
internal sealed record Tokens(string AccessToken, string RefreshToken)
{
    public static async Task<Tokens> OfAsync(HttpResponseMessage response)
    {
        var body = await response.JsonAsync();
        return new Tokens(body.GetProperty("access_token").GetString()!, body.GetProperty("refresh_token").GetString()!);
    }
}

internal static class Requests
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) => JsonElement.Parse(await response.Content.ReadAsStringAsync());

    public static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(this HttpResponseMessage response) =>
        (response.StatusCode, await response.Content.ReadAsStringAsync());

    /// <summary>Sends a request with this bearer token, or with the token as the cookie.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string path, string? bearer = null, string? cookie = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + bearer);
        if (cookie is not null)
            request.Headers.Add("Cookie", "token=" + cookie);
        return await client.SendAsync(request);
    }

    /// <summary>The one Set-Cookie header of this name.</summary>
    public static string Cookie(this HttpResponseMessage response, string name) =>
        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));

    public static Task<HttpResponseMessage> RefreshAsync(this HttpClient client, string refreshToken) =>
        client.PostAsJsonAsync("/api/v1/auth/refresh", new { refresh_token = refreshToken });

    /// <summary>Whether the gateway lets this access token in.</summary>
    public static async Task<bool> LetsInAsync(this HttpClient client, string accessToken)
    {
        using var response = await client.SendAsync(HttpMethod.Get, "/api/v1/users/me", bearer: accessToken);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Unauthorized);
        return response.StatusCode == HttpStatusCode.OK;
    }
}
