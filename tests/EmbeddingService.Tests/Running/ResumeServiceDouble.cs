using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Testing.Doubles;

namespace EmbeddingService.Tests.Running;

/// <summary>ResumeService as EmbeddingService sees it: <c>GET /internal/resumes/{resumeId}/chunks</c>.</summary>
internal sealed class ResumeServiceDouble : IAsyncDisposable
{
    private readonly HttpDouble _http;
    private readonly ConcurrentDictionary<long, ResumeChunks> _resumes = [];
    private readonly ConcurrentDictionary<long, Func<Task<int>>> _trouble = [];

    public ResumeServiceDouble() => _http = new HttpDouble(AnswerAsync);

    public Uri Address => _http.Address;

    public Task StartAsync() => _http.StartAsync();

    public Task StopAsync() => _http.StopAsync();

    public void Put(long resumeId, long userId, int revision, params string[] texts) =>
        _resumes[resumeId] = new ResumeChunks(resumeId, userId, revision, [.. texts.Select((text, number) => new ResumeChunk(number, text))]);

    public void Delete(long resumeId) => _resumes.TryRemove(resumeId, out _);

    /// <summary>Runs before the answer for this resume; a status other than 200 is the answer.</summary>
    public void Before(long resumeId, Func<Task<int>> trouble) => _trouble[resumeId] = trouble;

    public void Behave(long resumeId) => _trouble.TryRemove(resumeId, out _);

    public int CallsFor(long resumeId) => _http.Calls.Count(call => call.StartsWith($"GET /internal/resumes/{resumeId}/chunks", StringComparison.Ordinal));

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var resumeId = long.Parse(context.Request.Path.Value!.Split('/')[3], CultureInfo.InvariantCulture);
        // What is read before the wait is what a slow answer holds.
        var known = _resumes.GetValueOrDefault(resumeId);
        var status = _trouble.TryGetValue(resumeId, out var trouble) ? await trouble() : StatusCodes.Status200OK;
        if (status != StatusCodes.Status200OK || known is null)
        {
            context.Response.StatusCode = known is null && status == StatusCodes.Status200OK ? StatusCodes.Status404NotFound : status;
            return;
        }

        await context.Response.WriteAsJsonAsync(known, PlatformJson.Internal);
    }
}
