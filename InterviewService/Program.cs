using InterviewService;
using InterviewService.Export;
using InterviewService.MockInterviews;
using InterviewService.Pages;
using InterviewService.Questions;
using InterviewService.Reports;
using InterviewService.Sessions;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddInterviewService();

var app = builder.Build();
app.UseServiceDefaults();
app.MapQuestionsApi();
app.MapReportsApi();
app.MapSessionsApi();
app.MapMockInterviewsApi();
app.MapInterviewPages();
app.MapInternalApi();
app.Run();
