using ChatCvService.Documents;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary>The web pages of CVs: the list, the conversation beside its paper, the finished document. Somebody else's is not there.</summary>
internal static class CvPages
{
    public const string List = "/cvs";

    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapCvPages()
        {
            var cvs = routes.MapGroup(List).ExcludeFromDescription().RequireAuthorization()
                .RequireAntiforgeryToken((_, message) => new ApiError(StatusCodes.Status400BadRequest, message));
            cvs.MapGet("/", ListCvs.HandleAsync);
            cvs.MapGet("/start", StartCv.ShowAsync);
            cvs.MapPost("/start", StartCv.HandleAsync);
            cvs.MapGet("/{id}", ShowConversation.HandleAsync);
            cvs.MapGet("/{id}/preview", PreviewConversation.HandleAsync);
            cvs.MapPost("/{id}/message", SayInConversation.HandleAsync);
            cvs.MapPost("/{id}/template", ChooseTemplate.HandleAsync);
            cvs.MapPost("/{id}/finalize", FinishCv.HandleAsync);
            cvs.MapPost("/{id}/delete", DeleteConversation.HandleAsync);
            cvs.MapGet("/documents/{id}", ShowDocument.HandleAsync);
            // The same files as the API's; an error is a page here.
            cvs.MapGet("/documents/{id:long}/export", ExportDocument.HandleAsync);
            cvs.MapPost("/documents/{id}/template", KeepTemplate.HandleAsync);
            cvs.MapPost("/documents/{id}/delete", RemoveDocument.HandleAsync);
            return cvs;
        }
    }

    public static string OfConversation(Guid id) => $"{List}/{id}";

    public static string OfDocument(long id) => $"{List}/documents/{id}";
}
