using ServiceDefaults.Resilience;

namespace EmbeddingService.Indexing;

internal static class IndexingSetup
{
    extension(WebApplicationBuilder builder)
    {
        /// <summary>How resumes become searchable, and how what an earlier model left becomes so again. After the chunk store.</summary>
        public void AddIndexing()
        {
            builder.Services.AddOptions<IndexingOptions>().BindConfiguration(IndexingOptions.Section)
                .Validate(options => options.Attempts is >= 1 and <= 10, "Embedding:Indexing:Attempts must be 1 to 10.")
                .Validate(options => options.Batch is >= 1 and <= 1000, "Embedding:Indexing:Batch must be 1 to 1000.")
                .ValidateOnStart();
            builder.Services.AddSingleton<ResumeGate>();
            builder.Services.AddTransient<ResumeIndexer>();
            builder.AddServiceClient<ResumeClient>("resume");
            builder.Services.AddHostedService<StaleIndexes>();
        }
    }
}
