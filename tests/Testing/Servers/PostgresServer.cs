using System.Globalization;
using Npgsql;
using Testing.Servers;
using Xunit;

namespace Testing;

/// <summary>
/// A real Postgres of its own for one test assembly: <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c>. Durability is off, nothing else is.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "platform-postgres-" + Guid.NewGuid().ToString("N"));
    private readonly int _port = LocalProcess.FreePort();
    private LocalProcess? _server;
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        var programs = Programs();
        Directory.CreateDirectory(_directory);
        if (Environment.IsPrivilegedProcess)
            await LocalProcess.RunAsync("chown", "postgres", _directory);
        await RunAsPostgresAsync(Path.Combine(programs, "initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var (program, arguments) = AsPostgres(
            Path.Combine(programs, "postgres"),
            "-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-k", "", "-c", "listen_addresses=127.0.0.1",
            "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=300", "-c", "shared_buffers=64MB");
        _server = LocalProcess.Start(program, arguments);
        await _server.WaitUntilAsync(AnswersAsync, TimeSpan.FromSeconds(60));
    }

    /// <summary>Creates an empty database and answers its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string name = "test")
    {
        var database = string.Create(CultureInfo.InvariantCulture, $"{name}_{Interlocked.Increment(ref _databases)}");
        await using var dataSource = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = dataSource.CreateCommand($"CREATE DATABASE {database}");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    private string Data => Path.Combine(_directory, "data");

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=20;Include Error Detail=true");

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var dataSource = NpgsqlDataSource.Create(ConnectionString("postgres"));
            await using var command = dataSource.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static Task RunAsPostgresAsync(string program, params string[] arguments)
    {
        var (first, rest) = AsPostgres(program, arguments);
        return LocalProcess.RunAsync(first, rest);
    }

    // Postgres refuses to run as root.
    private static (string Program, string[] Arguments) AsPostgres(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? ("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--", "setpriv", "--pdeathsig", "TERM", "--", program, .. arguments])
        : (program, arguments);

    private static string Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(Directory.Exists).OrderDescending().First()
            : Environment.GetEnvironmentVariable("PATH")!.Split(':').First(folder => File.Exists(Path.Combine(folder, "initdb")));
}
