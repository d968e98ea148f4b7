using Gateway;
using Gateway.Accounts;
using Gateway.ApiDocs;
using Gateway.Edge;
using Gateway.Home;
using Gateway.Identity;
using Gateway.Operators;
using Gateway.Proxy;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGateway();

var app = builder.Build();
app.UseEdge();
app.UseMiddleware<BrowserSession>();
app.UseServiceDefaults();
app.UseMiddleware<BodyLimits>();
app.UseWebApp();
app.MapIdentityApi();
app.MapSignInPages();
app.MapHomePages();
app.MapAccountPages();
app.MapOperatorsApi();
app.MapApiDocs();
app.MapServices();
app.Run();
