using System.Globalization;
using System.Security.Claims;
using ChatCvService.Conversation;
using ChatCvService.Pages.Components;
using ChatCvService.Resumes;
using ChatCvService.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ChatCvService.Pages;

/// <summary><c>/cvs/start</c>: what to write, and what to begin with. Nothing has to be filled in.</summary>
internal static class StartCv
{
    // Said for somebody who begins without a word; the answer to it is the first question.
    private const string Hello = "Hello";

    public static async Task<IResult> ShowAsync(string? type, ClaimsPrincipal user, ResumeClient resumes, ILogger<StartChat> logger, CancellationToken cancellationToken)
    {
        var form = new StartForm { Type = DocTypes.IsKnown(type) ? type! : DocTypes.Cv, Key = NewKey() };
        return await PageAsync(form, user.UserId(), resumes, logger, StatusCodes.Status200OK, cancellationToken);
    }

    public static async Task<IResult> HandleAsync(
        HttpRequest request, ClaimsPrincipal user, StartChat start, ResumeClient resumes, ILogger<StartChat> logger, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } fields)
            return PageAnswers.UnreadableForm;
        var form = new StartForm
        {
            Type = fields["type"].ToString(),
            Resume = long.TryParse(fields["resume"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            JobDescription = fields["job_description"].ToString(),
            Message = fields["message"].ToString(),
            Key = fields["key"].ToString(),
        };
        var answer = await start.RunAsync(
            new StartChat.Request
            {
                DocType = form.Type,
                ResumeId = form.Resume,
                JobDescription = form.JobDescription.ReplaceLineEndings("\n"),
                InitialMessage = form.Message.Trim().Length > 0 ? form.Message.ReplaceLineEndings("\n") : form.Resume is null ? Hello : null,
            },
            form.Key is { Length: > 0 and <= Persistence.SentBefore.MaxKey } ? form.Key : null,
            user.UserId(),
            cancellationToken);
        if (answer.Result is Created<StartChat.Response> { Value: { } started })
            return PlatformPages.SeeOther(CvPages.OfConversation(started.SessionId));

        var error = (ApiError)answer.Result;
        // The form is another one now: its key is new too.
        return await PageAsync(form with { Error = PageAnswers.WordsOf(error), Key = NewKey() }, user.UserId(), resumes, logger, error.Status, cancellationToken);
    }

    private static async Task<IResult> PageAsync(StartForm form, long userId, ResumeClient resumes, ILogger logger, int status, CancellationToken cancellationToken)
    {
        IReadOnlyList<ResumeChoice>? choices = null;
        try
        {
            choices = [.. (await resumes.ListAsync(userId, cancellationToken)).Select(resume => new ResumeChoice(resume.ResumeId, resume.Filename, resume.UploadedAt))];
        }
        catch (HttpRequestException exception)
        {
            Log.ResumeMissing(logger, exception.HttpRequestError.ToString());
        }

        return PlatformPages.Html<StartPage>(new { Form = form, Resumes = choices }, status);
    }

    private static string NewKey() => Guid.CreateVersion7().ToString();
}

/// <summary>What the form holds.</summary>
public sealed record StartForm
{
    public required string Type { get; init; }

    /// <summary>Null for from scratch.</summary>
    public long? Resume { get; init; }

    public string JobDescription { get; init; } = "";

    public string Message { get; init; } = "";

    /// <summary>Makes one conversation of a form that is sent twice.</summary>
    public required string Key { get; init; }

    public string? Error { get; init; }
}

/// <summary>A resume to begin with.</summary>
public sealed record ResumeChoice(long Id, string Filename, DateTimeOffset UploadedAt);
