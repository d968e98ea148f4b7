using Gateway.Edge;
using Gateway.RateLimiting;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Gateway.Proxy;

/// <summary>
/// Which path goes to which service. What is not listed goes nowhere: above all <c>/internal</c>, which the services have for each other. Every route needs
/// sign-in.
/// </summary>
internal static class ServiceRoutes
{
    private static readonly (string Path, string Service, Body Body)[] Table =
    [
        ("/api/upload_resume", ServiceAddresses.Resume, Body.Upload),
        ("/api/resume/{**rest}", ServiceAddresses.Resume, Body.Usual),
        ("/api/resumes/{**rest}", ServiceAddresses.Resume, Body.Usual),
        ("/api/embedding/{**rest}", ServiceAddresses.Embedding, Body.Usual),
        ("/api/resume_based_questions", ServiceAddresses.Interview, Body.Usual),
        ("/api/interview", ServiceAddresses.Interview, Body.Upload),
        ("/api/interview/{**rest}", ServiceAddresses.Interview, Body.Usual),
        ("/api/mock-interviews", ServiceAddresses.Interview, Body.Usual),
        ("/session/{id}/upload-cv", ServiceAddresses.Interview, Body.Upload),
        ("/session/{**rest}", ServiceAddresses.Interview, Body.Usual),
        ("/interviews/reports", ServiceAddresses.Interview, Body.Upload),
        ("/interviews/sessions", ServiceAddresses.Interview, Body.Upload),
        ("/resumes", ServiceAddresses.Resume, Body.Upload),
        ("/resumes/{**rest}", ServiceAddresses.Resume, Body.Usual),
        ("/interviews/{**rest}", ServiceAddresses.Interview, Body.Usual),
        ("/cvs/{**rest}", ServiceAddresses.ChatCv, Body.Usual),
        ("/api/v1/chat/{**rest}", ServiceAddresses.ChatCv, Body.Usual),
        ("/api/v1/documents/{**rest}", ServiceAddresses.ChatCv, Body.Usual),
    ];

    // Headers by which a client could claim to be somebody else; X-Forwarded-* is set anew by YARP.
    private static readonly string[] Claims = ["Forwarded", "X-Real-IP", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-HTTP-Method-Override"];

    private enum Body
    {
        Usual,
        Upload,
    }

    extension(WebApplicationBuilder builder)
    {
        public void AddServices()
        {
            var addresses = new ServiceAddresses(builder.Configuration);
            var options = builder.Configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>() ?? new GatewayOptions();
            builder.Services.AddSingleton(addresses);
            builder.Services.AddReverseProxy()
                .LoadFromMemory(Routes(), Clusters(addresses, options))
                .ConfigureHttpClient((_, handler) => handler.ConnectTimeout = options.ProbeTimeout)
                .AddTransforms(route =>
                {
                    foreach (var claim in Claims)
                        route.AddRequestHeaderRemove(claim);
                    route.AddResponseHeaderRemove("Server", ResponseCondition.Always);
                });
            builder.AddServiceHealth();
        }
    }

    extension(WebApplication app)
    {
        public void MapServices()
        {
            var upload = new BodyLimit(app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.MaxUploadBytes);
            app.MapReverseProxy(proxy =>
            {
                // Behind sign-in, which the routes require: who may not enter uses up nobody's limit.
                proxy.UseMiddleware<SessionCreationLimit>();
                proxy.UseMiddleware<ServiceErrors>();
                proxy.UseLoadBalancing();
            }).ConfigureEndpoints((endpoint, route) =>
            {
                if (Table.Any(row => row.Path == route.RouteId && row.Body == Body.Upload))
                    endpoint.WithMetadata(upload);
            });
        }
    }

    private static List<RouteConfig> Routes() => Table
        .Select(row => new RouteConfig
        {
            RouteId = row.Path,
            ClusterId = row.Service,
            Match = new RouteMatch { Path = row.Path },
            AuthorizationPolicy = "default",
        })
        .ToList();

    private static List<ClusterConfig> Clusters(ServiceAddresses addresses, GatewayOptions options) => Table
        .Select(row => row.Service)
        .Distinct(StringComparer.Ordinal)
        .Select(service => new ClusterConfig
        {
            ClusterId = service,
            Destinations = addresses.Of(service).ToDictionary(
                address => address.ToString(), address => new DestinationConfig { Address = address.ToString() }, StringComparer.Ordinal),
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = options.ServiceTimeout },
        })
        .ToList();
}
