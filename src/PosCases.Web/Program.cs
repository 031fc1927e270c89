using PosCases;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Web.Account;
using PosCases.Web.Design;
using PosCases.Web.Hosting;
using PosCases.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPosCases(new PosCasesOptions
{
    Database = new DatabaseOptions { ConnectionString = builder.Configuration.GetConnectionString("Default") ?? "Data Source=poscases.db" },
    Cases = builder.Configuration.GetSection("Cases").Get<CaseOptions>() ?? new(),
    Evidence = builder.Configuration.GetSection("Evidence").Get<EvidenceLimits>() ?? new(),
    EvidenceFolder = "evidence",
});
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddDesign();
builder.AddAccounts();

var app = builder.Build();
app.UseAccounts();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapAccountEndpoints();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
app.Run();
