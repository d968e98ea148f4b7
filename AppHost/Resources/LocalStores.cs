using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace AppHost.Resources;

/// <summary>Debian's own postgres and rabbitmq-server as processes of the platform, on loopback, with data and passwords of its own.</summary>
internal static class LocalStoresExtensions
{
    extension(IDistributedApplicationBuilder builder)
    {
        public Stores AddLocalStores(DataFolder data, IReadOnlyList<string> databases)
        {
            // Executables inherit the host's environment; what reads these folders is the scripts alone.
            var (postgres, connections) = builder.AddLocalPostgres(data, databases);
            return new Stores(
                connections.ToDictionary(connection => connection.Resource.Name, connection => new Store(connection, postgres), StringComparer.Ordinal),
                builder.AddLocalRabbitMq(data),
                Vectors: null);
        }

        (IResourceBuilder<ExecutableResource> Server, IReadOnlyList<IResourceBuilder<ConnectionStringResource>> Databases) AddLocalPostgres(DataFolder data, IReadOnlyList<string> databases)
        {
            var port = data.Port("postgres");
            var password = builder.AddParameter("postgres-password", secret: true);
            builder.Services.AddSingleton(new PostgresReady(port, builder.Configuration["Parameters:postgres-password"], databases));
            builder.Services.AddHealthChecks().AddCheck<PostgresReady>("postgres-ready");

            var server = builder.AddExecutable("postgres", "bash", data.Folder("postgres"), Script("postgres.sh"), Text(port))
                .WithEndpoint(port: port, name: "tcp", scheme: "tcp", isProxied: false)
                .WithEnvironment("POSTGRES_PASSWORD", password)
                .WithHealthCheck("postgres-ready");
            var tcp = server.GetEndpoint("tcp");
            return (server, [.. databases.Select(name => builder.AddConnectionString(name, ReferenceExpression.Create(
                $"Host={tcp.Property(EndpointProperty.IPV4Host)};Port={tcp.Property(EndpointProperty.Port)};Database={name};Username={PostgresReady.User};Password={password}")))]);
        }

        Store AddLocalRabbitMq(DataFolder data)
        {
            var port = data.Port("rabbitmq");
            var password = builder.AddParameter("rabbitmq-password", secret: true);
            builder.Services.AddSingleton(new RabbitMqReady(port, builder.Configuration["Parameters:rabbitmq-password"]));
            builder.Services.AddHealthChecks().AddCheck<RabbitMqReady>("rabbitmq-ready");

            var server = builder.AddExecutable("rabbitmq", "bash", data.Folder("rabbitmq"), Script("rabbitmq.sh"), Text(port), Text(data.Port("rabbitmq-nodes")), Text(data.Port("epmd")))
                .WithEndpoint(port: port, name: "tcp", scheme: "tcp", isProxied: false)
                .WithEnvironment("RABBITMQ_PASSWORD", password)
                .WithHealthCheck("rabbitmq-ready");
            var tcp = server.GetEndpoint("tcp");
            var connection = builder.AddConnectionString("messaging", ReferenceExpression.Create(
                $"amqp://{RabbitMqReady.User}:{password}@{tcp.Property(EndpointProperty.IPV4Host)}:{tcp.Property(EndpointProperty.Port)}"));
            return new Store(connection, server);
        }
    }

    static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Resources", name);

    static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
