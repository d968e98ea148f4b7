using Gateway.Home.Pages;
using Gateway.Identity;
using ServiceDefaults.Web;

namespace Gateway.Home;

/// <summary><c>GET /dashboard</c>: the next step, and everything a user has here with its state.</summary>
internal static class ShowDashboard
{
    public const string Path = "/dashboard";

    public static async Task<IResult> HandleAsync(HttpRequest request, OwnLists lists, CancellationToken cancellationToken) =>
        PlatformPages.Html<DashboardPage>(new { Belongings = await lists.ReadAsync(SessionCookie.AccessTokenOf(request), cancellationToken) });
}
