using AppHost;
using AppHost.Resources;

if (!PlatformHost.TryOpen(out var host))
    return 1;

using (host)
{
    var builder = DistributedApplication.CreateBuilder(args);
    host.Configure(builder);

    var signingKey = builder.AddParameter("jwt-signing-key", secret: true);
    var operatorKey = builder.AddParameter("operator-key", secret: true);
    var stores = builder.AddStores(host.Data, databases: ["identitydb", "resumedb", "embeddingdb", "interviewdb", "chatcvdb"]);

    var resume = AddService<Projects.ResumeService>("resume").Uses(stores.Database("resumedb")).Uses(stores.Messaging);
    var embedding = AddService<Projects.EmbeddingService>("embedding").Uses(stores.Database("embeddingdb")).Uses(stores.Messaging).Uses(stores.Vectors);
    var interview = AddService<Projects.InterviewService>("interview").Uses(stores.Database("interviewdb")).Uses(stores.Messaging);
    var chatcv = AddService<Projects.ChatCvService>("chatcv").Uses(stores.Database("chatcvdb")).Uses(stores.Messaging);

    // Services know each other's addresses but wait for nobody except the stores: one that is down keeps no other from starting.
    resume.WithReference(embedding);
    embedding.WithReference(resume);
    interview.WithReference(resume).WithReference(embedding);
    chatcv.WithReference(resume);

    // Which embedding model is in use is said to the host (./run --minilm, Embedding__ModelPath); the service keeps fetched ones with the other data.
    foreach (var setting in builder.Configuration.GetSection("Embedding").GetChildren())
        embedding.WithEnvironment($"Embedding__{setting.Key}", setting.Value ?? "");
    embedding.WithEnvironment("Embedding__Models", host.Data.Folder("models"));

    // So is the language model, if any (Ai__Provider).
    builder.AddLanguageModel(interview, chatcv);

    builder.AddProject<Projects.Gateway>("gateway")
        .WithHttpEndpoint(port: host.Address.Port, isProxied: false)
        .WithEndpoint("http", endpoint => endpoint.TargetHost = host.Address.Host)
        .WithExternalHttpEndpoints()
        .WithHttpHealthCheck("/health")
        .WithEnvironment("Auth__SigningKey", signingKey)
        .WithEnvironment("Operators__Key", operatorKey)
        .Uses(stores.Database("identitydb")).Uses(stores.Messaging)
        .WithReference(resume).WithReference(embedding).WithReference(interview).WithReference(chatcv)
        // Its port opens when there is something behind it; a service that goes down later does not take it along.
        .WaitFor(resume).WaitFor(embedding).WaitFor(interview).WaitFor(chatcv)
        .OnResourceReady((_, _, _) => host.SayReadyAsync());

    await builder.Build().RunAsync();

    IResourceBuilder<ProjectResource> AddService<TProject>(string name)
        where TProject : IProjectMetadata, new() => builder.AddProject<TProject>(name)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health")
            .WithEnvironment("Auth__SigningKey", signingKey);
}
return 0;
