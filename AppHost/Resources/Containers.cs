using System.ComponentModel;
using System.Diagnostics;

namespace AppHost.Resources;

internal static partial class StoresExtensions
{
    static readonly TimeSpan _answersWithin = TimeSpan.FromSeconds(4);

    static partial void AddContainers(IDistributedApplicationBuilder builder, DataFolder data, IReadOnlyList<string> databases, ref Stores? stores)
    {
        if (!Answers("docker") && !Answers("podman"))
            return;

        // Fixed passwords: a volume keeps the one it was made with.
        var postgres = builder.AddPostgres("postgres", password: builder.AddParameter("postgres-password", secret: true))
            .WithDataVolume($"platform-{data.VolumeId}-postgres");
        var messaging = builder.AddRabbitMQ("messaging", password: builder.AddParameter("rabbitmq-password", secret: true))
            .WithManagementPlugin()
            .WithDataVolume($"platform-{data.VolumeId}-rabbitmq");
        var qdrant = builder.AddQdrant("qdrant", apiKey: builder.AddParameter("qdrant-key", secret: true))
            .WithDataVolume($"platform-{data.VolumeId}-qdrant");

        stores = new Stores(
            databases.Select(name => postgres.AddDatabase(name)).ToDictionary(database => database.Resource.Name, database => new Store(database, database), StringComparer.Ordinal),
            new Store(messaging, messaging),
            new Store(qdrant, qdrant));
    }

    /// <summary>Installed is not enough: the engine must say that its daemon is there, and soon.</summary>
    static bool Answers(string engine)
    {
        try
        {
            var start = new ProcessStartInfo(engine, "info") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(_answersWithin))
                return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
