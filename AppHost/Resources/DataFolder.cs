using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration.Memory;

namespace AppHost.Resources;

/// <summary>
/// Where the platform keeps what must survive a restart: the stores' files, generated passwords (secrets.json, readable
/// by its owner alone) and the stores' ports. One host at a time may have it.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    readonly FileStream _lock;
    readonly JsonObject _secrets;
    readonly JsonObject _ports;

    DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
        _secrets = Read("secrets.json");
        _ports = Read("ports.json");
        Generate("jwt-signing-key", 64);
        Generate("operator-key", 24);
        Generate("postgres-password", 24);
        Generate("rabbitmq-password", 24);
        Generate("qdrant-key", 24);
        Generate("volume-id", 4);
        WriteForOwnerOnly("secrets.json", _secrets);
    }

    public string Path { get; }

    /// <summary>The generated secrets as parameters.</summary>
    public MemoryConfigurationSource Secrets => new() { InitialData = _secrets.Select(secret => KeyValuePair.Create($"Parameters:{secret.Key}", secret.Value?.GetValue<string>())) };

    /// <summary>Marks container volumes as this folder's: a new folder has new passwords, which old volumes would refuse.</summary>
    public string VolumeId => Secret("volume-id");

    /// <param name="folder">Null for <c>.data</c> at the root of the checkout.</param>
    /// <param name="owner">Says who has the folder when the answer is null.</param>
    public static DataFolder? TryTake(string? folder, out string owner)
    {
        var path = folder is null ? System.IO.Path.Combine(CheckoutRoot(), ".data") : System.IO.Path.GetFullPath(folder);
        owner = "";
        try
        {
            CreateForOwnerOnly(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            owner = $"The data folder {path} cannot be made.";
            return null;
        }
        try
        {
            // The kernel gives the lock back when this process ends, however it ends.
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            var running = System.IO.Path.Combine(path, "running");
            owner = File.Exists(running) ? File.ReadAllText(running).TrimEnd() : $"Already running on {path}.";
            return null;
        }
    }

    public string Secret(string name) => _secrets[name]!.GetValue<string>();

    /// <summary>The port of an earlier start as long as it is free: what was noted down by hand stays true.</summary>
    public int Port(string name)
    {
        var port = _ports[name] is { } kept ? LocalPort.Prefer(kept.GetValue<int>()) : LocalPort.Any();
        _ports[name] = port;
        WriteForOwnerOnly("ports.json", _ports);
        return port;
    }

    /// <summary>A subfolder for a store.</summary>
    public string Folder(string name) => CreateForOwnerOnly(System.IO.Path.Combine(Path, name));

    /// <summary>Leaves the sentence that a second start on this folder will say.</summary>
    public void SayWhoRuns(Uri address, Uri dashboard) =>
        File.WriteAllText(System.IO.Path.Combine(Path, "running"), $"Already running: {address} (process {Environment.ProcessId}, operators' page {dashboard}).\n");

    public void Dispose()
    {
        File.Delete(System.IO.Path.Combine(Path, "running"));
        _lock.Dispose();
    }

    static string CreateForOwnerOnly(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    static string CheckoutRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Platform.sln")))
                return folder.FullName;
        }
        return Environment.CurrentDirectory;
    }

    void Generate(string name, int bytes)
    {
        // Hexadecimal digits need no quoting in any connection string, URL or configuration file.
        if (_secrets[name] is null)
            _secrets[name] = RandomNumberGenerator.GetHexString(2 * bytes, lowercase: true);
    }

    JsonObject Read(string file)
    {
        var path = System.IO.Path.Combine(Path, file);
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : [];
    }

    void WriteForOwnerOnly(string file, JsonObject content)
    {
        // Written aside and moved into place: a crash half way must not lose the passwords of data that exists.
        var path = System.IO.Path.Combine(Path, file);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(path + ".new", options))
            JsonSerializer.Serialize(stream, content, _json);
        File.Move(path + ".new", path, overwrite: true);
    }
}
