using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Auth;

/// <summary>Validates the platform's tokens, from <c>Authorization: Bearer</c> or else the cookie <c>token</c>.</summary>
public static class PlatformAuthentication
{
    /// <summary>Policy of <c>/internal</c> routes: another service of the platform calls, never a user.</summary>
    public const string ServicePolicy = "service";

    internal static void AddPlatformAuthentication(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddSingleton<IConfigureOptions<JwtBearerOptions>>(services => new ConfigureNamedOptions<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            bearer =>
            {
                bearer.MapInboundClaims = false;
                bearer.TokenValidationParameters = PlatformTokens.Validation(
                    PlatformTokens.SigningKey(builder.Configuration), services.GetRequiredService<TimeProvider>());
                bearer.Events = new JwtBearerEvents { OnMessageReceived = ReadCookie, OnChallenge = Challenge };
            }));
        builder.Services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder()
                .RequireClaim(PlatformTokens.TypeClaim, PlatformTokens.AccessType)
                .RequireAssertion(context => PlatformTokens.TryGetUserId(context.User, out _))
                .Build())
            .AddPolicy(ServicePolicy, policy => policy.RequireClaim(PlatformTokens.TypeClaim, PlatformTokens.ServiceType));
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, WrongKindOfToken>();
    }

    private static Task ReadCookie(MessageReceivedContext context)
    {
        // An Authorization header, also a bad one, is never overruled by the cookie.
        if (context.Request.Headers.Authorization.Count == 0)
            context.Token = context.Request.Cookies[PlatformTokens.CookieName];
        return Task.CompletedTask;
    }

    // 401 without the reason: an attacker learns nothing about the token, and the body comes from the route's error shape.
    private static Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        return Task.CompletedTask;
    }
}
