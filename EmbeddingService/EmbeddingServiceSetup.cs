using EmbeddingService.Chunks;
using EmbeddingService.Features;
using EmbeddingService.Indexing;
using EmbeddingService.Messaging;
using EmbeddingService.Models;
using EmbeddingService.Models.Static;
using MassTransit;
using ServiceDefaults.Messaging;
using ServiceDefaults.Persistence;

namespace EmbeddingService;

internal static class EmbeddingServiceSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddEmbeddingService()
        {
            builder.Services.AddSingleton(_ => StaticTable.ReadBuiltIn());
            builder.Services.AddSingleton<SoftRecall>();
            builder.AddEmbeddingModel<StaticEmbeddingGenerator>();
            builder.Services.AddSingleton<Boilerplate>();
            builder.AddPlatformDatabase("embeddingdb", typeof(EmbeddingServiceSetup).Assembly);
            builder.AddChunkStore();
            builder.AddIndexing();
            builder.AddPlatformMessaging("embedding", bus =>
            {
                bus.AddConsumer<IndexResumeConsumer, IndexResumeConsumerDefinition>();
                bus.AddConsumer<SearchChunksConsumer, SearchChunksConsumerDefinition>();
                bus.AddConsumer<EmbedTextsConsumer, EmbedTextsConsumerDefinition>();
                bus.AddConsumer<CompareResumeConsumer, CompareResumeConsumerDefinition>();
                bus.AddConsumer<ResumeParsedConsumer, ResumeParsedConsumerDefinition>();
                bus.AddConsumer<ResumeParsedFaultConsumer>();
                bus.AddConsumer<ResumeDeletedConsumer>();
                bus.AddConsumer<UserDeletedConsumer>();
            });
        }
    }
}
