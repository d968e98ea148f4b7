using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;

namespace StandIns.Tests.Hosting;

public sealed class ReplicaTests
{
    [Fact]
    public async Task Replicas_share_one_address_and_the_others_answer_when_one_dies()
    {
        await using var application = new TestApplication();
        var web = application.Builder.AddProject<Projects.SampleApp>("web").WithHttpEndpoint().WithHttpHealthCheck("/health").WithReplicas(2);
        await application.StartAsync();
        await application.IsAsync("web-1", "Running", "Healthy");
        await application.IsAsync("web-2", "Running", "Healthy");
        var address = new Uri(web.GetEndpoint("http").Url);

        HashSet<int> answering = [];
        await application.EventuallyAsync(
            async () =>
            {
                answering.Add(int.Parse(await application.GetAsync(address), CultureInfo.InvariantCulture));
                return answering.Count == 2;
            },
            "both replicas answer");
        answering.ShouldBe([await application.ProcessIdAsync("web-1"), await application.ProcessIdAsync("web-2")], ignoreOrder: true);

        using var process = Process.GetProcessById(await application.ProcessIdAsync("web-1"));
        process.Kill();
        await process.WaitForExitAsync();
        for (var i = 0; i < 10; i++)
            await application.GetAsync(address);
        await application.EventuallyAsync(async () => (await application.ResourceAsync("web-1")).GetProperty("restarts").GetInt32() == 1, "the dead replica is started again");
        (await application.ResourceAsync("web-2")).GetProperty("restarts").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_proxy_carries_long_answers_whole_and_many_at_once()
    {
        await using var application = new TestApplication();
        application.Builder.Configuration["Parameters:long"] = new string('x', 100_000);
        var web = application.Builder.AddProject<Projects.SampleApp>("web").WithHttpEndpoint().WithHttpHealthCheck("/health").WithReplicas(2)
            .WithEnvironment("LONG", application.Builder.AddParameter("long"));
        await application.StartAsync();
        await application.IsAsync("web-1", "Running", "Healthy");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => application.GetAsync(new Uri($"{web.GetEndpoint("http").Url}/environment/LONG"))));

        answers.ShouldAllBe(answer => answer.Length == 100_000);
    }

    [Fact]
    public async Task Replicas_without_a_proxy_are_refused()
    {
        await using var application = new TestApplication();
        application.Builder.AddProject<Projects.SampleApp>("web").WithHttpEndpoint(isProxied: false).WithReplicas(2);

        (await Should.ThrowAsync<DistributedApplicationException>(application.StartAsync)).Message.ShouldContain("needs a proxy");
    }
}
