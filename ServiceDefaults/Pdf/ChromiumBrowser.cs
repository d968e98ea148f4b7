using System.Reflection;
using Microsoft.Playwright;

namespace ServiceDefaults.Pdf;

/// <summary>One running Chromium and the Playwright driver that talks to it.</summary>
internal sealed class ChromiumBrowser : IAsyncDisposable
{
    // Long enough for a page or a browser that is merely busy; one that does not end by then hangs.
    public static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(10);

    private const string DriverPath = "PLAYWRIGHT_DRIVER_SEARCH_PATH";

    // Chromium needs these and nothing else of the service's environment, which holds connection strings and keys.
    private static readonly string[] Environment = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH"];

    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ChromiumBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public bool IsRunning => _browser.IsConnected;

    public string Version => _browser.Version;

    /// <exception cref="PdfUnavailableException">There is no Chromium, or it does not start.</exception>
    public static async Task<ChromiumBrowser> StartAsync(PdfRendererOptions options)
    {
        if (Find(options) is not { } executable)
            throw new PdfUnavailableException("Chromium is not installed.");

        UseDriverOfPackage();
        IPlaywright? playwright = null;
        try
        {
            playwright = await Playwright.CreateAsync();
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = executable,
                ChromiumSandbox = options.Sandbox,
                Env = Environment.Select(name => KeyValuePair.Create(name, System.Environment.GetEnvironmentVariable(name)!)).Where(variable => variable.Value is not null),
                // The service decides when its browser ends, not the signal that ends the service.
                HandleSIGHUP = false,
                HandleSIGINT = false,
                HandleSIGTERM = false,
                Args =
                [
                    "--disable-gpu",
                    // No address has a name or a way: a page's requests are stopped below, and what the browser opens ahead of a request is stopped here.
                    "--host-resolver-rules=MAP * ~NOTFOUND",
                    "--disable-quic",
                    // Text is laid out alike on every machine, whatever its screen would ask for.
                    "--font-render-hinting=none",
                ],
                Timeout = (float)options.TimeLimit.TotalMilliseconds,
            });
            return new ChromiumBrowser(playwright, browser);
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException or System.ComponentModel.Win32Exception or IOException)
        {
            playwright?.Dispose();
            throw new PdfUnavailableException("Chromium does not start.", failure);
        }
    }

    /// <summary>A page of its own, in a context of its own, that reaches nothing.</summary>
    public async Task<IPage> OpenPageAsync(int width, int height)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            Offline = true,
            AcceptDownloads = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        await context.RouteAsync("**/*", route => route.AbortAsync(RequestAbortErrorCode.BlockedByClient));
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Light });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _browser.CloseAsync().WaitAsync(CloseLimit);
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
        {
            // It is gone already, or hangs.
        }

        // Ends the driver, and with it whatever is left of the browser.
        _playwright.Dispose();
    }

    private static string? Find(PdfRendererOptions options)
    {
        var named = options.Chromium ?? System.Environment.GetEnvironmentVariable("CHROMIUM");
        return string.IsNullOrWhiteSpace(named) ? Places.FirstOrDefault(File.Exists) : File.Exists(named) ? named : null;
    }

    // A published service has the driver beside it; a built one runs the package's own (ServiceDefaults.Pdf.csproj).
    private static void UseDriverOfPackage()
    {
        if (Directory.Exists(Path.Combine(AppContext.BaseDirectory, ".playwright")) || System.Environment.GetEnvironmentVariable(DriverPath) is not null)
            return;
        var package = typeof(ChromiumBrowser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == "PlaywrightDriver")?.Value;
        if (Directory.Exists(package))
            System.Environment.SetEnvironmentVariable(DriverPath, package);
    }
}
