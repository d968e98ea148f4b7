using ResumeService.Extraction.Workers;

if (ExtractionWorker.IsRequested(args))
    return await ExtractionWorker.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/health", () => "ok");
await app.RunAsync();
return 0;
