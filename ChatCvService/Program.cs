using ChatCvService;
using ChatCvService.Documents;
using ChatCvService.Export;
using ChatCvService.Pages;
using ChatCvService.Sessions;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddChatCvService();

var app = builder.Build();
app.UseServiceDefaults();
app.MapChatApi();
app.MapDocumentsApi();
app.MapInternalApi();
app.MapCvPages();
app.Run();
