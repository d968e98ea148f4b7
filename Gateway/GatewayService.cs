using System.Text.Json;
using Gateway.Accounts;
using Gateway.ApiDocs;
using Gateway.Edge;
using Gateway.Home;
using Gateway.Identity;
using Gateway.Operators;
using Gateway.Proxy;
using Gateway.RateLimiting;
using ServiceDefaults.Messaging;
using ServiceDefaults.Persistence;
using ServiceDefaults.Web;

namespace Gateway;

internal static class GatewayService
{
    extension(WebApplicationBuilder builder)
    {
        public void AddGateway()
        {
            builder.Services.Configure<GatewayOptions>(builder.Configuration.GetSection(GatewayOptions.Section));
            builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
            builder.AddPlatformDatabase("identitydb", typeof(GatewayService).Assembly);
            builder.AddPlatformMessaging("gateway");
            builder.AddEdge();
            builder.AddPlatformPages("gateway");
            builder.AddIdentity();
            builder.AddHomePages();
            builder.AddAccountPages();
            builder.AddRateLimiting();
            builder.AddServices();
            builder.AddApiDocs();
            builder.AddOperators();
        }
    }
}
