using System.Globalization;
using System.Net.Sockets;
using Testing.Servers;
using Xunit;

namespace Testing;

/// <summary>A real RabbitMQ of its own for one test assembly: <c>[assembly: AssemblyFixture(typeof(RabbitMqServer))]</c>.</summary>
public sealed class RabbitMqServer : IAsyncLifetime
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "platform-rabbitmq-" + Guid.NewGuid().ToString("N"));
    private readonly int _port = LocalProcess.FreePort();
    private readonly int _mapperPort = LocalProcess.FreePort();
    private readonly int _distributionPort = LocalProcess.FreePort();
    private LocalProcess? _mapper;
    private LocalProcess? _server;

    /// <summary>An <c>amqp://</c> address.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{_port}");

    // How its own tools find the broker.
    private Dictionary<string, string> Node => new()
    {
        ["HOME"] = _directory,
        ["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"test{_port}@localhost"),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = _mapperPort.ToString(CultureInfo.InvariantCulture),
    };

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_directory);
        // Erlang's port mapper is started here, not by the broker, so that it ends with the run.
        _mapper = LocalProcess.Start("epmd", ["-address", "127.0.0.1", "-port", _mapperPort.ToString(CultureInfo.InvariantCulture)]);
        await _mapper.WaitUntilAsync(() => ListensAsync(_mapperPort), TimeSpan.FromSeconds(15));
        await StartAsync();
    }

    /// <summary>Starts the broker again after <see cref="StopAsync"/>, with what it held.</summary>
    public async Task StartAsync()
    {
        var plugins = Path.Combine(_directory, "enabled_plugins");
        await File.WriteAllTextAsync(plugins, "[].");
        _server = LocalProcess.Start("/usr/lib/rabbitmq/bin/rabbitmq-server", [], new Dictionary<string, string>(Node)
        {
            ["RABBITMQ_BASE"] = _directory,
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_directory, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(_directory, "log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_directory, "none"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = plugins,
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = _port.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = _distributionPort.ToString(CultureInfo.InvariantCulture),
            // Two schedulers suit a two-core machine that also runs the tests.
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none",
        });
        await _server.WaitUntilAsync(() => Task.FromResult(_server.Output.Contains("Server startup complete", StringComparison.Ordinal)), TimeSpan.FromSeconds(90));
    }

    /// <summary>Makes a virtual host, whose queues no other service's are, and answers its address.</summary>
    public async Task<string> CreateVirtualHostAsync(string name)
    {
        foreach (var arguments in (string[][])[["add_vhost", name], ["set_permissions", "-p", name, "guest", ".*", ".*", ".*"]])
        {
            await using var tool = LocalProcess.Start("/usr/lib/rabbitmq/bin/rabbitmqctl", arguments, Node);
            if (await tool.WaitForExitAsync(TimeSpan.FromSeconds(60)) != 0)
                throw new InvalidOperationException("rabbitmqctl failed: " + tool.Output);
        }

        return $"{ConnectionString}/{Uri.EscapeDataString(name)}";
    }

    /// <summary>Ends the broker in an orderly way.</summary>
    public async Task StopAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_mapper is not null)
            await _mapper.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static async Task<bool> ListensAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
