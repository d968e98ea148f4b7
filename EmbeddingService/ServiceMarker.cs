namespace EmbeddingService;

/// <summary>Names this service's assembly to whoever hosts it, as tests do.</summary>
public sealed class ServiceMarker
{
    private ServiceMarker()
    {
    }
}
