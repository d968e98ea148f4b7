using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Pdf;

/// <summary>Adds PDFs to a service.</summary>
public static class PdfSetup
{
    /// <summary>Registers <see cref="IPdfRenderer"/>. The browser behind it starts with the first document and ends with the service.</summary>
    public static void AddPdfRenderer(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<PdfRendererOptions>()
            .BindConfiguration(PdfRendererOptions.Section)
            .Validate(options => options.Concurrency > 0 && options.TimeLimit > TimeSpan.Zero, "Pdf:Concurrency and Pdf:TimeLimit must be positive.")
            .ValidateOnStart();
        builder.Services.AddSingleton<IPdfRenderer, ChromiumPdfRenderer>();
    }
}
