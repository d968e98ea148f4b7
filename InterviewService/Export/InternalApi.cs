using ServiceDefaults.Auth;

namespace InterviewService.Export;

/// <summary>Routes for the other services; the gateway does not lead here, and a user's token does not open them.</summary>
internal static class InternalApi
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapInternalApi()
        {
            var api = routes.MapGroup("/internal").ExcludeFromDescription().RequireAuthorization(PlatformAuthentication.ServicePolicy);
            api.MapGet("/users/{userId:long}/export", ExportUser.HandleAsync).WithName(nameof(ExportUser));
            return api;
        }
    }
}
