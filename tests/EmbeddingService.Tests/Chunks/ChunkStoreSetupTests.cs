using EmbeddingService.Chunks;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class ChunkStoreSetupTests
{
    [Theory]
    [InlineData("Endpoint=http://qdrant:6334;Key=top secret", "http://qdrant:6334/", "top secret")]
    [InlineData("endpoint=https://qdrant.example:443/;key=", "https://qdrant.example/", null)]
    [InlineData("Key=k;Endpoint=http://127.0.0.1:50123", "http://127.0.0.1:50123/", "k")]
    [InlineData("http://localhost:6333", "http://localhost:6333/", null)]
    public void The_connection_string_is_read_as_Aspire_writes_it(string text, string address, string? key) =>
        ChunkStoreSetup.Read(text).ShouldBe((new Uri(address), key));

    [Theory]
    [InlineData("qdrant")]
    [InlineData("Key=top secret")]
    [InlineData("Endpoint=;Key=top secret")]
    [InlineData("Endpoint==;;Key='top secret")]
    public void One_without_an_address_is_refused_without_telling_the_key(string text) =>
        Should.Throw<InvalidOperationException>(() => ChunkStoreSetup.Read(text)).Message.ShouldNotContain("secret");
}
