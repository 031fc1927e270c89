using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Notices;
using PosCases.Cases.Restriction;
using PosCases.Incidents;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Incidents;

public sealed class IncidentMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const string Zh = "多家商户收到类似通知，我们正在统一核实。";
    private const string En = "Several merchants received similar notices; we are asking about all of them.";

    [Fact]
    public async Task A_suggestion_is_made_kept_dismissed_and_comes_back_only_when_it_grows()
    {
        var shops = new[] { "huanan", "lanxin", "hengtong", "xiangman", "kangle", "jinhai", "xiaolu", "dafeng" };
        foreach (var shop in shops.Take(5))
        {
            await FileAsync(shop, "DEMO-HETU", "因平台安全升级，您的余额暂不可提现。");
        }

        var secret = await FileAsync("yuehua", "DEMO-HETU", "因平台安全升级，您的余额暂不可提现。");
        Must(await app.As("zhao").Send(new StartVerification.Command(secret, (await app.ViewOf(secret)).Summary.Version)));
        Must(await app.As("zhao").Send(new RestrictCase.Command(secret, (await app.ViewOf(secret)).Summary.Version, RestrictionCause.Crime, "涉案", [app.CallerOf("sun").Id], false)));
        await SuggestAsync();

        var row = Assert.Single((await app.As("li").Send(new ListIncidents.Query(IncidentStatus.Suggested))).Value.Rows.Items);
        Assert.Equal((5, 5), (row.Cases, row.Merchants));
        Assert.Contains(row.Incident.Reasons, r => r.Trait == SuggestionTrait.Institution && r.Cases == 5);
        Assert.Empty((await app.As("huanan").Send(new ViewMyIncident.Query(await NewestOf("huanan")))).Value);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new DismissIncident.Command(row.Incident.Id, row.Incident.Version, "r"))).Error);

        Must(await app.As("zhao").Send(new DismissIncident.Command(row.Incident.Id, row.Incident.Version, "系统割接当天的集中报案")));
        await SuggestAsync();
        Assert.Equal(IncidentStatus.Dismissed, (await ViewAsync(row.Incident.Number)).Incident.Status);
        foreach (var shop in shops.Skip(5))
        {
            await FileAsync(shop, "DEMO-HETU", "因平台安全升级，您的余额暂不可提现。");
        }

        await SuggestAsync();
        var again = await ViewAsync(row.Incident.Number);
        Assert.Equal((IncidentStatus.Suggested, 8), (again.Incident.Status, again.Suggested));

        Must(await app.As("zhao").Send(new AcceptIncident.Command(row.Incident.Id, again.Incident.Version, "河图集中暂停提现", SharedFacts.None)));
        var waiting = (await app.As("li").Send(new ListIncidentCases.Query(row.Incident.Number, Membership.Suggested, 0))).Value;
        foreach (var found in waiting.Items)
        {
            Must(await app.As("li").Send(new AddToIncident.Command(row.Incident.Id, found.Id)));
        }

        Assert.Equal((8, 0), ((await ViewAsync(row.Incident.Number)).Cases, (await ViewAsync(row.Incident.Number)).Suggested));
        Assert.IsType<NotFound>((await app.As("wang").Send(new AddToIncident.Command(row.Incident.Id, secret))).Error);
    }

    [Fact]
    public async Task A_merchant_learns_that_he_is_one_of_several_and_nothing_of_the_others_and_a_restricted_case_stays_invisible()
    {
        var (one, other) = (await FileAsync("mingshi", "DEMO-QINGSONG", "w1"), await FileAsync("qingfeng", "DEMO-QINGSONG", "w2"));
        var incident = await OpenAsync("名称里有清风茶行", new SharedFacts { FrozenBy = "青松支付（演示）" });
        await AddAsync(incident, one, other);
        Must(await app.As("zhao").Send(new RestrictCase.Command(
            other, (await app.ViewOf(other)).Summary.Version, RestrictionCause.Crime, "涉案", [app.CallerOf("zhao").Id], false)));

        var mine = Assert.Single((await app.As("mingshi").Send(new ViewMyIncident.Query(one))).Value);
        var events = (await app.As("mingshi").Send(new ViewTimeline.Query(one))).Value;

        Assert.Equal("青松支付（演示）", mine.Facts.FrozenBy);
        Assert.DoesNotContain(events, e => e.Kind == CaseEventKind.IncidentJoined || e.Details.Values.Contains(incident.Number));
        Assert.IsType<NotFound>((await app.As("mingshi").Send(new ViewMyIncident.Query(other))).Error);
        Assert.IsType<NotPermitted>((await app.As("mingshi").Send(new ViewIncident.Query(incident.Number))).Error);
        Assert.Equal((1, 2), ((await app.As("wang").Send(new ViewIncident.Query(incident.Number))).Value.Cases, (await ViewAsync(incident.Number)).Cases));
        Assert.Equal([one], (await app.As("wang").Send(new ListIncidentCases.Query(incident.Number, Membership.In))).Value.Items.Select(r => r.Id));
        Assert.Single((await app.As("wang").Send(new ViewIncidentReport.Query(incident.Number))).Value.Report.Lines);
    }

    [Fact]
    public async Task A_joint_notice_reaches_each_merchant_once_however_often_it_is_sent()
    {
        var (first, second) = (await FileAsync("harbor", "DEMO-LANQIAO", "w3"), await FileAsync("harbor", "DEMO-LANQIAO", "w4"));
        var late = await FileAsync("xiaolu", "DEMO-LANQIAO", "w5");
        var incident = await OpenAsync("Once", SharedFacts.None);
        await AddAsync(incident, first, second);

        var sent = (await app.As("zhao").Send(new SendJointNotice.Command(incident.Id, Zh, En))).Value;
        var again = await app.As("zhao").Send(new SendJointNotice.Command(incident.Id, Zh + " ", En));
        await app.DeliverAsync();
        await AddAsync(incident, late);
        var more = (await app.As("zhao").Send(new SendJointNotice.Command(incident.Id, Zh, En))).Value;
        await app.DeliverAsync();

        Assert.Equal((1, 1, sent.Notice), (sent.Merchants, more.Merchants, more.Notice));
        Assert.Equal("Incident.NobodyToTell", again.Error!.Code);
        var notice = Assert.Single((await ViewAsync(incident.Number)).Notices);
        Assert.Equal((2, 2, 0), (notice.Merchants, notice.Done, notice.Unreached));
        Assert.All((await app.As("li").Send(new ListDeliveries.Query(sent.Notice))).Value.Items, d => Assert.Equal(DeliveryState.Sent, d.State));
        Assert.DoesNotContain(await app.EventsOf(first), e => e.Kind == CaseEventKind.IncidentNotice);
        Assert.Single(await app.EventsOf(second), e => e.Kind == CaseEventKind.IncidentNotice);
        Assert.All([first, second], id => Assert.Equal(En, Assert.Single(Assert.Single(app.As("harbor").Send(new ViewMyIncident.Query(id)).Result.Value).Notices).TextEn));
        Assert.Single((await app.As("harbor").Send(new ListNotifications.Query())).Value.Rows, n => n.EventKind == CaseEventKind.IncidentNotice);
        Assert.Equal("Incident.Fault.AsksForSecret", (await app.As("zhao").Send(new SendJointNotice.Command(incident.Id, "请告诉我们您的密码", En))).Error!.Code);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new SendJointNotice.Command(incident.Id, "别的话", En))).Error);
    }

    [Fact]
    public async Task Two_hundred_merchants_in_an_incident_are_told_and_listed_in_pages_and_each_case_keeps_its_course()
    {
        var cases = await FileManyAsync(200);
        var incident = await OpenAsync("Two hundred", SharedFacts.None);
        await AddAsync(incident, [.. cases]);
        Must(await app.As("zhao").Send(new TakeOutOfIncident.Command(incident.Id, cases[0])));

        var sent = (await app.As("zhao").Send(new SendJointNotice.Command(incident.Id, Zh, En))).Value;
        await app.DeliverAsync();
        var watch = Stopwatch.StartNew();
        var view = await ViewAsync(incident.Number);
        var pages = (await app.As("li").Send(new ListIncidentCases.Query(incident.Number, Membership.In, 4))).Value;
        var report = (await app.As("li").Send(new ViewIncidentReport.Query(incident.Number))).Value.Report;
        watch.Stop();

        Assert.Equal(199, sent.Merchants);
        // Nobody of these merchants has an account.
        Assert.Equal(199, view.Notices[0].Deliveries[DeliveryState.NoAccount]);
        Assert.Equal((199, 199, 49), (view.Cases, pages.Total, pages.Items.Count));
        Assert.Equal((199, 199), (report.Lines.Count, report.Merchants));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(CaseStatus.Filed, (await app.ViewOf(cases[1])).Summary.Status);
        Assert.Equal("Incident.LacksCase", (await app.As("zhao").Send(new TakeOutOfIncident.Command(incident.Id, cases[0]))).Error!.Code);

        Must(await app.As("zhao").Send(new CloseIncident.Command(incident.Id, view.Incident.Version, "机构已统一恢复，个案继续核对。")));
        Assert.Equal("Incident.NotOpen", (await app.As("li").Send(new AddToIncident.Command(incident.Id, cases[0]))).Error!.Code);
        Assert.Equal(CaseStatus.Filed, (await app.ViewOf(cases[1])).Summary.Status);
    }

    private async Task<List<CaseId>> FileManyAsync(int count)
    {
        var form = await FormAsync("DEMO-YULIN-RURAL-BANK", "统一暂停");
        List<CaseId> made = [];
        for (var at = 0; at < count; at++)
        {
            var shop = await app.As("li").Send(new CreateMerchant.Command(new MerchantProfile($"测试商户{at:000}", MerchantKind.Micro, null, null, "示范市", null), null, null));
            Must(shop);
            made.Add((await app.As("li").Send(new FileCase.Command(form, shop.Value, null))).Value.Id);
        }

        return made;
    }

    private async Task<OpenIncident.Opened> OpenAsync(string title, SharedFacts facts) =>
        (await app.As("zhao").Send(new OpenIncident.Command(title, IncidentMarks.None, facts))).Value;

    private async Task AddAsync(OpenIncident.Opened incident, params CaseId[] cases)
    {
        foreach (var id in cases)
        {
            Must(await app.As("li").Send(new AddToIncident.Command(incident.Id, id)));
        }
    }

    private async Task<ViewIncident.View> ViewAsync(string number) => (await app.As("zhao").Send(new ViewIncident.Query(number))).Value;

    // As the job does.
    private async Task SuggestAsync()
    {
        var (options, now) = (new IncidentOptions(), app.Clock.GetUtcNow());
        foreach (var suggestion in IncidentSuggester.Suggest(await app.AskAsync(db => SuggestionInputs.ReadAsync(db, options, now, CancellationToken.None)), options, now))
        {
            if (suggestion.Marks.InstitutionName?.Contains("河图", StringComparison.Ordinal) == true)
            {
                Must(await app.As(Caller.System).Send(new SuggestIncident.Command(suggestion)));
            }
        }
    }

    private async Task<CaseId> NewestOf(string shop)
    {
        var merchant = await app.AskAsync(db => db.Set<Person>().Where(p => p.UserName == shop + "@demo.example").Select(p => p.MerchantId!.Value).SingleAsync());
        return await app.AskAsync(db => db.Set<Case>().Where(c => c.MerchantId == merchant).OrderByDescending(c => c.Serial).Select(c => c.Id).FirstAsync());
    }

    private async Task<CaseId> FileAsync(string shop, string institution, string wording) =>
        (await app.As(shop).Send(new FileCase.Command(await FormAsync(institution, wording), null, null))).Value.Id;

    private async Task<FilingForm> FormAsync(string institution, string wording) => new()
    {
        ToldBy = NoticeChannel.App,
        NothingDemanded = true,
        Wording = wording,
        Measure = MeasureKind.SettlementDelay,
        ImposedBy = ImposedBy.PaymentInstitution,
        Institution = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == institution).Select(i => i.Id).SingleAsync()),
        Reason = ReasonGiven.NoReason,
    };

    private static void Must(Result result) => Assert.True(result.Succeeded, $"{result.Error} {(result.Error is Invalid i ? string.Join(' ', i.Fields) : "")}");
}
