using System.Net;
using ChatCvService.Tests.Running;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Pages;

[Collection(nameof(RunningChatCvService))]
public sealed class ListPageTests(RunningChatCvService service)
{
    [Fact]
    public async Task Somebody_new_is_told_how_to_begin()
    {
        using var user = service.NewVisitor();
        var page = await user.GetStringAsync("/cvs");
        page.ShouldContain("None yet.");
        page.ShouldContain("href=\"/cvs/start\"");
        page.ShouldContain("""href="/cvs" aria-current="page" """.TrimEnd());
        page.ShouldNotContain("Being written");
    }

    [Fact]
    public async Task What_is_being_written_and_what_is_finished_stand_apart_and_only_their_owner_sees_them()
    {
        using var user = service.NewVisitor();
        var unfinished = await user.StartOnPageAsync("I am Ana Ruiz, a nurse");
        var letter = await user.StartOnPageAsync("", "cover_letter");
        var finished = await user.StartOnPageAsync("I am Ben Okafor, a chef");
        var document = await user.FinishOnPageAsync(finished, "Ben <b> CV");

        var page = await user.GetStringAsync("/cvs");
        page.ShouldContain("CV of Ana Ruiz");
        page.ShouldContain("16% done");
        page.ShouldContain($"href=\"{unfinished}\"");
        page.ShouldContain("Cover letter, not addressed yet");
        page.ShouldContain($"href=\"{letter}\"");
        page.ShouldContain("Ben &lt;b&gt; CV");
        page.ShouldContain("version 1");
        page.ShouldContain($"href=\"{document}\"");
        // The document leads to its conversation.
        page.ShouldNotContain(finished);

        using var stranger = service.NewVisitor();
        (await stranger.GetStringAsync("/cvs")).ShouldContain("None yet.");
    }

    [Fact]
    public async Task Nobody_signed_in_sees_nothing()
    {
        using var nobody = service.NewVisitor();
        nobody.DefaultRequestHeaders.Authorization = null;
        foreach (var path in (string[])["/cvs", "/cvs/start", $"/cvs/{Guid.NewGuid()}", $"/cvs/{Guid.NewGuid()}/preview", "/cvs/documents/1"])
        {
            using var response = await nobody.GetAsync(path);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }
}
