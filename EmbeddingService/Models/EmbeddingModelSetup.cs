using EmbeddingService.Models.Download;
using Microsoft.Extensions.AI;

namespace EmbeddingService.Models;

internal static class EmbeddingModelSetup
{
    extension(IHostApplicationBuilder builder)
    {
        /// <summary>The embedding model that the settings ask for, with <typeparamref name="TBuiltIn"/> behind it.</summary>
        public void AddEmbeddingModel<TBuiltIn>()
            where TBuiltIn : class, IEmbeddingGenerator<string, Embedding<float>>
        {
            var services = builder.Services;
            services.AddOptions<EmbeddingOptions>().BindConfiguration(EmbeddingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
            services.AddHttpClient<ModelDownload>(client => client.Timeout = Timeout.InfiniteTimeSpan);
            services.AddSingleton<TBuiltIn>();
            services.AddKeyedSingleton(
                ChosenModel.BuiltIn, (provider, _) => new Lazy<IEmbeddingGenerator<string, Embedding<float>>>(provider.GetRequiredService<TBuiltIn>));
            services.AddSingleton<ChosenModel>();
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => provider.GetRequiredService<ChosenModel>());
            services.AddHostedService(provider => provider.GetRequiredService<ChosenModel>());
        }
    }
}
