namespace Gateway;

/// <summary>Section <c>Gateway</c>.</summary>
public sealed class GatewayOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Gateway";

    /// <summary>Largest body, in bytes, of every request that is no upload: a job description of 1 MB reaches its service.</summary>
    public long MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Largest body, in bytes, of an upload: a file of 16 MB, a job description beside it and what multipart adds. The services decide about the file's
    /// own 16 MB; the gateway cuts off what is far beyond.
    /// </summary>
    public long MaxUploadBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>How long a service may be silent in the middle of a call.</summary>
    public TimeSpan ServiceTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a service's <c>/health</c> or OpenAPI document is waited for.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of proxies in front whose <c>X-Forwarded-*</c> headers count. None by default.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];
}
