using System.Net;
using ChatCvService.Tests.Running;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Pages;

[Collection(nameof(RunningChatCvService))]
public sealed class DocumentPageTests(RunningChatCvService service)
{
    [Fact]
    public async Task A_document_has_its_preview_its_files_its_versions_and_its_conversation()
    {
        using var user = service.NewVisitor();
        var path = await user.StartOnPageAsync("I am Ana Ruiz, a nurse");
        var document = await user.FinishOnPageAsync(path, "Ana Ruiz, CV");
        using var said = await user.PostFormAsync(path + "/message", ("message", "My email is ana@example.org"));
        await user.FinishOnPageAsync(path, "Ana Ruiz, CV", "1");

        var id = document["/cvs/documents/".Length..];
        var page = await user.GetStringAsync(document + "?saved=2");
        page.ShouldContain("<h1>Ana Ruiz, CV</h1>");
        page.ShouldContain("Version 2 is saved.");
        page.ShouldContain($"src=\"/api/v1/documents/{id}/preview?version=2&amp;template=default\"");
        page.ShouldContain($"href=\"{path}\"");
        foreach (var format in (string[])["pdf", "docx", "json", "md"])
            page.ShouldContain($"href=\"{document}/export?format={format}&amp;");
        (await user.GetStringAsync(document + "?saved=1")).ShouldNotContain("is saved.");

        var old = await user.GetStringAsync(document + "?version=1");
        old.ShouldContain("This is version 1 of 2.");
        old.ShouldContain("preview?version=1&amp;template=default");
        using var file = await user.GetAsync($"{document}/export?format=md&version=1");
        (await file.TextAsync()).ShouldNotContain("ana@example.org");
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("ana-ruiz-cv.md");
    }

    [Fact]
    public async Task Another_look_is_looked_at_and_kept_as_a_new_version_once()
    {
        using var user = service.NewVisitor();
        var path = await user.StartOnPageAsync("I am Ana Ruiz, a nurse");
        var document = await user.FinishOnPageAsync(path);
        (await user.GetStringAsync(document)).ShouldNotContain("Keep this look");
        var other = await user.GetStringAsync(document + "?template=modern");
        other.ShouldContain("Keep this look");
        other.ShouldContain("format=pdf&amp;paper=a4&amp;version=1&amp;template=modern");

        for (var sent = 0; sent < 2; sent++)
        {
            using var kept = await user.PostFormAsync(document + "/template", ("template", "modern"));
            kept.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            kept.Headers.Location!.OriginalString.ShouldStartWith(document);
        }

        var page = await user.GetStringAsync(document);
        page.ShouldContain("version 2, updated");
        page.ShouldContain("preview?version=2&amp;template=modern");
        (await user.GetStringAsync(document + "?version=1")).ShouldContain("preview?version=1&amp;template=default");
        (await user.GetStringAsync(path)).ShouldContain("preview?template=modern");
        using var unknown = await user.PostFormAsync(document + "/template", ("template", "fancy"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_document_is_deleted_and_its_conversation_stays()
    {
        using var user = service.NewVisitor();
        var path = await user.StartOnPageAsync("I am Ana Ruiz, a nurse");
        var document = await user.FinishOnPageAsync(path);
        using var deleted = await user.PostFormAsync(document + "/delete");
        deleted.Headers.Location!.OriginalString.ShouldBe("/cvs");
        await ShouldBeGoneAsync(user, document);
        (await user.GetStringAsync("/cvs")).ShouldContain($"href=\"{path}\"");
        (await user.GetStringAsync(path)).ShouldNotContain("/export?");
    }

    [Fact]
    public async Task Somebody_elses_and_an_unknown_document_are_a_page_that_leads_on()
    {
        using var owner = service.NewVisitor();
        using var stranger = service.NewVisitor();
        var document = await owner.FinishOnPageAsync(await owner.StartOnPageAsync("I am Ana Ruiz, a nurse"));
        foreach (var path in (string[])[document, "/cvs/documents/987654321", "/cvs/documents/x", "/cvs/documents/99999999999999999999"])
        {
            await ShouldBeGoneAsync(stranger, path);
            foreach (var form in (string[])["/template", "/delete"])
            {
                using var response = await stranger.PostFormAsync(path + form, ("template", "modern"));
                response.StatusCode.ShouldBe(HttpStatusCode.NotFound, path + form);
            }
        }

        await ShouldBeGoneAsync(owner, document + "?version=9");
        await ShouldBeGoneAsync(owner, document + "?version=x");
        using var export = await stranger.GetAsync(document + "/export?format=md");
        export.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        export.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await owner.GetStringAsync(document)).ShouldContain("Take it away");
    }

    [Fact]
    public async Task Without_its_conversation_a_document_says_how_to_go_on()
    {
        using var user = service.NewVisitor();
        var path = await user.StartOnPageAsync("I am Ana Ruiz, a nurse");
        var document = await user.FinishOnPageAsync(path);
        using var deleted = await user.PostFormAsync(path + "/delete");
        var page = await user.GetStringAsync(document);
        page.ShouldNotContain("Continue the conversation");
        page.ShouldContain("The conversation behind this document has ended");
    }

    private static async Task ShouldBeGoneAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await response.TextAsync()).ShouldContain("This document is not here");
    }
}
