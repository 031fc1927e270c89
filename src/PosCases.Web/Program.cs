using PosCases.Web.Account;
using PosCases.Web.AfterCare;
using PosCases.Web.Api;
using PosCases.Web.Cases;
using PosCases.Web.Cases.Impact;
using PosCases.Web.Cases.My;
using PosCases.Web.Cases.Papers;
using PosCases.Web.Cases.Previews;
using PosCases.Web.Cases.Transactions;
using PosCases.Web.Cases.Uploads;
using PosCases.Web.Design;
using PosCases.Web.Desk.Export;
using PosCases.Web.Desk.Import;
using PosCases.Web.Desk.Letters;
using PosCases.Web.Desk.Packs;
using PosCases.Web.Desk.Playbooks.Editing;
using PosCases.Web.Desk.Presence;
using PosCases.Web.Hosting;
using PosCases.Web.Insight;
using PosCases.Web.Merchants;
using PosCases.Web.Prevention;
using PosCases.Web.Shell;
using PosCases.Web.Triage;

var builder = WebApplication.CreateBuilder(args);
builder.AddCore();
builder.AddAccounts();
builder.AddOperations();
builder.AddApi();
builder.Services.AddDesign();
builder.Services.AddCaseScreens();
builder.Services.AddSingleton<CasePresence>();
builder.Services.AddSingleton<Handover>();
builder.Services.AddExports();
builder.Services.AddRazorComponents().AddInteractiveServerComponents(Circuits.Limit);

var app = builder.Build();
if (await app.RunVerbAsync(args) is { } exitCode)
{
    return exitCode;
}

app.UseOperations();
app.UseApi();
app.UseAccounts();
app.UseOwnForms();
app.MapStaticAssets();
app.MapHealth();
app.MapAccountEndpoints();
app.MapDraftEndpoints();
app.MapEvidenceEndpoints();
app.MapUploadEndpoints();
app.MapPreviewEndpoints();
app.MapPackEndpoints();
app.MapMerchantPaperEndpoints();
app.MapMerchantExport();
app.MapPlaybookEndpoints();
app.MapLetterEndpoints();
app.MapImpactEndpoints();
app.MapTransactionEndpoints();
app.MapCaseImports();
app.MapTriageEndpoints();
app.MapInsightEndpoints();
app.MapCareEndpoints();
app.MapPreventionEndpoints();
app.MapExports();
app.MapApi();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(Circuits.Send);
if (!await app.PrepareAsync())
{
    return 1;
}

await app.RunAsync();
return 0;
