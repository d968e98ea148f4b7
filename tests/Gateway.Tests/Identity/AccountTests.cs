using System.Net;
using System.Net.Http.Json;
using System.Threading.Channels;
using Gateway.Contracts;
using Gateway.Tests.Running;
using MassTransit;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Identity;

[Collection(typeof(GatewayCollection))]
public sealed class AccountTests(SharedGateway shared, RabbitMqServer rabbit) : IDisposable
{
    private readonly HttpClient _client = shared.Gateway.Client();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Me_answers_the_fields_of_the_registration()
    {
        var email = $"someone-{Guid.NewGuid():N}@example.com";
        using var registered = await _client.PostAsJsonAsync("/api/v1/auth/register", new { email, password = "12345678", username = "sarah", full_name = "Sarah Jones" });
        var account = new Account(0, email, "12345678");
        var tokens = await account.SignInAsync(_client);
        using var me = await _client.SendAsync(HttpMethod.Get, "/api/v1/users/me", bearer: tokens.AccessToken);
        (await me.AnswerAsync()).ShouldBe((HttpStatusCode.OK, await registered.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task After_a_deletion_every_token_cookie_and_id_of_the_user_is_dead()
    {
        var bystander = await Account.RegisterAsync(_client);
        var bystanders = await bystander.SignInAsync(_client);
        var account = await Account.RegisterAsync(_client);
        var elsewhere = await account.SignInAsync(_client);
        var tokens = await account.SignInAsync(_client);
        var withoutSession = TestTokens.Access(account.Id);
        (await _client.LetsInAsync(withoutSession)).ShouldBeTrue();

        using var deleted = await _client.SendAsync(HttpMethod.Delete, "/api/v1/users/me", bearer: tokens.AccessToken);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        deleted.Cookie("token").ShouldStartWith("token=;");
        deleted.Cookie("session").ShouldStartWith("session=;");

        foreach (var token in (string[])[tokens.AccessToken, elsewhere.AccessToken, withoutSession])
        {
            foreach (var (path, _) in Shapes.Paths)
            {
                using var asBearer = await _client.SendAsync(HttpMethod.Get, path, bearer: token);
                (await asBearer.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, Shapes.Error(path, 401, "Invalid or expired token")));
                using var asCookie = await _client.SendAsync(HttpMethod.Get, path, cookie: token);
                asCookie.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            }

            (await _client.LetsInAsync(token)).ShouldBeFalse();
            using var again = await _client.SendAsync(HttpMethod.Delete, "/api/v1/users/me", bearer: token);
            again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var refresh = await _client.RefreshAsync(elsewhere.RefreshToken);
        refresh.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var login = await account.TryAsync(_client, account.Password);
        login.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _client.LetsInAsync(bystanders.AccessToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_email_of_a_deleted_user_is_free_again_under_a_new_id()
    {
        var account = await Account.RegisterAsync(_client);
        var tokens = await account.SignInAsync(_client);
        using var deleted = await _client.SendAsync(HttpMethod.Delete, "/api/v1/users/me", bearer: tokens.AccessToken);
        using var again = await _client.PostAsJsonAsync("/api/v1/auth/register", new { email = account.Email, password = "12345678" });
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await again.JsonAsync()).GetProperty("id").GetInt64().ShouldBeGreaterThan(account.Id);
        (await _client.LetsInAsync(tokens.AccessToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_deletion_is_told_to_the_services()
    {
        var heard = Channel.CreateUnbounded<UserDeleted>();
        var bus = Bus.Factory.CreateUsingRabbitMq(configure =>
        {
            configure.Host(new Uri(rabbit.ConnectionString));
            configure.ReceiveEndpoint("gateway-tests-" + Guid.NewGuid().ToString("N"), endpoint =>
            {
                endpoint.AutoDelete = true;
                endpoint.Handler<UserDeleted>(async context => await heard.Writer.WriteAsync(context.Message));
            });
        });
        await bus.StartAsync(TimeSpan.FromSeconds(30));
        try
        {
            var account = await Account.RegisterAsync(_client);
            var tokens = await account.SignInAsync(_client);
            using var deleted = await _client.SendAsync(HttpMethod.Delete, "/api/v1/users/me", cookie: tokens.AccessToken);
            deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);

            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            UserDeleted message;
            do
                message = await heard.Reader.ReadAsync(limit.Token);
            while (message.UserId != account.Id);
            message.DeletedAt.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30));
        }
        finally
        {
            await bus.StopAsync(TimeSpan.FromSeconds(30));
        }
    }
}
