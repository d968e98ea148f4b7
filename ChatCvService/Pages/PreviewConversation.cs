using System.Security.Claims;
using ChatCvService.Documents;
using ChatCvService.Documents.Templates;
using ChatCvService.Persistence;
using Npgsql;
using ServiceDefaults.Auth;

namespace ChatCvService.Pages;

/// <summary><c>GET /cvs/{id}/preview?template=modern</c>: what the document would look like now.</summary>
internal static class PreviewConversation
{
    public static async Task<IResult> HandleAsync(
        string id, string? template, ClaimsPrincipal user, HttpContext context, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!DocumentErrors.TryTemplate(template, out var look))
            return DocumentErrors.UnknownTemplate;
        if (!Guid.TryParse(id, out var sessionId) || await StoredSession.FindAsync(dataSource, sessionId, user.UserId(), now, cancellationToken) is not { } session)
            return PageAnswers.NoConversation(context.Request);

        context.Response.Headers.ContentSecurityPolicy = PreviewDocument.ContentSecurityPolicy;
        var dialogue = session.Dialogue;
        return TypedResults.Content(
            CvHtml.ForBrowser(new CvDocument
            {
                Cv = dialogue.Cv,
                // Stands where the name will.
                Title = "Your name",
                Template = look ?? CvTemplate.Find(session.TemplateCode ?? "") ?? CvTemplate.Default,
                CreatedAt = now,
                IsLetter = dialogue.IsLetter,
            }),
            "text/html; charset=utf-8");
    }
}
