using System.Text.Json;
using EmbeddingService.Contracts;
using ResumeService.Extraction;
using ResumeService.Features;
using ResumeService.Gap;
using ResumeService.Messaging;
using ResumeService.Skills;
using ServiceDefaults.Messaging;
using ServiceDefaults.Persistence;
using ServiceDefaults.Resilience;
using ServiceDefaults.Web;

namespace ResumeService;

/// <summary>Everything ResumeService is made of.</summary>
public static class ResumeServiceSetup
{
    /// <summary>Adds the document pipeline, the database, the bus and the clients of other services.</summary>
    public static void AddResumeService(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // S0's field names (CONTRACT.md, "Everywhere").
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        builder.AddExtraction();
        builder.Services.AddSingleton(SkillOntology.Load());
        builder.Services.AddSingleton<SkillMatcher>();
        builder.Services.AddSingleton<GapAnalyzer>();
        builder.Services.AddSingleton<AnalysedResume>();
        builder.Services.AddSingleton<AnalyseDocument>();

        builder.AddPlatformDatabase("resumedb", typeof(ResumeServiceSetup).Assembly);
        builder.Services.AddOptions<IndexingOptions>().BindConfiguration("Indexing");
        builder.Services.AddSingleton<ResumeIndex>();
        builder.Services.AddScoped<UploadResume>();
        builder.Services.AddScoped<ResumeGap>();
        builder.AddPlatformPages("resume");
        builder.Services.AddHostedService<IndexCatchUp>();
        builder.AddServiceClient<EmbeddingClient>("embedding", new ResilienceOptions { TotalTimeout = TimeSpan.FromSeconds(3), AttemptTimeout = TimeSpan.FromSeconds(3) });
        builder.AddPlatformMessaging("resume", bus =>
        {
            bus.AddRequestClient<IndexResume>();
            bus.AddConsumer<ResumeIndexedConsumer>();
            bus.AddConsumer<UserDeletedConsumer>();
        });
    }
}
