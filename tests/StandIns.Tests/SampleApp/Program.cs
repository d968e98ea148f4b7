using Aspire.Hosting;

// "host FILE": a host of one process that writes its id to the file; the tests kill the host and look at what is left.
if (args is ["host", var file])
{
    var host = DistributedApplication.CreateBuilder();
    host.AddExecutable("child", "sh", Path.GetTempPath(), "-c", $"echo $$ > {file}; exec sleep 600");
    await host.Build().RunAsync();
    return;
}

// Without arguments: a small service to be hosted. It is healthy while the file named by HEALTHY_WHILE exists, if any is named.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => Environment.ProcessId);
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
app.MapGet("/health", () => Environment.GetEnvironmentVariable("HEALTHY_WHILE") is { } path && !File.Exists(path) ? Results.StatusCode(503) : Results.Ok());
await app.RunAsync();
