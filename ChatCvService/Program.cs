using ChatCvService;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddChatCvService();

var app = builder.Build();
app.UseServiceDefaults();
app.Run();
