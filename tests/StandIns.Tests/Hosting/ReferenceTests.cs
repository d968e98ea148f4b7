using Shouldly;
using Xunit;

namespace StandIns.Tests.Hosting;

public sealed class ReferenceTests
{
    [Fact]
    public async Task References_become_the_environment_variables_that_Aspire_injects()
    {
        await using var application = new TestApplication();
        var builder = application.Builder;
        builder.Configuration["Parameters:db-password"] = "0123456789abcdef";
        var password = builder.AddParameter("db-password", secret: true);
        var server = application.AddScript("server", "exec sleep 600").WithEndpoint(name: "tcp", scheme: "tcp", isProxied: false);
        var tcp = server.GetEndpoint("tcp");
        var database = builder.AddConnectionString("shop", ReferenceExpression.Create($"Host={tcp.Property(EndpointProperty.IPV4Host)};Port={tcp.Property(EndpointProperty.Port)};Database=shop;Password={password}"));
        var web = builder.AddProject<Projects.SampleApp>("web").WithHttpEndpoint();
        application.AddScript("consumer", "env > consumer.tmp; mv consumer.tmp consumer; exec sleep 600")
            .WithReference(database)
            .WithReference(database, connectionName: "other")
            .WithReference(web)
            .WithEnvironment("Plain", "text")
            .WithEnvironment("Password", password)
            .WithEnvironment("Address", $"at {tcp.Property(EndpointProperty.HostAndPort)}")
            .WithEnvironment("Web", web.GetEndpoint("http"));

        await application.StartAsync();

        var variables = (await application.FileAsync("consumer")).Split('\n').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        variables["ConnectionStrings__shop"].ShouldBe($"Host=127.0.0.1;Port={tcp.Port};Database=shop;Password=0123456789abcdef");
        variables["ConnectionStrings__other"].ShouldBe(variables["ConnectionStrings__shop"]);
        variables["services__web__http__0"].ShouldBe($"http://localhost:{web.GetEndpoint("http").Port}");
        variables["Plain"].ShouldBe("text");
        variables["Password"].ShouldBe("0123456789abcdef");
        variables["Address"].ShouldBe($"at localhost:{tcp.Port}");
        variables["Web"].ShouldBe(variables["services__web__http__0"]);
    }

    [Fact]
    public async Task Two_resources_may_reference_each_other()
    {
        await using var application = new TestApplication();
        var left = application.Builder.AddProject<Projects.SampleApp>("left").WithHttpEndpoint();
        var right = application.Builder.AddProject<Projects.SampleApp>("right").WithHttpEndpoint();
        left.WithReference(right);
        right.WithReference(left);

        await application.StartAsync();
        await application.IsAsync("left", "Running", "Healthy");
        await application.IsAsync("right", "Running", "Healthy");

        (await AnswerAsync(application, left, "/environment/services__right__http__0")).ShouldBe(right.GetEndpoint("http").Url);
        (await AnswerAsync(application, right, "/environment/services__left__http__0")).ShouldBe(left.GetEndpoint("http").Url);
    }

    [Fact]
    public async Task A_project_listens_on_the_port_of_its_unproxied_endpoint()
    {
        await using var application = new TestApplication();
        var port = new Aspire.Hosting.Running.Ports().Next();
        var web = application.Builder.AddProject<Projects.SampleApp>("web").WithHttpEndpoint(port: port, isProxied: false).WithHttpHealthCheck("/health");

        await application.StartAsync();
        await application.IsAsync("web", "Running", "Healthy");

        web.GetEndpoint("http").Url.ShouldBe($"http://localhost:{port}");
        (await AnswerAsync(application, web, "/")).ShouldBe($"{await application.ProcessIdAsync("web")}");
    }

    [Fact]
    public async Task A_missing_parameter_is_named_and_stops_nothing_else()
    {
        await using var application = new TestApplication();
        var missing = application.Builder.AddParameter("api-key", secret: true);
        application.AddScript("needs-it", "exec sleep 600").WithEnvironment("KEY", missing);
        application.AddScript("does-not", "exec sleep 600");

        await application.StartAsync();

        await application.IsAsync("does-not", "Running", "Healthy");
        await application.IsAsync("needs-it", "FailedToStart");
        application.Console.ShouldContain("The parameter 'api-key' has no value");
    }

    [Fact]
    public void Two_resources_of_one_name_are_refused()
    {
        var builder = DistributedApplication.CreateBuilder();
        builder.AddExecutable("one", "true", "/");
        Should.Throw<DistributedApplicationException>(() => builder.AddParameter("ONE")).Message.ShouldContain("ONE");
    }

    [Fact]
    public void An_endpoint_has_no_address_before_the_start()
    {
        var builder = DistributedApplication.CreateBuilder();
        var endpoint = builder.AddExecutable("one", "true", "/").WithHttpEndpoint().GetEndpoint("http");
        endpoint.IsAllocated.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => endpoint.Url);
    }

    static async Task<string> AnswerAsync(TestApplication application, IResourceBuilder<ProjectResource> project, string path)
    {
        var answer = "";
        await application.EventuallyAsync(
            async () =>
            {
                try
                {
                    answer = await application.GetAsync(new Uri(new Uri(project.GetEndpoint("http").Url), path));
                    return true;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            $"{project.Resource.Name} answers");
        return answer;
    }
}
