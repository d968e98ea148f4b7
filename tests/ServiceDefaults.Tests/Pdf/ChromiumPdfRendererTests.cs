using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceDefaults.Pdf;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Pdf;

public sealed class ChromiumPdfRendererTests(SharedChromium shared) : PdfRendererConformance, IClassFixture<SharedChromium>
{
    protected override IPdfRenderer Renderer => shared.Renderer;

    [Fact]
    public async Task Without_chromium_it_says_that_it_is_unavailable()
    {
        await using var renderer = Create(new PdfRendererOptions { Chromium = "/nowhere/chromium" });

        await Should.ThrowAsync<PdfUnavailableException>(() => renderer.RenderAsync("<p>Text</p>", Plain, CancellationToken.None));
    }

    [Fact]
    public async Task A_program_that_is_no_browser_makes_it_unavailable()
    {
        await using var renderer = Create(new PdfRendererOptions { Chromium = "/bin/true" });

        await Should.ThrowAsync<PdfUnavailableException>(() => renderer.RenderAsync("<p>Text</p>", Plain, CancellationToken.None));
    }

    [Fact]
    public async Task A_browser_that_was_killed_is_replaced()
    {
        await using var renderer = Create();
        var before = Browsers();
        await renderer.RenderAsync("<p>Before</p>", Plain, CancellationToken.None);
        var own = Browsers().Except(before).ShouldHaveSingleItem();

        Process.GetProcessById(own).Kill();

        (await TextAsync(await renderer.RenderAsync("<p>After</p>", Plain, CancellationToken.None))).ShouldBe(["After"]);
    }

    [Fact]
    public async Task The_browser_ends_with_the_renderer()
    {
        var before = Browsers();
        int own;
        await using (var renderer = Create())
        {
            await renderer.RenderAsync("<p>Text</p>", Plain, CancellationToken.None);
            own = Browsers().Except(before).ShouldHaveSingleItem();
        }

        var patience = Stopwatch.StartNew();
        while (Browsers().Contains(own) && patience.Elapsed < TimeSpan.FromSeconds(10))
            await Task.Delay(50);
        Browsers().ShouldNotContain(own);
    }

    [Fact]
    public async Task A_document_that_takes_too_long_is_given_up_and_the_next_one_is_made()
    {
        var options = new PdfRendererOptions();
        await using var renderer = Create(options);
        await renderer.RenderAsync("<p>Warm</p>", Plain, CancellationToken.None);

        options.TimeLimit = TimeSpan.FromSeconds(1);
        await Should.ThrowAsync<TimeoutException>(() => renderer.RenderAsync(Endless(), Plain, CancellationToken.None));

        options.TimeLimit = TimeSpan.FromSeconds(20);
        (await TextAsync(await renderer.RenderAsync("<p>Next</p>", Plain, CancellationToken.None))).ShouldBe(["Next"]);
    }

    [Fact]
    public async Task A_caller_that_goes_away_is_not_waited_for()
    {
        using var gone = new CancellationTokenSource();
        var render = Renderer.RenderAsync(Endless(), Plain, gone.Token);
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => render);
    }

    // Columns within columns, a hundred thousand times: some ten seconds of layout.
    private static string Endless() => string.Concat(Enumerable.Repeat("<p style='columns:3'><b style='columns:2'>" + new string('x', 40) + " y</b></p>", 100_000));

    private static ChromiumPdfRenderer Create(PdfRendererOptions? options = null) => new(Options.Create(options ?? new PdfRendererOptions()), NullLogger<ChromiumPdfRenderer>.Instance);

    // The browser processes below this test process: Playwright's driver is the child, the browser its child.
    private static HashSet<int> Browsers()
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && ParentOf(id) is { } parent)
                parents[id] = parent;
        }

        return [.. parents.Keys.Where(id => IsBelow(id) && IsBrowser(id))];

        bool IsBelow(int id)
        {
            while (parents.TryGetValue(id, out var parent))
            {
                if (parent == Environment.ProcessId)
                    return true;
                id = parent;
            }

            return false;
        }
    }

    private static int? ParentOf(int id)
    {
        try
        {
            // The name in parentheses may hold anything; state and parent follow it.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool IsBrowser(int id)
    {
        try
        {
            var arguments = File.ReadAllText($"/proc/{id}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            // A process that has ended and was not collected yet has no command line; the browser's helpers say what they are.
            return arguments.Length > 0 && arguments[0].Contains("chrom", StringComparison.Ordinal) && !Array.Exists(arguments, argument => argument.StartsWith("--type=", StringComparison.Ordinal))
                && Array.Exists(arguments, argument => argument.StartsWith("--remote-debugging", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }
}

/// <summary>One renderer for the tests that leave its browser as it is.</summary>
public sealed class SharedChromium : IAsyncLifetime
{
    private readonly ChromiumPdfRenderer _renderer = new(Options.Create(new PdfRendererOptions()), NullLogger<ChromiumPdfRenderer>.Instance);

    public IPdfRenderer Renderer => _renderer;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _renderer.DisposeAsync();
}
