using Gateway.Edge;
using Gateway.Proxy;
using ServiceDefaults.Problems;
using ServiceDefaults.Resilience;
using ServiceDefaults.Web;

namespace Gateway.Accounts;

/// <summary>The pages about a user's own account.</summary>
internal static class AccountPages
{
    public const string Path = "/account";
    private const int MaxBodyBytes = 16 * 1024;

    // A scan of 16 MB is part of what is asked for.
    private static readonly ResilienceOptions Export = new() { TotalTimeout = TimeSpan.FromSeconds(60), AttemptTimeout = TimeSpan.FromSeconds(30) };

    extension(WebApplicationBuilder builder)
    {
        public void AddAccountPages()
        {
            builder.AddServiceClient<ResumeExport>(ServiceAddresses.Resume, Export);
            builder.AddServiceClient<EmbeddingExport>(ServiceAddresses.Embedding, Export);
            builder.AddServiceClient<InterviewExport>(ServiceAddresses.Interview, Export);
            builder.AddServiceClient<ChatCvExport>(ServiceAddresses.ChatCv, Export);
            builder.Services.AddTransient<ExportAccount>();
        }
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapAccountPages()
        {
            var account = routes.MapGroup(Path).WithMetadata(new BodyLimit(MaxBodyBytes)).RequireAuthorization().ExcludeFromDescription()
                .RequireAntiforgeryToken((_, message) => new ApiError(StatusCodes.Status400BadRequest, message));
            account.MapGet("", ShowAccount.HandleAsync);
            account.MapPost("/sessions/{id:guid}/end", EndSessions.OneAsync);
            account.MapPost("/sessions/end-others", EndSessions.OthersAsync);
            account.MapGet("/export", ExportAccount.HandleAsync);
            account.MapPost("/delete", DeleteAccount.HandleAsync);
        }
    }
}
