using ResumeService;
using ResumeService.Extraction.Workers;
using ResumeService.Features;
using ResumeService.Pages;
using ServiceDefaults;

// The same executable in another mode reads one document at a time for the service, so that a parser that hangs can be killed.
if (ExtractionWorker.IsRequested(args))
    return await ExtractionWorker.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddResumeService();

var app = builder.Build();
app.UseServiceDefaults();
app.MapResumesApi();
app.MapInternalApi();
app.MapResumePages();
await app.RunAsync();
return 0;
