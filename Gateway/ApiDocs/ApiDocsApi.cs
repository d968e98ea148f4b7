using Gateway.Proxy;
using ServiceDefaults.OpenApi;

namespace Gateway.ApiDocs;

/// <summary>The OpenAPI documents of the whole platform at one place; the page at <c>/docs</c> (wwwroot/docs) shows them.</summary>
internal static class ApiDocsApi
{
    extension(WebApplicationBuilder builder)
    {
        // The gateway's own document; /openapi/{name}.json serves it.
        public void AddApiDocs()
        {
            builder.Services.AddPlatformOpenApi("gateway");
            builder.Services.AddSingleton<ServiceDocuments>();
        }
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapApiDocs()
        {
            foreach (var service in ServiceAddresses.Public)
            {
                routes.MapGet($"/openapi/{service}.json", (ServiceDocuments documents, CancellationToken cancellationToken) => documents.GetAsync(service, cancellationToken))
                    .AllowAnonymous()
                    .ExcludeFromDescription();
            }
        }
    }
}
