using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.AfterCare;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Guests;
using PosCases.Cases.Import;
using PosCases.Cases.Transactions;
using PosCases.EndToEndTests.Journeys;
using PosCases.Incidents;
using PosCases.Institutions;
using PosCases.Letters;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Security;
using PosCases.Playbooks.Editing;
using PosCases.Prevention.LargeTrades;
using PosCases.Prevention.Watch;
using PosCases.Supervision;
using PosCases.Web.AfterCare;
using PosCases.Web.Desk;
using PosCases.Web.Hosting;
using PosCases.Web.Incidents;

namespace PosCases.EndToEndTests.Accessibility;

/// <summary>What people look at.</summary>
internal static class Sights
{
    private const string Lawyer = "lawyer";

    /// <summary>Who looks, by the start of his sign-in name; "" is whoever did not sign in.</summary>
    public static readonly string[] People = ["", "huanan", "harbor", "li", "chen", "zhao", "sun", "admin", Lawyer];

    /// <summary>Whether somebody works at a desk.</summary>
    public static bool IsStaff(string person) => person is "li" or "chen" or "zhao" or "sun" or "admin";

    // One for each result of the triage: a scam, a device, maintenance, a real measure, something to ask.
    private static readonly string[] Stories =
    [
        "told=Phone&ask=SmsCode&terminal=AllWorks&official=NotLooked",
        "told=NoNotice&ask=None&terminal=NoPower&official=NotLooked",
        "told=App&ask=None&terminal=MaintenanceShown&official=MaintenanceNotice&until=2026-12-31",
        "told=App&ask=None&terminal=SalesRefused&official=MeasureNotice",
        "told=NoNotice&ask=None&terminal=AllWorks&official=NotLooked",
    ];

    /// <summary>What one of them looks at.</summary>
    public static async Task<IReadOnlyList<Sight>> OfAsync(string person, DemoApp app) => person switch
    {
        "" => await OfAnybodyAsync(app),
        "huanan" => await OfMerchantAsync(app),
        "harbor" => await OfEnglishMerchantAsync(app),
        "li" => await OfAgentAsync(app),
        "chen" => await OfEnglishAgentAsync(app),
        "zhao" => await OfSupervisorAsync(app),
        "sun" => await OfHalfSignedInAsync(app),
        "admin" => await OfAdminAsync(app),
        Lawyer => await OfLawyerAsync(app),
        _ => throw new ArgumentOutOfRangeException(nameof(person), person, null),
    };

    private static async Task<IReadOnlyList<Sight>> OfAnybodyAsync(DemoApp app)
    {
        var links = app.Services.GetRequiredService<LinkTokens>();
        var invitation = await app.As("admin").Send(new InviteStaff.Command("Guest", "guest@demo.example", Role.Agent));
        var reset = await app.As("admin").Send(new IssuePasswordReset.Command(new PersonId(app.CallerOf("sun").Id)));
        return
        [
            new("/"),
            new("/", "unfolded", Acts.UnfoldAsync),
            new("/first-aid"),
            .. from step in new[] { "", "/1", "/2", "/3" } select new Sight($"/triage{step}"),
            .. from told in Stories select new Sight($"/triage/result?{told}"),
            new("/triage/now?given=SmsCode"),
            new("/device-check"),
            new("/device-check/1"),
            new("/device-check/7"),
            new("/device-check/result?works=1"),
            new("/scams"),
            new("/help"),
            new("/help?q=核实"),
            new("/help/police-freeze", "unfolded", Acts.UnfoldAsync),
            new("/api"),
            new("/api", "unfolded", Acts.UnfoldAsync),
            new("/account/sign-in"),
            new("/account/sign-in", "refused", Acts.SendAsync),
            new("/account/register"),
            new("/account/register", "refused", Acts.SendAsync),
            new("/account/accept"),
            new(links.PathOf(invitation.Value)),
            new("/account/reset"),
            new(links.PathOf(reset.Value)),
            new("/account/two-factor"),
            new("/account/recovery-code"),
            new("/refused"),
            new("/error"),
            new("/not-found"),
            new("/no/such/page"),
            new("/design"),
            new("/design/shop"),
            new("/design/shop", "refused", Acts.SendAsync),
        ];
    }

    private static async Task<IReadOnlyList<Sight>> OfMerchantAsync(DemoApp app)
    {
        var draft = (await app.As("huanan").Send(new StartDraft.Command(null))).Value;
        var trade = (await app.As("huanan").Send(new ListLargeTrades.Query(null, new()))).Value.Rows.Items[0].Id;
        var worked = (await app.CasesOf("huanan")).Where(c => c.Key != CaseStatus.Closed).Select(c => c.Value).First();
        return
        [
            new("/my"),
            new("/my", "unfolded", Acts.UnfoldPageAsync),
            new("/search"),
            new("/search?q=华南"),
            new("/my/new"),
            .. Steps($"/my/new/{draft}"),
            new($"/my/new/{draft}/1", "asked for a code", page => page.ChooseAsync("Demands", "SmsCode")),
            new($"/my/new/{draft}/1", "refused", Walk.NextAsync),
            .. (await app.CasesOf("huanan")).Values.Select(number => new Sight($"/my/cases/{number}", "unfolded", Acts.UnfoldAsync)),
            new("/notifications"),
            new("/account"),
            new("/account", "asked", Acts.AskAsync),
            new("/account/password"),
            new("/account/password", "refused", Acts.SendAsync),
            new("/account/tokens"),
            new("/my/merchant"),
            new("/my/merchant", "unfolded", Acts.UnfoldPageAsync),
            .. from part in new[] { "profile", "contacts/new", "terminals/new", "numbers/new", "accounts/new", "stores/new" } select new Sight($"/my/merchant/{part}"),
            new("/my/merchant/accounts/new", "refused", Acts.SendAsync),
            new("/my/merchant/papers"),
            new("/my/merchant/users"),
            .. await CareAsync(app),
            new("/help/scam-calls"),
            new("/my/readiness"),
            new("/my/readiness", "unfolded", Acts.UnfoldAsync),
            new("/my/readiness/plan"),
            new("/my/readiness/channel"),
            new("/my/readiness/channel", "refused", Acts.SendAsync),
            new("/my/training"),
            new("/my/training?article=scam-calls"),
            new("/my/training/team"),
            new("/my/watch"),
            new("/my/watch", "unfolded", Acts.UnfoldAsync),
            new($"/alerts/{await AlertAsync(app)}"),
            new($"/alerts/{await AlertAsync(app)}", "unfolded", Acts.UnfoldAsync),
            new("/my/trades"),
            new("/my/trades/new"),
            new("/my/trades/new", "refused", Acts.SendAsync),
            new($"/trades/{trade.Value}"),
            new($"/trades/{trade.Value}/correct"),
            .. from part in new[] { "impact", "interim", "lawyer" } select new Sight($"/my/cases/{worked}/{part}"),
            .. await TransactionsAsync(app, "huanan", "/my"),
            new("/rules"),
            new("/desk", "refused"),
        ];
    }

    private static async Task<IReadOnlyList<Sight>> CareAsync(DemoApp app)
    {
        var begun = (await app.As("huanan").Send(new StartInspection.Command())).Value;
        var care = (await app.As("huanan").Send(new ViewMyCare.Query())).Value;
        return
        [
            new(CareLinks.Mine, "unfolded", Acts.UnfoldAsync),
            new(CareLinks.Of(begun, 1)),
            new(CareLinks.Of(begun)),
            new(CareLinks.Of(care.Inspections[^1].Id), "unfolded", Acts.UnfoldAsync),
            new(CareLinks.Of(care.Tasks.First(t => t.State == CareTaskState.Open && t.Code != CareMeasure.SelfInspection).Id)),
        ];
    }

    private static async Task<IReadOnlyList<Sight>> OfEnglishMerchantAsync(DemoApp app)
    {
        var draft = (await app.As("harbor").Send(new StartDraft.Command(null))).Value;
        return
        [
            new("/my"),
            new($"/my/new/{draft}/2"),
            .. (await app.CasesOf("harbor")).Values.Take(1).Select(number => new Sight($"/my/cases/{number}")),
            new("/my/merchant"),
        ];
    }

    private static async Task<IReadOnlyList<Sight>> OfAgentAsync(DemoApp app)
    {
        var merchant = await app.AskAsync(db => db.Set<Merchant>().Select(m => m.Id).FirstAsync());
        var draft = (await app.As("li").Send(new StartDraft.Command(merchant))).Value;
        var cases = await app.CasesOf();
        var agent = app.CallerOf("li").Id;
        var own = await app.AskAsync(db => db.Set<Case>()
            .Where(c => c.Status == CaseStatus.EvidenceCollection && c.OwnerId == agent && c.Evidence.Any()).OrderBy(c => c.Serial).Select(c => c.Number).FirstAsync());
        var resolved = cases[CaseStatus.Resolution];
        var institution = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == "DEMO-XINGHE").Select(i => i.Id).SingleAsync());
        var li = app.CallerOf("li").Id;
        var worked = await app.AskAsync(db => db.Set<Case>().Where(c => c.OwnerId == li && c.Status == CaseStatus.BankCommunication).Select(c => new { c.Id, c.Number }).FirstAsync());
        var letter = (await app.As("li").Send(new MakeLetter.Command(worked.Id, "statement-of-facts", LetterLanguage.Chinese))).Value;
        return
        [
            new($"/desk/letters/{letter}"),
            new($"/desk/letters/{letter}", "unfolded", Acts.UnfoldPageAsync),
            new(CaseAddress.Of(worked.Number, CaseTab.Letters)),
            new("/desk"),
            new("/desk", "unfolded", Acts.UnfoldAsync),
            new("/desk", "keys", Acts.PressHelpAsync),
            new("/desk/overdue"),
            .. from part in Enum.GetValues<CarePart>() select new Sight(CareLinks.Of(part, CareOwner.All)),
            new(CaseAddress.Of(cases[CaseStatus.Closed], CaseTab.Prevention)),
            new("/search?q=冻结"),
            new("/search?q=没有这个词"),
            .. from tab in Enum.GetValues<CaseTab>() select new Sight(CaseAddress.Of(resolved, tab)),
            .. from number in cases.Values.Except([resolved]) select new Sight(CaseAddress.Of(number)),
            new(CaseAddress.Of(cases[CaseStatus.EvidenceCollection], CaseTab.Evidence), "unfolded", Acts.UnfoldAsync),
            new(CaseAddress.Of(resolved, CaseTab.Evidence), "paper", Acts.OpenPaperAsync),
            new(CaseAddress.OfPapers(cases[CaseStatus.EvidenceCollection])),
            new(CaseAddress.OfPapers(cases[CaseStatus.BankCommunication]), "keys", Acts.PressHelpAsync),
            new("/desk/send-back-reasons"),
            new("/desk/retention"),
            new($"/desk/cases/{own}/papers/redact"),
            new(CaseAddress.OfPapers(own), "redacting", Acts.RedactAsync),
            new(CaseAddress.Of(cases[CaseStatus.Filed]), "first action", Walk.OpenMainActionAsync),
            new(CaseAddress.Of(resolved), "unfolded", Acts.UnfoldAsync),
            new(CaseAddress.Of(cases[CaseStatus.BankCommunication], CaseTab.Communication), "unfolded", Acts.UnfoldAsync),
            .. from part in new[] { "impact", "interim", "lawyer" } select new Sight($"/desk/cases/{cases[CaseStatus.BankCommunication]}/{part}"),
            new($"/cases/{cases[CaseStatus.BankCommunication]}/impact"),
            .. await TransactionsAsync(app, "lanxin", "/desk"),
            new("/desk/file"),
            .. Steps($"/desk/file/{draft}"),
            new("/desk/calendar"),
            new("/desk/rules"),
            new("/playbooks/coverage"),
            new($"/institutions/{institution.Value}/scorecard"),
            new("/merchants"),
            new("/merchants", "new", Acts.OpenNewAsync),
            new($"/merchants/{merchant.Value}"),
            .. from part in new[] { "training", "watch", "trades", "readiness", "readiness/plan", "readiness/channel" } select new Sight($"/merchants/{merchant.Value}/{part}"),
            new("/institutions"),
            new("/playbooks"),
            new("/playbooks/abnormal-transactions"),
            new("/notifications"),
            new("/admin/people", "refused"),
        ];
    }

    private static async Task<IReadOnlyList<Sight>> OfEnglishAgentAsync(DemoApp app)
    {
        var cases = await app.CasesOf();
        return
        [
            new("/desk"),
            new(CaseAddress.Of(cases[CaseStatus.BankCommunication], CaseTab.Communication)),
            new(CaseAddress.Of(cases[CaseStatus.Verification])),
            new("/account/second-factor"),
            new("/account/second-factor", "set up", Acts.SendAsync),
        ];
    }

    private static async Task<IReadOnlyList<Sight>> OfSupervisorAsync(DemoApp app)
    {
        var number = (await app.CasesOf())[CaseStatus.Resolution];
        await app.As("zhao").Send(new StartPlaybookDraft.Command("dormant"));
        var draft = (await app.As("zhao").Send(new ListPlaybookDrafts.Query())).Value[0].Id;
        var incidents = await app.AskAsync(db => db.Set<Incident>().OrderBy(i => i.Serial).ToDictionaryAsync(i => i.Status, i => i.Number));
        return
        [
            new(IncidentLinks.Path),
            new(IncidentLinks.Path, "new", Acts.OpenNewAsync),
            .. from tab in Enum.GetValues<IncidentTab>() select new Sight(IncidentLinks.Of(incidents[IncidentStatus.Open], tab)),
            new(IncidentLinks.Of(incidents[IncidentStatus.Suggested])),
            new(IncidentLinks.OfReport(incidents[IncidentStatus.Open])),
            new("/desk"),
            new("/desk", "selected", Acts.SelectAsync),
            new("/desk", "columns", Acts.OpenColumnsAsync),
            new("/desk?view=all&columns=priority,merchant,tags,region,institution,cause,remaining,since,filed,updated"),
            new("/desk/team"),
            new("/desk/team", "changing", Acts.OpenFirstOfTableAsync),
            new("/desk/import"),
            .. await SupervisionAsync(app),
            new("/desk/load"),
            new("/desk/load", "times", Acts.OpenFirstOfTableAsync),
            new("/desk/escalations"),
            new("/desk/escalations", "changing", Acts.OpenNewAsync),
            new("/desk/quality"),
            new("/account/training"),
            new("/desk/watch"),
            new($"/watch/imports/{(await app.AskAsync(db => db.Set<WatchImport>().Select(i => i.Id).FirstAsync())).Value}"),
            new("/desk/watch?state=Explained"),
            new("/desk/consistency?days=365"),
            new("/desk/cover"),
            new("/desk/cover", "new", Acts.OpenNewAsync),
            new("/desk/review"),
            new("/desk/send-back-reasons"),
            new("/desk/send-back-reasons", "new", Acts.OpenNewAsync),
            new($"/desk/review/{number}"),
            new(CaseAddress.Of(number), "approving", Walk.OpenMainActionAsync),
            new("/playbooks"),
            new("/playbooks", "unfolded", Acts.UnfoldAsync),
            new($"/playbooks/drafts/{draft.Value}"),
            new($"/playbooks/drafts/{draft.Value}", "unfolded", Acts.UnfoldAsync),
            new("/desk/calendar"),
            new("/insight?period=this-month"),
            new("/insight?period=this-month", "unfolded", Acts.UnfoldAsync),
            .. from board in new[] { "flow", "clocks", "outcomes", "money", "causes", "institutions", "playbooks" } select new Sight($"/insight/{board}?period=this-month"),
            new("/insight/cases?figure=backlog&period=this-month"),
            new("/insight/schedules"),
            new("/desk/knowledge"),
            new("/desk/knowledge/new"),
            new("/desk/knowledge/new", "refused", Acts.SendAsync),
            new("/desk/knowledge/scam-calls", "unfolded", Acts.UnfoldAsync),
        ];
    }

    /// <summary>A list of old cases that was sent, and a closed case of a past week that somebody else looks at again.</summary>
    private static async Task<IReadOnlyList<Sight>> SupervisionAsync(DemoApp app)
    {
        // Only one list is taken at a time, and the pages are asked for more than once.
        var under = await app.AskAsync(db => db.Set<CaseImport>().Select(i => (CaseImportId?)i.Id).FirstOrDefaultAsync());
        var list = under ?? await OldCasesAsync(app);
        await app.CountAsync();
        var monday = DrawSample.WeekOf(ShanghaiTime.DateOf(app.Clock.GetUtcNow()));
        for (var week = 1; week <= 8; week++)
        {
            await app.As(Caller.System).Send(new DrawSample.Command(monday.AddDays(-7 * week)));
        }

        var check = await app.AskAsync(db => db.Set<QualityCheck>().Select(q => q.Id).FirstAsync());
        return [new($"/desk/import/{list.Value}"), new($"/desk/quality/{check}")];
    }

    private static async Task<CaseImportId> OldCasesAsync(DemoApp app)
    {
        var list = CaseImportId.New();
        var file = (await app.Services.GetRequiredService<TransactionFiles>()
            .TakeAsync(new MemoryStream("旧编号,商户名称,受理日期\nA-1,示例小店,2025-03-01\n"u8.ToArray()), list.Value, TestContext.Current.CancellationToken)).Value;
        Assert.True((await app.As("zhao").Send(new ReceiveCaseFile.Command(list, "old.csv", file.Kept, file.Shape))).Succeeded);
        return list;
    }

    /// <summary>With a second factor, a person is between password and code.</summary>
    private static async Task<IReadOnlyList<Sight>> OfHalfSignedInAsync(DemoApp app)
    {
        if ((await app.As("sun").Send(new BeginTotp.Command())).Succeeded)
        {
            var setup = await app.As("sun").Send(new ViewTotpSetup.Query());
            await app.As("sun").Send(new ConfirmTotp.Command(new Secret(Totp.CodeAt(setup.Value.Key.Reveal(), app.Clock.GetUtcNow()))));
        }

        return
        [
            new("/account/two-factor"),
            new("/account/two-factor", "refused", Acts.SendAsync),
            new("/account/recovery-code"),
        ];
    }

    private static async Task<IReadOnlyList<Sight>> OfAdminAsync(DemoApp app)
    {
        var institution = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == "DEMO-XINGHE").Select(i => i.Id).SingleAsync());
        return
        [
            new("/admin/people"),
            new("/admin/people", "unfolded", Acts.UnfoldAsync),
            new("/admin/people", "invited", Acts.InviteAsync),
            new("/admin/operations"),
            new("/institutions"),
            new("/institutions", "new", Acts.OpenNewAsync),
            new($"/institutions/{institution.Value}"),
        ];
    }

    private static async Task<IReadOnlyList<Sight>> OfLawyerAsync(DemoApp app)
    {
        var number = (await app.CasesOf("huanan")).Where(c => c.Key != CaseStatus.Closed).Select(c => c.Value).First();
        var id = await app.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        var invited = await app.As("huanan").Send(new InviteGuest.Command(id, "Xu", $"{Lawyer}@demo.example"));
        if (invited is { Succeeded: true, Value.Invitation: { } invitation })
        {
            await app.As(Caller.Anonymous).Send(new AcceptInvitation.Command(invitation, "Xu", new Secret(Walk.Password), "zh-CN"));
        }

        return
        [
            new("/guest"),
            new($"/guest/cases/{number}"),
            new($"/guest/cases/{number}", "unfolded", Acts.UnfoldAsync),
        ];
    }

    // Every part of a case's transactions, and the import that brought them.
    private static async Task<IReadOnlyList<Sight>> TransactionsAsync(DemoApp app, string shop, string area)
    {
        var owner = await app.AskAsync(db => db.Set<Person>().Where(p => p.UserName == $"{shop}@demo.example").Select(p => p.MerchantId).SingleAsync());
        var (number, import) = await app.AskAsync(async db =>
        {
            var found = await db.Set<TransactionImport>().Where(i => db.Set<Case>().Any(c => c.Id == i.CaseId && c.MerchantId == owner)).FirstAsync();
            return (await db.Set<Case>().Where(c => c.Id == found.CaseId).Select(c => c.Number).SingleAsync(), found.Id);
        });
        var path = $"{area}/cases/{number}/transactions";
        return
        [
            new(path),
            new(path, "unfolded", Acts.UnfoldPageAsync),
            .. from part in new[] { "disputed", "slips", "signals", "pattern", "imports" } select new Sight($"{path}/{part}"),
            new($"{path}/slips", "unfolded", Acts.UnfoldAsync),
            new($"{path}/signals", "unfolded", Acts.UnfoldAsync),
            new($"{path}/import/{import.Value}"),
            new($"{path}/import/{import.Value}", "unfolded", Acts.UnfoldAsync),
        ];
    }

    private static async Task<Guid> AlertAsync(DemoApp app) =>
        (await app.As("huanan").Send(new ViewWatch.Query(null))).Value.Alerts.First(a => a.MayPrepare).Id.Value;

    private static IEnumerable<Sight> Steps(string draft) =>
        from step in new[] { "1", "2", "3", "4", "review" } select new Sight($"{draft}/{step}");
}
