using System.Net;
using System.Net.Http.Json;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Features;

[Collection(nameof(ResumeServiceFixture))]
public sealed class DrawPagesTests(ResumeServiceFixture service)
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 4)]
    public async Task The_first_pages_of_a_pdf_come_as_pictures(int pages, int drawn)
    {
        var pdf = new PdfBuilder();
        for (var page = 0; page < pages; page++)
            pdf.Page(_ => { });
        using var response = await SendAsync(pdf.Build());

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = (await response.Content.ReadFromJsonAsync<DocumentPages>(PlatformJson.Internal))!;
        answer.Pages.Count.ShouldBe(drawn);
        answer.Pages.ShouldAllBe(page => page.Take(PngSignature.Length).SequenceEqual(PngSignature));
    }

    [Fact]
    public async Task What_has_no_page_is_refused()
    {
        (await RefusedAsync("%PDF-1.7 and nothing else"u8.ToArray())).ShouldBe(AnalysisRefusals.NoText);
        (await RefusedAsync("plain words"u8.ToArray())).ShouldBe(AnalysisRefusals.UnsupportedType);
    }

    [Fact]
    public async Task A_user_does_not_get_in()
    {
        using var user = service.NewUser();
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "resume", "resume.pdf" } };
        using var response = await user.PostAsync(new Uri("/internal/pages", UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "resume", "resume.pdf" } };
        using var client = service.AsService();
        return await client.PostAsync(new Uri("/internal/pages", UriKind.Relative), form);
    }

    private async Task<string> RefusedAsync(byte[] content)
    {
        using var response = await SendAsync(content);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await response.Content.ReadFromJsonAsync<AnalysisRefusal>(PlatformJson.Internal))!.Reason;
    }
}
