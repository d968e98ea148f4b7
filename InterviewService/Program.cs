using InterviewService;
using InterviewService.Questions;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddInterviewService();

var app = builder.Build();
app.UseServiceDefaults();
app.MapQuestionsApi();
app.Run();
