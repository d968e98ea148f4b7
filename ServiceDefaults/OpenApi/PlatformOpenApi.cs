using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ServiceDefaults.OpenApi;

/// <summary>What the OpenAPI documents of all services say alike: how to sign in, and the error body of each API.</summary>
public static class PlatformOpenApi
{
    private const string Bearer = "bearer";
    private const string Cookie = "cookie";

    /// <summary>Adds the document <paramref name="name"/> with the platform's rules; served at <c>/openapi/{name}.json</c>.</summary>
    public static IServiceCollection AddPlatformOpenApi(this IServiceCollection services, string name = "v1") => services.AddOpenApi(name, document =>
    {
        document.AddDocumentTransformer(DescribeServiceAsync);
        document.AddOperationTransformer(RequireSignInAsync);
        document.AddOperationTransformer(DescribeErrorsAsync);
    });

    private static Task DescribeServiceAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = context.ApplicationServices.GetRequiredService<IHostEnvironment>().ApplicationName;
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "The access_token of POST /api/v1/auth/login, in the header Authorization: Bearer.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Cookie, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = PlatformTokens.CookieName,
            Description = "The HTTP-only cookie that POST /api/v1/auth/login sets.",
        });
        return Task.CompletedTask;
    }

    private static Task RequireSignInAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<IAuthorizeData>().Any() || metadata.OfType<IAllowAnonymous>().Any())
            return Task.CompletedTask;

        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, context.Document)] = [] },
        ];
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", ErrorResponse("Not signed in, or the token is invalid or expired.", SurfaceOf(context)));
        return Task.CompletedTask;
    }

    private static Task DescribeErrorsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var surface = SurfaceOf(context);
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", ErrorResponse("Any other error, in the shape of this API.", surface));
        // A status that was declared without a body has the API's error body.
        foreach (var (status, response) in operation.Responses)
        {
            if (status[0] is '4' or '5' && response is OpenApiResponse { Content: null or { Count: 0 } } bare)
                bare.Content = ErrorResponse("", surface).Content;
        }

        return Task.CompletedTask;
    }

    private static ApiSurface SurfaceOf(OpenApiOperationTransformerContext context) => ApiSurfaces.Of(new PathString("/" + context.Description.RelativePath));

    private static OpenApiResponse ErrorResponse(string description, ApiSurface surface)
    {
        var (contentType, body) = ErrorBody(surface);
        return new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new() { Schema = body } },
        };
    }

    private static (string ContentType, OpenApiSchema Body) ErrorBody(ApiSurface surface) => surface switch
    {
        ApiSurface.Resume => ("application/json", Body(("success", JsonSchemaType.Boolean), ("message", JsonSchemaType.String))),
        ApiSurface.InterviewReport => ("application/json", Body(("message", JsonSchemaType.String))),
        ApiSurface.InterviewSession => ("application/json", Body(("code", JsonSchemaType.Integer), ("message", JsonSchemaType.String), ("data", JsonSchemaType.Null))),
        ApiSurface.Chat => ("application/json", Body(("error", JsonSchemaType.String))),
        ApiSurface.MockInterview => ("text/html", new OpenApiSchema { Type = JsonSchemaType.String }),
        _ => ("application/problem+json", Body(
            ("type", JsonSchemaType.String), ("title", JsonSchemaType.String), ("status", JsonSchemaType.Integer), ("detail", JsonSchemaType.String))),
    };

    private static OpenApiSchema Body(params (string Name, JsonSchemaType Type)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Required = members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal),
        Properties = members.ToDictionary(member => member.Name, IOpenApiSchema (member) => new OpenApiSchema { Type = member.Type }, StringComparer.Ordinal),
    };
}
