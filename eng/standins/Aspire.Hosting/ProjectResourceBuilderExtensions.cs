using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class ProjectResourceBuilderExtensions
{
    /// <summary>A project of the solution, built together with the host.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ProjectResource(name)).WithAnnotation(new TProject()).WithEnvironment(context =>
        {
            var urls = new ReferenceExpression.ExpressionInterpolatedStringHandler(0, 0);
            foreach (var endpoint in context.Resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.UriScheme is "http" or "https"))
            {
                urls.AppendLiteral($"{(urls.Parts.Count == 0 ? "" : ";")}{endpoint.UriScheme}://{endpoint.TargetHost}:");
                urls.AppendFormatted(new EndpointReference((IResourceWithEndpoints)context.Resource, endpoint.Name).Property(EndpointProperty.TargetPort));
            }
            if (urls.Parts.Count > 0)
                context.EnvironmentVariables["ASPNETCORE_URLS"] = ReferenceExpression.Create(urls);
            context.EnvironmentVariables["OTEL_SERVICE_NAME"] = context.Resource.Name;
            // A log line of the host carries one name in front, so a record is one line.
            context.EnvironmentVariables["Logging__Console__FormatterName"] = "simple";
            context.EnvironmentVariables["Logging__Console__FormatterOptions__SingleLine"] = "true";
        });
    }

    /// <summary>Runs the project <paramref name="replicas"/> times behind the same endpoints.</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        return builder.WithAnnotation(new ReplicaAnnotation(replicas), ResourceAnnotationMutationBehavior.Replace);
    }
}
