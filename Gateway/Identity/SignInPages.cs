using Gateway.Edge;
using Gateway.Home;
using Gateway.Identity.Pages;
using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace Gateway.Identity;

/// <summary>
/// Registering, signing in and signing out as plain forms, for browsers without script and for whoever opens a page signed out. <see cref="CrossSiteRequests"/> refuses
/// these forms from other sites, as nobody has a token before the first page.
/// </summary>
internal static class SignInPages
{
    public const string SignInPath = "/sign-in";
    public const string RegisterPath = "/register";
    public const string SignOutPath = "/sign-out";
    private const int MaxBodyBytes = 16 * 1024;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapSignInPages()
        {
            var pages = routes.MapGroup("").WithMetadata(new BodyLimit(MaxBodyBytes)).ExcludeFromDescription();
            var visitors = pages.MapGroup("").AllowAnonymous().DisableAntiforgery();
            visitors.MapGet(SignInPath, (string? next, HttpContext context, Sessions sessions, CancellationToken cancellationToken) => ShowAsync(next, isNew: false, context, sessions, cancellationToken));
            visitors.MapPost(SignInPath, SignInAsync);
            visitors.MapGet(RegisterPath, (string? next, HttpContext context, Sessions sessions, CancellationToken cancellationToken) => ShowAsync(next, isNew: true, context, sessions, cancellationToken));
            visitors.MapPost(RegisterPath, RegisterAsync);
            pages.MapPost(SignOutPath, SignOutAsync).AllowAnonymous().RequireAntiforgeryToken((_, message) => new ApiError(StatusCodes.Status400BadRequest, message));
        }
    }

    // Who is signed in already is led on: the back button after a sign-in does not ask for the password again.
    private static async Task<IResult> ShowAsync(string? next, bool isNew, HttpContext context, Sessions sessions, CancellationToken cancellationToken) =>
        await sessions.IsLiveAsync(context.User, cancellationToken)
            ? PlatformPages.SeeOther(ReturnPath.Of(next) ?? ShowDashboard.Path)
            : Page(new CredentialsForm { Next = ReturnPath.Of(next) }, isNew, StatusCodes.Status200OK);

    private static async Task<IResult> SignInAsync(
        [FromForm] string? email, [FromForm] string? password, [FromForm] string? next, HttpContext context, Login login, CancellationToken cancellationToken)
    {
        var form = new CredentialsForm { Email = Shown(email), Next = ReturnPath.Of(next) };
        if (string.IsNullOrWhiteSpace(email))
            return Page(form with { EmailError = "Write your e-mail address in full, such as name@example.com." }, isNew: false, StatusCodes.Status400BadRequest);
        if (string.IsNullOrEmpty(password))
            return Page(form with { PasswordError = "Write your password." }, isNew: false, StatusCodes.Status400BadRequest);
        var (_, refusal) = await login.SignInAsync(new LoginRequest(email, password), context, cancellationToken);
        return refusal is null
            ? PlatformPages.SeeOther(form.Next ?? ShowDashboard.Path)
            : Page(form.Refused(refusal, context.Response), isNew: false, refusal.Status);
    }

    private static async Task<IResult> RegisterAsync(
        [FromForm] string? email, [FromForm] string? password, [FromForm] string? next, HttpContext context, Register register, Login login, CancellationToken cancellationToken)
    {
        var form = new CredentialsForm { Email = Shown(email), Next = ReturnPath.Of(next) };
        var (user, refusal) = await register.CreateAsync(new RegisterRequest(email, password, Username: null, FullName: null), cancellationToken);
        if (user is not null)
            (_, refusal) = await login.SignInAsync(new LoginRequest(email, password), context, cancellationToken);
        return refusal is null
            ? PlatformPages.SeeOther(form.Next ?? ShowDashboard.Path)
            : Page(form.Refused(refusal, context.Response), isNew: true, refusal.Status);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, Sessions sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(context.User, cancellationToken);
        SessionCookie.Clear(context);
        return PlatformPages.SeeOther("/#signed-out");
    }

    private static IResult Page(CredentialsForm form, bool isNew, int status) => PlatformPages.Html<CredentialsPage>(new { Form = form, IsNew = isNew }, status);

    // As much as the field itself takes.
    private static string Shown(string? email) => email is { Length: > 254 } ? email[..254] : email ?? "";
}
