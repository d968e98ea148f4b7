using System.Globalization;
using System.Security.Claims;
using ChatCvService.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>POST /cvs/documents/{id}/delete</c>: a form cannot send DELETE.</summary>
internal static class RemoveDocument
{
    public static async Task<IResult> HandleAsync(string id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var documentId)
        && (await DeleteDocument.HandleAsync(documentId, user, dataSource, cancellationToken)).Result is NoContent
            ? PlatformPages.SeeOther(CvPages.List)
            : PageAnswers.NoDocument;
}
