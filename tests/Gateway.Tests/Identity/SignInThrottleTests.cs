using System.Globalization;
using System.Net;
using Gateway.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Identity;

/// <summary>Limits of 3 (account and address), 6 (address) and 8 (account); the address comes from a trusted proxy's header.</summary>
public sealed class SignInThrottleTests(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private const string Refused = """{"error":"Too many sign-in attempts. Please try again later."}""";
    private static int _addresses;

    private readonly TestClock _clock = new();
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["Gateway:TrustedProxies:0"] = "127.0.0.0/8",
        ["SignIn:AccountAndAddress:Attempts"] = "3",
        ["SignIn:AccountAndAddress:Window"] = "00:10:00",
        ["SignIn:Address:Attempts"] = "6",
        ["SignIn:Address:Window"] = "00:10:00",
        ["SignIn:Account:Attempts"] = "8",
        ["SignIn:Account:Window"] = "00:01:00",
    };

    private RunningGateway _gateway = null!;
    private HttpClient _client = null!;
    private Account _account = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(postgres, rabbit, _settings, services => services.AddSingleton<TimeProvider>(_clock));
        _client = _gateway.Client();
        _account = await Account.RegisterAsync(_client);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Guesses_at_an_account_from_one_address_are_refused_after_the_limit_until_the_window_ends()
    {
        var address = NewAddress();
        await GuessAsync(_account, address, times: 3);
        // Also the right password, or its success would tell.
        using var refused = await _account.TryAsync(_client, _account.Password, address);
        (await refused.AnswerAsync()).ShouldBe((HttpStatusCode.TooManyRequests, Refused));
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBeInRange(570, 600);

        // Going on does not lengthen the window.
        _clock.Advance(TimeSpan.FromMinutes(9));
        (await StatusAsync(_account, "wrong", address)).ShouldBe(HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromMinutes(1.1));
        (await StatusAsync(_account, _account.Password, address)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_address_cannot_lock_the_owner_out()
    {
        var attacker = NewAddress();
        for (var i = 0; i < 40; i++)
            await StatusAsync(_account, "wrong", attacker);
        (await StatusAsync(_account, _account.Password, attacker)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync(_account, _account.Password, NewAddress())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_addresses_lock_an_account_for_the_short_window_only()
    {
        for (var i = 0; i < 8; i++)
            await GuessAsync(_account, NewAddress(), times: 1);
        var owner = NewAddress();
        for (var i = 0; i < 5; i++)
            (await StatusAsync(_account, _account.Password, owner)).ShouldBe(HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromMinutes(1.1));
        // The refused attempts of the owner were not counted against the owner's address.
        (await StatusAsync(_account, _account.Password, owner)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guesses_from_one_address_at_many_accounts_are_refused_after_the_limit()
    {
        var address = NewAddress();
        for (var i = 0; i < 6; i++)
            await GuessAsync(new Account(0, $"nobody-{i}@example.com", ""), address, times: 1);
        (await StatusAsync(_account, _account.Password, address)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync(_account, _account.Password, NewAddress())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_IPv6_address_counts_as_its_network()
    {
        for (var i = 1; i <= 3; i++)
            await GuessAsync(_account, string.Create(CultureInfo.InvariantCulture, $"2001:db8:1:2::{i}"), times: 1);
        (await StatusAsync(_account, "wrong", "2001:db8:1:2:ffff::9")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync(_account, "wrong", "2001:db8:1:3::1")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Guesses_at_once_do_not_slip_through()
    {
        var address = NewAddress();
        var statuses = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => StatusAsync(_account, "wrong", address)));
        statuses.Count(status => status == HttpStatusCode.Unauthorized).ShouldBe(3);
        statuses.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBe(22);
    }

    [Fact]
    public async Task Replicas_count_together()
    {
        await using var replica = await RunningGateway.StartAsync(
            postgres, rabbit, _settings, services => services.AddSingleton<TimeProvider>(_clock), replicaOf: _gateway);
        using var other = replica.Client();
        var address = NewAddress();
        await GuessAsync(_account, address, times: 2);
        using var third = await _account.TryAsync(other, "wrong", address);
        third.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var fourth = await _account.TryAsync(other, _account.Password, address);
        fourth.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await StatusAsync(_account, _account.Password, address)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Right_passwords_are_not_counted()
    {
        var address = NewAddress();
        for (var i = 0; i < 12; i++)
            (await StatusAsync(_account, _account.Password, address)).ShouldBe(HttpStatusCode.OK);
    }

    private static string NewAddress() => string.Create(CultureInfo.InvariantCulture, $"203.0.{Interlocked.Increment(ref _addresses)}.7");

    private async Task GuessAsync(Account account, string address, int times)
    {
        for (var i = 0; i < times; i++)
            (await StatusAsync(account, "wrong", address)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> StatusAsync(Account account, string password, string address)
    {
        using var response = await account.TryAsync(_client, password, address);
        return response.StatusCode;
    }
}
