using System.Text;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Evidence.Redaction;
using PosCases.Cases.Notices;
using PosCases.Cases.Packs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Evidence;

public sealed class CardSearchTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const string Card = "6222021234567890128";

    [Fact]
    public async Task A_paper_that_shows_a_card_number_is_marked_told_of_on_both_sides_and_the_number_is_stored_nowhere()
    {
        var (found, item) = await HandInAsync($"卡号 {Card}");

        await RunJobsLaterAsync();

        var paper = await ItemAsync(item);
        Assert.Equal((CardCheck.Found, 1, false), (paper.CardCheck, paper.CardNumbers, paper.HasCardSecrets));
        var entry = Assert.Single((await app.As("li").Send(new ViewCustody.Query(item))).Value.Entries, e => e.Kind == CustodyKind.CardsFound);
        Assert.Equal("1", entry.Why);
        Assert.Contains(await app.EventsOf(found), e => e is { Kind: CaseEventKind.CardNumbersFound, DeskOnly: false });
        await app.DeliverAsync();
        Assert.True(await app.AskAsync(db => db.Set<Notification>().AnyAsync(n => n.CaseId == found && n.EventKind == CaseEventKind.CardNumbersFound)));
        await using var raw = new RawDatabase(app);
        Assert.Empty(await raw.HoldingAsync(Card));
    }

    [Fact]
    public async Task A_paper_is_looked_through_once_and_one_from_before_too()
    {
        var (found, item) = await HandInAsync("金额 48200 元");
        await app.AskAsync(db => db.Set<EvidenceItem>().Where(i => i.Id == item).ExecuteUpdateAsync(set => set.SetProperty(i => i.CardCheck, CardCheck.Waiting)));

        await RunJobsLaterAsync();
        await RunJobsLaterAsync();

        Assert.Equal(CardCheck.Clear, (await ItemAsync(item)).CardCheck);
        Assert.Single((await app.As("li").Send(new ViewCustody.Query(item))).Value.Entries, e => e.Kind == CustodyKind.TextSearched);
        Assert.DoesNotContain(await app.EventsOf(found), e => e.Kind == CaseEventKind.CardNumbersFound);
    }

    [Fact]
    public async Task A_picture_is_said_to_need_eyes_and_a_paper_that_waits_for_its_scan_is_not_opened()
    {
        var found = await app.Given.Case().At(DemoPath.Judging);
        var picture = (await app.ViewOf(found)).Case.Evidence[0];
        var (_, item) = await HandInAsync($"卡号 {Card}");
        var key = (await ItemAsync(item)).StorageKey;
        await app.AskAsync(db => db.Set<VaultFile>().Where(f => f.Name == key).ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, FileScan.Waiting)));

        await RunJobsLaterAsync();

        Assert.Equal(CardCheck.NoText, (await ItemAsync(picture.Id)).CardCheck);
        Assert.Equal(CardCheck.Waiting, (await ItemAsync(item)).CardCheck);
    }

    [Fact]
    public async Task A_damaged_paper_is_reported_instead_of_read_and_keeps_nobody_waiting()
    {
        var (_, broken) = await HandInAsync($"卡号 {Card}");
        var (_, whole) = await HandInAsync($"卡号 {Card}");
        var key = (await ItemAsync(broken)).StorageKey;
        File.Delete(Path.Combine(app.DataFolder, "evidence", key[..2], key));

        await RunJobsLaterAsync();

        Assert.Equal((CardCheck.Waiting, CardCheck.Found), ((await ItemAsync(broken)).CardCheck, (await ItemAsync(whole)).CardCheck));
        Assert.Contains((await app.As("li").Send(new ViewCustody.Query(broken))).Value.Entries, e => e.Kind == CustodyKind.Damaged);
    }

    [Fact]
    public async Task A_pack_takes_such_a_paper_only_when_somebody_says_so()
    {
        var (found, item) = await HandInAsync($"卡号 {Card}");
        await RunJobsLaterAsync();

        var refused = await app.As("li").Send(Pack(found, PackVariant.Full, item));
        var field = Assert.Single(Assert.IsType<Invalid>(refused.Error).Fields);
        Assert.Equal(("ShowsCards", "ShowsCards", 1), (field.Field, field.Code, field.Arguments[0]));

        var pack = await MadeAsync(found, Pack(found, PackVariant.Full, item) with { ShowsCards = true });
        Assert.Equal((PackState.Ready, true), (pack.State, pack.ShowsCards));
        Assert.NotEqual(PackPart.Withheld, Assert.Single(pack.Entries).How);
    }

    [Fact]
    public async Task A_redacted_pack_takes_the_redacted_copy_and_leaves_the_paper_out_without_one()
    {
        var (found, item) = await HandInAsync($"卡号 {Card}");
        await RunJobsLaterAsync();

        Assert.Equal(PackPart.Withheld, Assert.Single((await MadeAsync(found, Pack(found, PackVariant.Redacted, item))).Entries).How);

        var copy = await app.As("li").Send(new RedactEvidence.Command(
            found, item, await app.TakeAsync(found), "r", [new RedactionMark(1, RedactionLabel.CardNumber)]));
        Assert.True(copy.Succeeded, copy.Error?.Code);
        var entry = Assert.Single((await MadeAsync(found, Pack(found, PackVariant.Redacted, item))).Entries);
        Assert.Equal((copy.Value.Value, false), (entry.ItemId, entry.How == PackPart.Withheld));
    }

    [Fact]
    public async Task A_number_that_is_found_after_the_pack_was_asked_for_stops_it()
    {
        var (found, item) = await HandInAsync($"卡号 {Card}");
        Assert.True((await app.As("li").Send(Pack(found, PackVariant.Full, item))).Succeeded);
        Assert.True((await app.As(Caller.System).Send(new ReportCards.Command(item, CardCheck.Found, 1, Secrets: false))).Succeeded);

        await RunJobsLaterAsync();

        var pack = (await app.As("li").Send(new ListPacks.Query(found))).Value[0].Pack;
        Assert.Equal((PackState.Failed, "Cards"), (pack.State, pack.Failure));
    }

    private static MakePack.Command Pack(CaseId found, PackVariant variant, EvidenceItemId item) =>
        new(found, PackKind.Submission, variant, "zh-CN", null, "请核查。", [item]);

    private async Task<CasePack> MadeAsync(CaseId found, MakePack.Command command)
    {
        var asked = await app.As("li").Send(command);
        Assert.True(asked.Succeeded, asked.Error?.Code);
        await RunJobsLaterAsync();
        return (await app.As("li").Send(new ListPacks.Query(found))).Value[0].Pack;
    }

    private async Task<(CaseId Found, EvidenceItemId Item)> HandInAsync(string text)
    {
        var found = await app.Given.Case().At(DemoPath.Judging);
        var file = (await app.TakeAsync(found, Encoding.UTF8.GetBytes(text))) with { Name = "note.txt" };
        return (found, (await app.As("huanan").Send(new SubmitEvidence.Command(found, null, EvidenceCode.Other, file))).Value);
    }

    private Task<EvidenceItem> ItemAsync(EvidenceItemId id) => app.AskAsync(db => db.Set<EvidenceItem>().AsNoTracking().SingleAsync(i => i.Id == id));

    private async Task RunJobsLaterAsync()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobsAsync();
    }
}
