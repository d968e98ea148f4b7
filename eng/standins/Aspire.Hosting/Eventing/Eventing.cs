using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing
{
    public interface IDistributedApplicationEvent;

    public interface IDistributedApplicationResourceEvent : IDistributedApplicationEvent
    {
        IResource Resource { get; }
    }

    public interface IDistributedApplicationEventing
    {
        /// <summary>Calls back for events of one resource.</summary>
        void Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
            where T : IDistributedApplicationResourceEvent;

        Task PublishAsync<T>(T happened, CancellationToken cancellationToken = default)
            where T : IDistributedApplicationEvent;
    }

    sealed class DistributedApplicationEventing : IDistributedApplicationEventing
    {
        readonly List<(Type Event, IResource Resource, Func<IDistributedApplicationEvent, CancellationToken, Task> Callback)> _subscriptions = [];

        public void Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
            where T : IDistributedApplicationResourceEvent
        {
            lock (_subscriptions)
                _subscriptions.Add((typeof(T), resource, (published, cancellationToken) => callback((T)published, cancellationToken)));
        }

        public async Task PublishAsync<T>(T happened, CancellationToken cancellationToken = default)
            where T : IDistributedApplicationEvent
        {
            Func<IDistributedApplicationEvent, CancellationToken, Task>[] callbacks;
            lock (_subscriptions)
                callbacks = [.. _subscriptions.Where(s => s.Event == typeof(T) && happened is IDistributedApplicationResourceEvent of && of.Resource == s.Resource).Select(s => s.Callback)];
            foreach (var callback in callbacks)
                await callback(happened, cancellationToken);
        }
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A resource runs and is healthy; published at each start of it.</summary>
    public class ResourceReadyEvent(IResource resource, IServiceProvider services) : Eventing.IDistributedApplicationResourceEvent
    {
        public IResource Resource { get; } = resource;

        public IServiceProvider Services { get; } = services;
    }
}

namespace Aspire.Hosting
{
    public static class DistributedApplicationEventingExtensions
    {
        public static IResourceBuilder<T> OnResourceReady<T>(this IResourceBuilder<T> builder, Func<T, ResourceReadyEvent, CancellationToken, Task> callback)
            where T : IResource
        {
            ArgumentNullException.ThrowIfNull(builder);
            var resource = builder.Resource;
            builder.ApplicationBuilder.Eventing.Subscribe<ResourceReadyEvent>(resource, (ready, cancellationToken) => callback(resource, ready, cancellationToken));
            return builder;
        }
    }
}
