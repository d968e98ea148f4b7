using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Pdf;

/// <summary>
/// Renders with one headless Chromium that is kept alive: started by the first document, replaced when it ends or hangs, ended with the service.
/// Each document has a page of its own.
/// </summary>
public sealed partial class ChromiumPdfRenderer(IOptions<PdfRendererOptions> options, ILogger<ChromiumPdfRenderer> logger) : IPdfRenderer, IAsyncDisposable
{
    private static readonly Histogram<double> Duration = PlatformTelemetry.Meter.CreateHistogram<double>("pdf.render.duration", "s", "Time for one PDF, waiting included.");

    private readonly PdfRendererOptions _options = options.Value;
    private readonly SemaphoreSlim _places = new(options.Value.Concurrency);
    private readonly SemaphoreSlim _starting = new(1);
    private ChromiumBrowser? _browser;

    /// <inheritdoc/>
    public async Task<byte[]> RenderAsync(string html, PdfOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(options);
        using var activity = PlatformTelemetry.Source.StartActivity("render pdf");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.TimeLimit);
        var start = Stopwatch.GetTimestamp();
        try
        {
            await _places.WaitAsync(limit.Token);
            try
            {
                return await RenderInPlaceAsync(html, options, limit.Token);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException cancelled) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The PDF took too long.", cancelled);
        }
        finally
        {
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is { } browser)
            await browser.DisposeAsync();
        _places.Dispose();
        _starting.Dispose();
    }

    private async Task<byte[]> RenderInPlaceAsync(string html, PdfOptions options, CancellationToken cancellationToken)
    {
        var browser = await BrowserAsync(cancellationToken);
        try
        {
            return await RenderWithAsync(browser, html, options, cancellationToken);
        }
        catch (PlaywrightException)
        {
            // The browser or this page's process ended under the document: once more, in another page.
            cancellationToken.ThrowIfCancellationRequested();
        }

        browser = await BrowserAsync(cancellationToken);
        try
        {
            return await RenderWithAsync(browser, html, options, cancellationToken);
        }
        catch (PlaywrightException failure)
        {
            throw new PdfUnavailableException("Chromium ended twice while it rendered.", failure);
        }
    }

    private async Task<ChromiumBrowser> BrowserAsync(CancellationToken cancellationToken)
    {
        if (_browser is { IsRunning: true } running)
            return running;

        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_browser is { IsRunning: true } started)
                return started;
            if (_browser is { } lost)
            {
                Log.BrowserLost(logger);
                _browser = null;
                await lost.DisposeAsync();
            }

            _browser = await ChromiumBrowser.StartAsync(_options);
            Log.BrowserStarted(logger, _browser.Version);
            return _browser;
        }
        catch (PdfUnavailableException failure)
        {
            Log.BrowserUnavailable(logger, failure.InnerException?.GetType().Name ?? failure.Message);
            throw;
        }
        finally
        {
            _starting.Release();
        }
    }

    private static async Task<byte[]> RenderWithAsync(ChromiumBrowser browser, string html, PdfOptions options, CancellationToken cancellationToken)
    {
        var (width, height) = options.Area;
        var page = await OpenAsync(browser, (int)width, (int)height, cancellationToken);
        try
        {
            // The document's own clock is this method's: Playwright's time-outs would answer with another exception.
            page.SetDefaultTimeout(0);
            return await PrintAsync(page, html, options).WaitAsync(cancellationToken);
        }
        finally
        {
            await CloseAsync(browser, page);
        }
    }

    private static async Task<IPage> OpenAsync(ChromiumBrowser browser, int width, int height, CancellationToken cancellationToken)
    {
        var opening = browser.OpenPageAsync(width, height);
        try
        {
            return await opening.WaitAsync(ChromiumBrowser.OpenLimit, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Not this document's fault: the browser itself hangs.
            await browser.DisposeAsync();
            throw;
        }
        catch (OperationCanceledException)
        {
            _ = opening.ContinueWith(late => CloseAsync(browser, late.Result), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private static async Task CloseAsync(ChromiumBrowser browser, IPage page)
    {
        try
        {
            await page.Context.CloseAsync().WaitAsync(ChromiumBrowser.CloseLimit);
        }
        catch (PlaywrightException)
        {
            // The browser is gone, and the page with it.
        }
        catch (TimeoutException)
        {
            // A page that cannot be closed would hold its processor for ever. What else is being rendered starts again in another browser.
            await browser.DisposeAsync();
        }
    }

    private static async Task<byte[]> PrintAsync(IPage page, string html, PdfOptions options)
    {
        await page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync(
            "async ([title, language]) => { document.title = title; document.documentElement.lang = language; await document.fonts.ready; }",
            new[] { options.Title, options.Language });
        if (options.Densities.Count == 0)
            return await page.PdfAsync(Paper(options));

        var heights = await page.EvaluateAsync<double[]>(
            """
            densities => densities.map(density => {
                document.documentElement.dataset.density = density;
                return document.body.getBoundingClientRect().height;
            })
            """,
            options.Densities);
        var pages = heights.Select(measured => measured / options.Area.Height).ToArray();
        byte[]? best = null;
        var fewest = int.MaxValue;
        foreach (var density in PageFit.Order(pages))
        {
            await page.EvaluateAsync("density => { document.documentElement.dataset.density = density; }", options.Densities[density]);
            var pdf = await page.PdfAsync(Paper(options));
            var printed = PageCount(pdf);
            // Blocks that must not be cut can push lines onto one more page than their height asks for.
            if (printed <= PageFit.Expected(pages[density]))
                return pdf;
            if (printed < fewest)
                (best, fewest) = (pdf, printed);
        }

        return best!;
    }

    private static PagePdfOptions Paper(PdfOptions options) => new()
    {
        Width = Millimetres(options.Paper.Size.Width),
        Height = Millimetres(options.Paper.Size.Height),
        Margin = new Margin
        {
            Top = Millimetres(options.VerticalMargin),
            Bottom = Millimetres(options.VerticalMargin),
            Left = Millimetres(options.HorizontalMargin),
            Right = Millimetres(options.HorizontalMargin),
        },
        PrintBackground = true,
        Tagged = true,
        Outline = true,
    };

    private static string Millimetres(double length) => string.Create(CultureInfo.InvariantCulture, $"{length}mm");

    // Chromium writes a file's page tree uncompressed, its root last with the number of all pages.
    private static int PageCount(byte[] pdf) =>
        PageTreeCount().Matches(Encoding.Latin1.GetString(pdf)).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty(1).Max();

    [GeneratedRegex(@"/Type\s*/Pages\s*/Count\s+(\d{1,5})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PageTreeCount();
}
