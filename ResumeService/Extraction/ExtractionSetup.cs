namespace ResumeService.Extraction;

internal static class ExtractionSetup
{
    extension(IHostApplicationBuilder builder)
    {
        /// <summary>Registers <see cref="IDocumentReader"/> over a pool of worker processes that starts with the service; limits come from the section <c>Extraction</c>.</summary>
        public IHostApplicationBuilder AddExtraction()
        {
            builder.Services.AddOptions<ExtractionOptions>()
                .BindConfiguration(ExtractionOptions.Section)
                .Validate(options => options is { Workers: > 0, MaxWaiting: >= 0, MaxPages: > 0, MaxEntries: > 0 } && options.TimeLimit > TimeSpan.Zero && options.TotalTimeLimit >= options.TimeLimit)
                .ValidateOnStart();
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddSingleton<ExtractionPool>();
            builder.Services.AddSingleton<IDocumentReader>(services => services.GetRequiredService<ExtractionPool>());
            builder.Services.AddHostedService(services => services.GetRequiredService<ExtractionPool>());
            return builder;
        }
    }
}
