namespace Gateway.Home;

internal static class HomePages
{
    // A service is healthy or it is not: who waits for the page does not wait for a service that hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    extension(WebApplicationBuilder builder)
    {
        public void AddHomePages()
        {
            builder.Services.AddHttpClient(OwnLists.Client, http => http.Timeout = Patience);
            builder.Services.AddSingleton<OwnLists>();
        }
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapHomePages() =>
            routes.MapGet(ShowDashboard.Path, ShowDashboard.HandleAsync).WithName(nameof(ShowDashboard)).RequireAuthorization().ExcludeFromDescription();
    }
}
