using EmbeddingService.Chunks;
using EmbeddingService.Indexing;
using EmbeddingService.Messaging;
using EmbeddingService.Models;
using MassTransit;
using ServiceDefaults.Messaging;
using ServiceDefaults.Persistence;
using ServiceDefaults.Resilience;

namespace EmbeddingService;

internal static class EmbeddingServiceSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddEmbeddingService()
        {
            builder.AddEmbeddingModel<HashedEmbeddingGenerator>();
            builder.Services.AddSingleton<IChunkStore, PostgresChunkStore>();
            builder.Services.AddSingleton<ResumeGate>();
            builder.Services.AddTransient<ResumeIndexer>();
            builder.AddServiceClient<ResumeClient>("resume");
            builder.AddPlatformDatabase("embeddingdb", typeof(EmbeddingServiceSetup).Assembly);
            builder.AddPlatformMessaging("embedding", bus =>
            {
                bus.AddConsumer<IndexResumeConsumer, IndexResumeConsumerDefinition>();
                bus.AddConsumer<ResumeParsedConsumer, ResumeParsedConsumerDefinition>();
                bus.AddConsumer<ResumeDeletedConsumer>();
                bus.AddConsumer<UserDeletedConsumer>();
            });
        }
    }
}
