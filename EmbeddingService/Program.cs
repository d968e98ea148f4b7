using EmbeddingService;
using EmbeddingService.Features;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddEmbeddingService();

var app = builder.Build();
app.UseServiceDefaults();
app.MapEmbeddingApi();
app.Run();
