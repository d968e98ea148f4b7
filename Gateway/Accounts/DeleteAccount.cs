using System.Security.Claims;
using Gateway.Identity;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace Gateway.Accounts;

/// <summary><c>POST /account/delete</c>: erases the account once its e-mail was typed.</summary>
internal static class DeleteAccount
{
    public static async Task<IResult> HandleAsync(
        [FromForm] string? email, ClaimsPrincipal principal, HttpContext context, NpgsqlDataSource database, Sessions sessions, DeleteMe delete, CancellationToken cancellationToken)
    {
        var id = principal.UserId();
        if (await GetMe.FindAsync(database, id, cancellationToken) is not { } user)
            return new ApiError(StatusCodes.Status401Unauthorized);
        if (EmailAddress.Normalise(email ?? "") != user.Email)
        {
            var typed = email is { Length: > 254 } ? email[..254] : email ?? "";
            return await ShowAccount.PageAsync(new AccountNotes { Typed = typed }, StatusCodes.Status400BadRequest, principal, database, sessions, cancellationToken);
        }

        await delete.EraseAsync(id, context, cancellationToken);
        return PlatformPages.SeeOther("/#account-deleted");
    }
}
