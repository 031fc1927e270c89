using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Notices;
using PosCases.Cases.Papers;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

public sealed class PaperMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    private readonly Dictionary<MerchantPaperId, byte[]> bytesOf = [];

    private DateOnly Today => ShanghaiTime.DateOf(app.Clock.GetUtcNow());

    [Fact]
    public async Task A_kept_paper_is_the_merchants_and_the_desks_and_nobody_elses()
    {
        var id = await KeepAsync("huanan", "BUSINESS_LICENSE", null);

        Assert.Contains(await ShelfAsync("huanan-staff"), p => p.Id == id);
        Assert.DoesNotContain(await ShelfAsync("lanxin"), p => p.Id == id);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new ListMerchantPapers.Query())).Error);
        Assert.Equal(new NotFound("Paper"), (await app.As("lanxin").Send(new OpenMerchantPaper.Command(id))).Error);
        Assert.Equal(new NotFound("Paper"), (await app.As("lanxin").Send(new EndMerchantPaper.Command(id))).Error);
        Assert.True((await app.As("li").Send(new OpenMerchantPaper.Command(id))).Succeeded);
        Assert.Equal(["ok", "NotFound.Paper", "NotFound.Paper", "ok"], (await app.AuditOf(id.Value)).Select(e => e.Outcome));
        Assert.Null((await app.As("huanan").Send(new EndMerchantPaper.Command(id))).Error);
        Assert.DoesNotContain(await ShelfAsync("huanan"), p => p.Id == id);
    }

    [Fact]
    public async Task An_accepted_paper_of_a_case_is_kept_for_later_ones_and_no_other_is()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case;
        var item = made.Evidence.First(i => MerchantPaper.Kinds.Contains(i.Code));
        KeepEvidence.Command keep = new(item.Id, null, Today.AddYears(1), await app.TakeAsync(await MerchantOf("huanan"), await BytesAsync(item)));
        Assert.Equal(new PaperNotToKeep(), (await app.As("li").Send(keep)).Error);
        Assert.Null((await app.As("li").Send(new JudgeEvidence.Command(made.Id, made.Version, item.Id, true, null))).Error);

        Assert.IsType<Invalid>((await app.As("li").Send(keep with { CommandId = Guid.NewGuid(), File = await app.TakeAsync(await MerchantOf("huanan")) })).Error);
        Assert.Equal(new NotFound("Evidence"), (await app.As("lanxin").Send(keep with { CommandId = Guid.NewGuid() })).Error);
        var kept = (await app.As("li").Send(keep with { CommandId = Guid.NewGuid() })).Value;

        var paper = (await ShelfAsync("huanan")).Single(p => p.Id == kept);
        Assert.Equal((item.Code, item.Id, Today.AddYears(1)), (paper.Code, paper.FromItem, paper.ValidTo));
        Assert.NotEqual(item.StorageKey, paper.StorageKey);
    }

    [Fact]
    public async Task A_kept_paper_is_handed_in_to_a_case_of_the_same_merchant_that_asks_for_it()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Collecting))).Case;
        var asked = made.Requirements.First(r => r.Codes.Contains("BUSINESS_LICENSE"));
        var other = made.Requirements.First(r => !r.Codes.Contains("BUSINESS_LICENSE"));
        var valid = await KeepAsync("huanan", "BUSINESS_LICENSE", Today);
        var expired = await KeepAsync("huanan", "BUSINESS_LICENSE", Today.AddDays(-1));
        var strangers = await KeepAsync("lanxin", "BUSINESS_LICENSE", null);

        Assert.Equal(new PaperExpired(Today.AddDays(-1)), await RefusalAsync(new(made.Id, asked.Id, expired, await CopyAsync(expired, made.Id))));
        Assert.Equal(new PaperOfAnotherKind(), await RefusalAsync(new(made.Id, other.Id, valid, await CopyAsync(valid, made.Id))));
        Assert.Equal(new NotFound("Paper"), await RefusalAsync(new(made.Id, asked.Id, strangers, await CopyAsync(strangers, made.Id))));
        Assert.Equal(new NotFound("Paper"), (await app.As("li").Send(new UsePaper.Command(made.Id, asked.Id, strangers, await CopyAsync(strangers, made.Id)))).Error);
        Assert.IsType<Invalid>(await RefusalAsync(new(made.Id, asked.Id, valid, await app.TakeAsync(made.Id))));

        var used = (await app.As("huanan-staff").Send(new UsePaper.Command(made.Id, asked.Id, valid, await CopyAsync(valid, made.Id)))).Value;

        var item = (await app.ViewOf(made.Id)).Case.Evidence.Single(i => i.Id == used);
        Assert.Equal((asked.Id, "BUSINESS_LICENSE", EvidenceStatus.Submitted, true), (item.RequirementId, item.Code, item.Status, item.FromMerchant));
    }

    [Fact]
    public async Task The_desk_uses_a_kept_paper_only_where_the_merchant_agreed_and_the_merchant_reads_of_it()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Collecting))).Case;
        var asked = made.Requirements.First(r => r.Codes.Contains("BUSINESS_LICENSE"));
        var kept = await KeepAsync("huanan", "BUSINESS_LICENSE", null);

        var refused = await app.As("li").Send(new UsePaper.Command(made.Id, asked.Id, kept, await CopyAsync(kept, made.Id)));
        var used = await app.As("li").Send(new UsePaper.Command(made.Id, asked.Id, kept, await CopyAsync(kept, made.Id)) { MerchantAgreed = true });

        Assert.Equal(new PaperNeedsConsent(), refused.Error);
        Assert.True(used.Succeeded, used.Error?.Code);
        var line = Assert.Single((await app.As("li").Send(new ViewCustody.Query(used.Value))).Value.Entries);
        var paper = (await ShelfAsync("huanan")).Single(p => p.Id == kept);
        Assert.Equal((CustodyKind.Reused, paper.FileName), (line.Kind, line.Why));
        var told = (await app.As("huanan").Send(new ViewTimeline.Query(made.Id))).Value.Last(e => e.Kind == CaseEventKind.EvidenceSubmitted);
        Assert.Equal(("yes", line.ByName, Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), (told.Details["profile"], told.Details["agreed"], told.Details["on"]));
        // The merchant agrees by using it.
        var own = await app.As("huanan").Send(new UsePaper.Command(made.Id, asked.Id, kept, await CopyAsync(kept, made.Id)));
        Assert.True(own.Succeeded, own.Error?.Code);
        Assert.DoesNotContain("agreed", (await app.EventsOf(made.Id)).Last(e => e.Kind == CaseEventKind.EvidenceSubmitted).Details.Keys);
    }

    [Fact]
    public async Task The_merchants_users_are_reminded_once_at_each_of_the_three_times_and_can_mark_it_read()
    {
        // Asked for once: each reminder moves the clock on, perhaps past midnight.
        var until = Today.AddDays(45);
        var id = await KeepAsync("lanxin", "LEASE_CONTRACT", until);
        await KeepAsync("lanxin", "LEASE_CONTRACT", Today.AddDays(400));
        await KeepAsync("lanxin", "LEASE_CONTRACT", null);

        await RemindAsync();
        await RemindAsync();

        var notice = Assert.Single(await NoticesAsync("lanxin"));
        Assert.Equal(("LEASE_CONTRACT", until, false), (notice.Code, notice.ValidTo, notice.IsRead));
        Assert.Empty(await NoticesAsync("xiangman"));
        Assert.Empty(await NoticesAsync("li"));
        var unread = (await app.As("lanxin").Send(new ListNotifications.CountQuery())).Value;
        await app.As("lanxin").Send(new MarkNotificationsRead.Command(null));
        Assert.Equal(0, (await app.As("lanxin").Send(new ListNotifications.CountQuery())).Value);
        Assert.True(unread > 0);
        Assert.Equal(60, await app.AskAsync(db => db.Set<MerchantPaper>().Where(p => p.Id == id).Select(p => p.RemindedDays).SingleAsync()));
    }

    [Fact]
    public async Task More_papers_than_may_be_kept_are_refused()
    {
        for (var number = 0; number < MerchantPaper.Most; number++)
        {
            await KeepAsync("xiangman", "INDUSTRY_PERMIT", null);
        }

        Assert.Equal(new TooManyPapers(), (await app.As("xiangman").Send(new AddMerchantPaper.MayQuery())).Error);
        Assert.Equal(new TooManyPapers(), (await app.As("xiangman").Send(new AddMerchantPaper.Command(new PaperForm("INDUSTRY_PERMIT", null, null), await app.TakeAsync(await MerchantOf("xiangman"))))).Error);
    }

    private Task<StoredFile> CopyAsync(MerchantPaperId paper, CaseId to) => app.TakeAsync(to, bytesOf[paper]);

    private async Task<Guid> MerchantOf(string person) => (await app.AskAsync(db => db.Set<Person>()
        .Where(p => p.UserName == person + "@demo.example").Select(p => p.MerchantId).SingleAsync()))!.Value.Value;

    private async Task<byte[]> BytesAsync(EvidenceItem item)
    {
        var opened = (await app.As("li").Send(new OpenEvidence.Command(item.Id))).Value;
        await using var content = await app.Services.GetRequiredService<Vault>().OpenAsync(opened.File!, TestContext.Current.CancellationToken);
        using var read = new MemoryStream();
        await content.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }

    private async Task<MerchantPaperId> KeepAsync(string person, string code, DateOnly? end)
    {
        byte[] bytes = [.. Pictures.Png(9), .. Guid.NewGuid().ToByteArray()];
        var file = await app.TakeAsync(await MerchantOf(person), bytes);
        var id = (await app.As(person).Send(new AddMerchantPaper.Command(new PaperForm(code, null, end), file))).Value;
        bytesOf[id] = bytes;
        return id;
    }

    private async Task<IReadOnlyList<MerchantPaper>> ShelfAsync(string person) => (await app.As(person).Send(new ListMerchantPapers.Query())).Value.Papers;

    private async Task<IReadOnlyList<ListPaperNotices.Row>> NoticesAsync(string person) => (await app.As(person).Send(new ListPaperNotices.Query())).Value;

    private async Task<Error?> RefusalAsync(UsePaper.Command command) => (await app.As("huanan").Send(command)).Error;

    private async Task RemindAsync()
    {
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.RunJobsAsync();
        await app.DeliverAsync();
    }
}
