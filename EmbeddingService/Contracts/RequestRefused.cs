namespace EmbeddingService.Contracts;

/// <summary>The other answer to a request on the bus.</summary>
/// <param name="Status">The status that the same request gets over HTTP: 400 for one outside its limits, 503 when it may do later.</param>
/// <param name="Message">For people; null when the status says it all.</param>
public sealed record RequestRefused(int Status, string? Message);
