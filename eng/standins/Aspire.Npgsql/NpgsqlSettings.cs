namespace Aspire.Npgsql;

/// <summary>Settings of one data source, bound from <c>Aspire:Npgsql</c> and then from <c>Aspire:Npgsql:{name}</c>.</summary>
public sealed class NpgsqlSettings
{
    /// <summary>Connection string; <c>ConnectionStrings:{name}</c> wins over the section's value.</summary>
    public string? ConnectionString { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }

    public bool DisableMetrics { get; set; }
}
