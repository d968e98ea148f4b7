using ChatCvService.Tests.Documents;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceDefaults.Pdf;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedChromium))]

namespace ChatCvService.Tests.Documents;

/// <summary>One browser for all tests that look at PDFs.</summary>
public sealed class SharedChromium : IAsyncDisposable
{
    private readonly ChromiumPdfRenderer _renderer = new(Options.Create(new PdfRendererOptions { TimeLimit = TimeSpan.FromMinutes(1) }), NullLogger<ChromiumPdfRenderer>.Instance);

    public IPdfRenderer Renderer => _renderer;

    public ValueTask DisposeAsync() => _renderer.DisposeAsync();
}
