using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Features;
using ResumeService.Skills;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace ResumeService.Pages;

/// <summary><c>POST /resumes</c>: adds a resume from a plain form, with a job description or without, and leads to its page.</summary>
internal static class SendResume
{
    public static async Task<IResult> HandleAsync(
        HttpRequest request, ClaimsPrincipal user, UploadResume upload, NpgsqlDataSource dataSource, SkillMatcher skills, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } fields)
            return new ApiError(StatusCodes.Status400BadRequest);
        var (text, job) = JobForm.Read(fields["job_description"], isRequired: false);
        if (job.Error is not null)
            return await ShowResumes.PageAsync(new UploadForm { Job = job, FileError = Again(fields) }, StatusCodes.Status400BadRequest, user, dataSource, cancellationToken);

        var answer = await upload.RunAsync(user.UserId(), fields, jobDescription: null, request.HttpContext.Response, cancellationToken);
        if (answer.Result is not Ok<UploadResume.Response> { Value: { } stored })
        {
            var refusal = (ApiError)answer.Result;
            var form = refusal.Status >= StatusCodes.Status500InternalServerError
                ? new UploadForm { Job = job, FormError = $"{refusal.Message} Choose the file again; what you typed is still here." }
                : new UploadForm { Job = job, FileError = InWords(refusal) };
            return await ShowResumes.PageAsync(form, refusal.Status, user, dataSource, cancellationToken);
        }

        return text is not null && await JobForm.KeepAsync(text, user.UserId(), dataSource, skills, time, cancellationToken) is { } id
            ? PlatformPages.SeeOther(ResumePages.Taken(ResumePages.Of(stored.ResumeId, id)))
            : PlatformPages.SeeOther(ResumePages.Of(stored.ResumeId));
    }

    // A browser lets no page fill in a file: it has to be chosen once more.
    private static string? Again(IFormCollection fields) => fields.Files is [{ Length: > 0 } file] ? $"Choose {file.FileName} again; a browser does not keep a file over an error." : null;

    // The API's messages are for programs; a person wants to know what to do.
    private static string InWords(ApiError refusal) => refusal switch
    {
        { Status: StatusCodes.Status413PayloadTooLarge } => "This file is too large. The limit is 16 MB; saving it again as PDF often makes it smaller.",
        { Message: { } message } when Says(message, "No resume file") => "Choose your resume first: a PDF or a Word file (DOCX).",
        { Message: { } message } when Says(message, "file is empty") => "This file is empty. Choose another one.",
        { Message: { } message } when Says(message, "file type") => "This is neither a PDF nor a Word file (DOCX). Save your resume as one of them and choose it again.",
        { Message: { } message } when Says(message, "Only one") => "Choose one resume at a time.",
        { Message: { } message } when Says(message, "password") => "This file is protected by a password. Save it without one and choose it again.",
        { Message: { } message } when Says(message, "too many pages") => "This file has too many pages, or unpacks to too much. Save the resume alone, as a new PDF, and choose that.",
        { Message: { } message } when Says(message, "took too long") => "Reading this file took too long. Save it again as a simple PDF and choose that.",
        { Message: { } message } when Says(message, "damaged") => "This file is damaged or not complete. Save it again from the program it was written in and choose the new one.",
        _ => "No text could be read in this file. Save your resume as PDF from the program it was written in, or make a sharper scan.",
    };

    private static bool Says(string message, string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
