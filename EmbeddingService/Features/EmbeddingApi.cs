using ServiceDefaults.Auth;

namespace EmbeddingService.Features;

internal static class EmbeddingApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapEmbeddingApi()
        {
            var embedding = routes.MapGroup("/api/embedding").WithTags("Embedding").RequireAuthorization();
            embedding.MapGet("/models", GetModels.HandleAsync).WithName(nameof(GetModels));

            // For other services of the platform alone; no part of the public API's description.
            var services = routes.MapGroup("/internal").RequireAuthorization(PlatformAuthentication.ServicePolicy).ExcludeFromDescription()
                .AddEndpointFilter<RouteGroupBuilder, BackPressure>();
            services.MapGet("/users/{userId:long}/export", ExportUser.HandleAsync).WithName(nameof(ExportUser));
            services.MapPost("/search", SearchChunks.HandleAsync).WithName(nameof(SearchChunks));
            services.MapPost("/embed", EmbedTexts.HandleAsync).WithName(nameof(EmbedTexts));
            services.MapPost("/similarity", CompareResume.HandleAsync).WithName(nameof(CompareResume));
            services.MapPost("/texts/compare", CompareTexts.HandleAsync).WithName(nameof(CompareTexts));
        }
    }
}
