using ChatCvService;
using ChatCvService.Documents;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddChatCvService();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDocumentsApi();
app.Run();
