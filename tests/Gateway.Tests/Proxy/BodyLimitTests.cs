using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Gateway.Tests.Running;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Gateway.Tests.Proxy;

[Collection(typeof(GatewayCollection))]
public sealed class BodyLimitTests(SharedGateway shared) : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync() => _client = await shared.Gateway.SignedInAsync();

    public ValueTask DisposeAsync()
    {
        foreach (var service in (string[])["resume", "interview"])
            shared.Gateway[service].Answer = null;
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("/api/upload_resume", "resume", 0)]
    [InlineData("/api/upload_resume", "resume", 1)]
    [InlineData("/api/interview/", "interview", 0)]
    [InlineData("/session/1/upload-cv", "interview", 0)]
    public async Task A_file_around_16_MB_with_a_job_description_of_1_MB_reaches_the_service_which_decides(string path, string service, int more)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[(16 * Megabyte) + more]), "resume", "resume.pdf" },
            { new StringContent(new string('x', Megabyte)), "job_description" },
        };
        using var response = await _client.PostAsync(path, form);
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.OK, service));
        shared.Gateway[service].Requests.Last().BodyBytes.ShouldBe(form.Headers.ContentLength!.Value);
    }

    [Fact]
    public async Task The_413_of_the_service_is_passed_on()
    {
        const string Body = """{"success":false,"message":"of the service itself"}""";
        shared.Gateway["resume"].Answer = async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.StatusCode = 413;
            await context.Response.WriteAsync(Body);
        };
        using var file = new ByteArrayContent(new byte[(16 * Megabyte) + 1]);
        using var response = await _client.PostAsync("/api/upload_resume", file);
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.RequestEntityTooLarge, Body));
    }

    [Fact]
    public async Task An_answer_that_comes_before_the_service_has_read_the_body_is_passed_on()
    {
        shared.Gateway["resume"].Answer = context =>
        {
            context.Response.StatusCode = 413;
            return context.Response.WriteAsync("no");
        };
        using var file = new ManyBytes(17 * Megabyte, saysItsLength: true);
        using var response = await _client.PostAsync("/api/upload_resume", file);
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "no"));
    }

    [Fact]
    public async Task A_refused_upload_gets_its_answer_also_when_everything_was_sent_first()
    {
        using var visitor = shared.Gateway.Client();
        using var file = new ManyBytes(17 * Megabyte, saysItsLength: true);
        using var unknown = await visitor.PostAsync("/api/upload_resume", file);
        (await unknown.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, """{"success":false,"message":"Invalid or expired token"}"""));
        using var more = new ManyBytes(17 * Megabyte, saysItsLength: false);
        using var login = await visitor.PostAsync("/api/v1/auth/login", more);
        (await login.AnswerAsync()).ShouldBe((HttpStatusCode.RequestEntityTooLarge, """{"error":"The request is too large."}"""));
    }

    [Fact]
    public async Task Who_asks_before_sending_is_told_not_to()
    {
        using var file = new ManyBytes(100 * Megabyte, saysItsLength: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/upload_resume") { Content = file };
        request.Headers.ExpectContinue = true;
        using var response = await _client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        file.Sent.ShouldBe(0);
    }

    [Theory]
    [InlineData(true, 21)]
    [InlineData(false, 21)]
    [InlineData(true, 200)]
    [InlineData(false, 200)]
    public async Task A_far_larger_upload_is_cut_off_with_413_in_the_shape_of_its_api(bool saysItsLength, int megabytes)
    {
        var before = shared.Gateway["resume"].Requests.Count;
        foreach (var (path, expected) in ((string, string)[])
        [
            ("/api/upload_resume", """{"success":false,"message":"File too large. Maximum size is 16MB."}"""),
            ("/api/interview/", """{"message":"The request is too large."}"""),
            ("/session/1/upload-cv", """<div class="error" role="alert">The request is too large.</div>"""),
        ])
        {
            using var content = new ManyBytes(megabytes * Megabyte, saysItsLength);
            using var response = await _client.PostAsync(path, content);
            (await response.AnswerAsync()).ShouldBe((HttpStatusCode.RequestEntityTooLarge, expected));
        }

        if (saysItsLength)
            shared.Gateway["resume"].Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_job_description_of_1_MB_reaches_the_service_and_far_more_does_not()
    {
        using var large = await _client.PostAsJsonAsync("/api/resume/gap-analysis", new { job_description = new string('x', Megabyte) });
        large.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var (path, _) in Shapes.Paths)
        {
            foreach (var saysItsLength in (bool[])[true, false])
            {
                using var content = new ManyBytes(5 * Megabyte, saysItsLength);
                using var response = await _client.PostAsync(path, content);
                var message = path.StartsWith("/api/resume", StringComparison.Ordinal) ? "File too large. Maximum size is 16MB." : "The request is too large.";
                (await response.AnswerAsync()).ShouldBe((HttpStatusCode.RequestEntityTooLarge, Shapes.Error(path, 413, message)), path);
            }
        }
    }

    /// <summary>White space, sent in pieces: JSON that has not begun.</summary>
    private sealed class ManyBytes : HttpContent
    {
        private readonly long _length;
        private readonly bool _saysItsLength;

        public ManyBytes(long length, bool saysItsLength)
        {
            _length = length;
            _saysItsLength = saysItsLength;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = new byte[64 * 1024];
            piece.AsSpan().Fill((byte)' ');
            for (; Sent < _length; Sent += piece.Length)
                await stream.WriteAsync(piece);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return _saysItsLength;
        }
    }
}
