using ServiceDefaults.Auth;

namespace EmbeddingService.Features;

internal static class EmbeddingApi
{
    extension(IEndpointRouteBuilder routes)
    {
        /// <summary>Routes for other services of the platform alone; no part of the public API's description.</summary>
        public RouteGroupBuilder MapEmbeddingApi()
        {
            var embedding = routes.MapGroup("/internal").RequireAuthorization(PlatformAuthentication.ServicePolicy).ExcludeFromDescription()
                .AddEndpointFilter<RouteGroupBuilder, BackPressure>();
            embedding.MapPost("/search", SearchChunks.HandleAsync).WithName(nameof(SearchChunks));
            embedding.MapPost("/similarity", CompareResume.HandleAsync).WithName(nameof(CompareResume));
            return embedding;
        }
    }
}
