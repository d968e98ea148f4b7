using System.Data;
using System.Reflection;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ServiceDefaults.Persistence;

/// <summary>A service's own database: data source, migrations at start, outbox and its relay, inbox.</summary>
public static class PlatformDatabase
{
    static PlatformDatabase()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new UtcTime());
    }

    /// <summary>Adds the database of the connection string called <paramref name="connectionName"/>.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="connectionName">For instance <c>resumedb</c>.</param>
    /// <param name="migrations">Assembly that embeds <c>Persistence/Migrations/NNNN_name.sql</c>.</param>
    public static void AddPlatformDatabase(this IHostApplicationBuilder builder, string connectionName, Assembly migrations)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddNpgsqlDataSource(connectionName);
        builder.Services.AddSingleton(services => new SqlMigrator(
            services.GetRequiredService<NpgsqlDataSource>(),
            [typeof(PlatformDatabase).Assembly, migrations],
            services.GetRequiredService<ILogger<SqlMigrator>>()));
        builder.Services.AddHostedService<MigrateAtStart>();
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddHostedService<OutboxRelay>();
    }

    // Npgsql reads timestamptz as a UTC DateTime and writes only DateTimeOffsets that are UTC.
    private sealed class UtcTime : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => new((DateTime)value, TimeSpan.Zero);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
    }

    // Before Kestrel listens and before any consumer runs, so that nothing meets a database without its tables.
    private sealed class MigrateAtStart(SqlMigrator migrator) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => migrator.MigrateAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
