using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;

namespace StandIns.Tests.Hosting;

public sealed class LifetimeTests
{
    const string NotesItsEnd = "trap 'echo NAME >> ends; exit 0' TERM; while :; do sleep 0.05; done";

    [Fact]
    public async Task A_resource_starts_when_what_it_waits_for_is_healthy_and_not_before()
    {
        await using var application = new TestApplication();
        var web = application.Builder.AddProject<Projects.SampleApp>("web")
            .WithHttpEndpoint().WithHttpHealthCheck("/health").WithEnvironment("HEALTHY_WHILE", application.PathOf("healthy"));
        application.AddScript("patient", "exec sleep 600").WaitFor(web);
        application.AddScript("hasty", "exec sleep 600").WaitForStart(web);

        await application.StartAsync();
        await application.IsAsync("web", "Running", "Unhealthy");
        await application.IsAsync("hasty", "Running", "Healthy");
        await Task.Delay(500);
        var waiting = await application.ResourceAsync("patient");
        waiting.GetProperty("state").GetString().ShouldBe("Waiting");
        waiting.GetProperty("detail").GetString().ShouldBe("waits for web");

        await File.WriteAllTextAsync(application.PathOf("healthy"), "");
        await application.IsAsync("patient", "Running", "Healthy");

        // What goes down later takes nothing along.
        File.Delete(application.PathOf("healthy"));
        await application.IsAsync("web", "Running", "Unhealthy");
        await application.IsAsync("patient", "Running", "Healthy");
    }

    [Fact]
    public async Task Ready_is_announced_when_a_resource_is_healthy_and_again_after_a_restart()
    {
        await using var application = new TestApplication();
        var announced = 0;
        application.Builder.AddProject<Projects.SampleApp>("web").WithHttpEndpoint().WithHttpHealthCheck("/health").OnResourceReady((resource, _, _) =>
        {
            resource.Name.ShouldBe("web");
            Interlocked.Increment(ref announced);
            return Task.CompletedTask;
        });

        await application.StartAsync();
        await application.EventuallyAsync(() => Task.FromResult(announced == 1), "ready is announced");
        await Kill(application, "web");
        await application.EventuallyAsync(() => Task.FromResult(announced == 2), "ready is announced again");
    }

    [Fact]
    public async Task What_dies_is_started_again_on_the_same_address()
    {
        await using var application = new TestApplication();
        var web = application.Builder.AddProject<Projects.SampleApp>("web").WithHttpEndpoint().WithHttpHealthCheck("/health");
        await application.StartAsync();
        await application.IsAsync("web", "Running", "Healthy");
        var address = web.GetEndpoint("http").Url;

        var first = await Kill(application, "web");
        await application.EventuallyAsync(async () => (await application.ResourceAsync("web")).GetProperty("restarts").GetInt32() == 1, "a restart is counted");
        await application.IsAsync("web", "Running", "Healthy");

        var second = await application.ProcessIdAsync("web");
        second.ShouldNotBe(first);
        (await application.GetAsync(new Uri(address))).ShouldBe($"{second}");
        application.Console.ShouldContain("ended with exit code 137, starting again");
    }

    [Fact]
    public async Task A_job_that_finishes_well_is_not_started_again()
    {
        await using var application = new TestApplication();
        var job = application.AddScript("job", "echo done");
        application.AddScript("after", "exec sleep 600").WaitFor(job);

        await application.StartAsync();

        await application.IsAsync("after", "Running", "Healthy");
        await application.IsAsync("job", "Finished");
        (await application.ResourceAsync("job")).GetProperty("restarts").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_fails_to_start_and_says_so()
    {
        await using var application = new TestApplication();
        application.Builder.AddExecutable("ghost", "no-such-program", application.Folder);

        await application.StartAsync();

        await application.IsAsync("ghost", "FailedToStart");
        application.Console.ShouldContain("There is no program 'no-such-program'.");
    }

    [Fact]
    public async Task Resources_stop_in_the_reverse_order_of_their_waits()
    {
        await using var application = new TestApplication();
        var first = application.AddScript("first", NotesItsEnd.Replace("NAME", "first", StringComparison.Ordinal));
        var second = application.AddScript("second", NotesItsEnd.Replace("NAME", "second", StringComparison.Ordinal)).WaitFor(first);
        application.AddScript("third", NotesItsEnd.Replace("NAME", "third", StringComparison.Ordinal)).WaitFor(second);
        await application.StartAsync();
        await application.IsAsync("third", "Running", "Healthy");
        // The shells need a moment to have set their traps.
        await Task.Delay(300);

        await application.StopAsync();

        (await application.FileAsync("ends")).ShouldBe("third\nsecond\nfirst\n");
    }

    [Fact]
    public async Task The_whole_family_of_a_process_ends_with_it()
    {
        await using var application = new TestApplication();
        application.AddScript("parent", "sleep 600 & echo $! > child; wait");
        await application.StartAsync();
        var child = int.Parse(await application.FileAsync("child"), CultureInfo.InvariantCulture);
        TestApplication.IsAlive(child).ShouldBeTrue();

        await application.StopAsync();

        await application.EventuallyAsync(() => Task.FromResult(!TestApplication.IsAlive(child)), "the child has gone");
    }

    [Fact]
    public async Task A_process_that_will_not_stop_is_killed()
    {
        await using var application = new TestApplication();
        application.AddScript("stubborn", "trap '' TERM INT; echo $$ > id; while :; do sleep 0.05; done");
        await application.StartAsync();
        var id = int.Parse(await application.FileAsync("id"), CultureInfo.InvariantCulture);

        await application.StopAsync(patience: TimeSpan.FromSeconds(1));

        await application.EventuallyAsync(() => Task.FromResult(!TestApplication.IsAlive(id)), "the process has gone");
    }

    [Fact]
    public async Task No_process_outlives_a_host_that_is_killed()
    {
        await using var application = new TestApplication();
        var assembly = ((IProjectOutput)new Projects.SampleApp()).TargetPath;
        using var host = Process.Start(new ProcessStartInfo("dotnet", [assembly, "host", application.PathOf("id")]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        try
        {
            var id = int.Parse(await application.FileAsync("id"), CultureInfo.InvariantCulture);
            TestApplication.IsAlive(id).ShouldBeTrue();

            host.Kill();

            await application.EventuallyAsync(() => Task.FromResult(!TestApplication.IsAlive(id)), "the process has gone");
        }
        finally
        {
            host.Kill();
        }
    }

    [Fact]
    public async Task Waiting_in_a_circle_is_refused()
    {
        await using var application = new TestApplication();
        var left = application.AddScript("left", "true");
        var right = application.AddScript("right", "true").WaitFor(left);
        left.WaitFor(right);

        (await Should.ThrowAsync<DistributedApplicationException>(application.StartAsync)).Message.ShouldContain("left waits for right waits for left");
    }

    static async Task<int> Kill(TestApplication application, string name)
    {
        await application.IsAsync(name, "Running", "Healthy");
        var id = await application.ProcessIdAsync(name);
        using var process = Process.GetProcessById(id);
        process.Kill();
        return id;
    }
}
