using System.Globalization;
using System.Security.Claims;
using InterviewService.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary><c>POST /interviews/sessions/{id}/draft</c>: keeps what is in the box, while it is being written; the answer is the state in words.</summary>
internal static class KeepDraft
{
    private const string Saved = "Saved.";
    private const string Nothing = "Saved as you write.";

    public static async Task<IResult> HandleAsync(string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form || !int.TryParse(form["question"], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return new ApiError(StatusCodes.Status400BadRequest, "The form could not be read.");
        if (!Guid.TryParse(id, out var key))
            return SessionAnswers.NoSuchSession;
        var draft = PageForms.TextIn(form, "answer");
        if (draft.Length > AnswerRequest.MaxLength)
            return SessionAnswers.BadRequest("Answer is too long (maximum 100,000 characters)");
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await StoredSession.LockAsync(transaction, key, user.UserId(), cancellationToken) is not { } session)
            return SessionAnswers.NoSuchSession;
        // The answer itself was faster.
        if (!session.IsOpen || session.CurrentQuestion != index)
            return TypedResults.NoContent();

        var isBlank = string.IsNullOrWhiteSpace(draft);
        await SaveDraft.StoreAsync(transaction, session, isBlank ? null : draft, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Text(isBlank ? Nothing : Saved, "text/html; charset=utf-8");
    }
}
