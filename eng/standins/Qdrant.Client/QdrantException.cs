#pragma warning disable CA1032 // The constructor is the original's.
namespace Qdrant.Client;

/// <summary>The server did the call and says that it came to nothing.</summary>
public class QdrantException(string message) : Exception(message);
