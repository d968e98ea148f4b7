namespace AppHost.Resources;

/// <summary>A connection string, and the resource that must be ready before the string is of use.</summary>
internal sealed record Store(IResourceBuilder<IResourceWithConnectionString> Connection, IResourceBuilder<IResource> Server);

/// <summary>The infrastructure the services share: databases, the broker, and a vector store where there is one.</summary>
internal sealed record Stores(IReadOnlyDictionary<string, Store> Databases, Store Messaging, Store? Vectors)
{
    public Store Database(string name) => Databases[name];
}

internal static partial class StoresExtensions
{
    /// <summary>Containers where the real packages meet a container engine; else Debian's own servers as local processes.</summary>
    public static Stores AddStores(this IDistributedApplicationBuilder builder, DataFolder data, IReadOnlyList<string> databases)
    {
        Stores? stores = null;
        AddContainers(builder, data, databases, ref stores);
        return stores ?? builder.AddLocalStores(data, databases);
    }

    /// <summary>Gives a service the connection string and lets it wait for the server. A store that does not exist here is no reference.</summary>
    public static IResourceBuilder<T> Uses<T>(this IResourceBuilder<T> service, Store? store)
        where T : IResourceWithEnvironment, IResourceWithWaitSupport => store is null ? service : service.WithReference(store.Connection).WaitFor(store.Server);

    // Implemented in Containers.cs, which is compiled with the real packages only; without it the call disappears.
    static partial void AddContainers(IDistributedApplicationBuilder builder, DataFolder data, IReadOnlyList<string> databases, ref Stores? stores);
}
