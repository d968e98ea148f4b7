using Gateway.Edge;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace Gateway.Identity;

internal static class IdentityApi
{
    private const int MaxBodyBytes = 16 * 1024;

    extension(WebApplicationBuilder builder)
    {
        public void AddIdentity()
        {
            builder.Services.Configure<SignInOptions>(builder.Configuration.GetSection(SignInOptions.Section));
            builder.Services.AddSingleton<Passwords>();
            builder.Services.AddSingleton<Sessions>();
            builder.Services.AddSingleton<SessionCookie>();
            builder.Services.AddSingleton<SignInThrottle>();
            builder.Services.AddSingleton<Login>();
            builder.Services.AddSingleton<Register>();
            builder.Services.AddSingleton<DeleteMe>();
            builder.Services.AddHostedService<ExpiredSessionsPurge>();
            builder.Services.AddSingleton<IAuthorizationHandler, LiveSession>();
            builder.Services.PostConfigure<AuthorizationOptions>(options => options.DefaultPolicy =
                new AuthorizationPolicyBuilder(options.DefaultPolicy).AddRequirements(new LiveSession.Requirement()).Build());
            builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, SignInPage.ForVisitors);
        }
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapIdentityApi()
        {
            var api = routes.MapGroup("/api/v1").WithMetadata(new BodyLimit(MaxBodyBytes));

            var auth = api.MapGroup("/auth").WithTags("Sign-in").AllowAnonymous();
            auth.MapPost("/register", Register.HandleAsync).WithName(nameof(Register))
                .WithSummary("Create an account")
                .Produces(400).Produces(409);
            auth.MapPost("/login", Login.HandleAsync).WithName(nameof(Login))
                .WithSummary("Sign in")
                .WithDescription("Answers an access token (30 minutes) and a refresh token (7 days), and sets the cookie named token. Too many wrong attempts are answered 429 with Retry-After.")
                .Produces(400).Produces(401).Produces(429);
            auth.MapPost("/refresh", Refresh.HandleAsync).WithName(nameof(Refresh))
                .WithSummary("Change a refresh token for new tokens")
                .WithDescription("A refresh token is good for one use. Showing a used one again revokes its whole session.")
                .Produces(400).Produces(401);
            auth.MapPost("/logout", Logout.HandleAsync).WithName(nameof(Logout))
                .WithSummary("Sign out")
                .WithDescription("Revokes the session of the refresh token, or else of the bearer token or cookie, and clears the cookie.")
                .Produces(401);

            var me = api.MapGroup("/users/me").WithTags("Account").RequireAuthorization();
            me.MapGet("", GetMe.HandleAsync).WithName(nameof(GetMe))
                .WithSummary("The signed-in user");
            me.MapDelete("", DeleteMe.HandleAsync).WithName(nameof(DeleteMe))
                .WithSummary("Delete the account")
                .WithDescription("Erases the user and every session at once, and the user's data in every service soon after.");
        }
    }
}
