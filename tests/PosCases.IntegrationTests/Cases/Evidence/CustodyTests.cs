using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Notices;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Evidence;

public sealed class CustodyTests(QuietHost app) : IClassFixture<QuietHost>
{
    private string Folder => Path.Combine(app.DataFolder, "evidence");

    private EvidenceReader Reader => app.Services.GetRequiredService<EvidenceReader>();

    [Fact]
    public async Task Every_touch_of_a_paper_stands_in_its_record_with_who_and_when()
    {
        var item = await PaperAsync();
        await app.As("li").Send(new OpenEvidence.Command(item.Id, OpeningPurpose.View));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.As("li").Send(new OpenEvidence.Command(item.Id, OpeningPurpose.View));
        await app.As("wang").Send(new OpenEvidence.Command(item.Id));
        await app.As("li").Send(new OpenEvidence.Command(item.Id, OpeningPurpose.Print));

        var record = (await app.As("zhao").Send(new ViewCustody.Query(item.Id))).Value;

        // Li, who turned a page, is still looking at it.
        Assert.Equal([CustodyKind.Received, CustodyKind.Viewed, CustodyKind.Downloaded, CustodyKind.Printed], record.Entries.Select(e => e.Kind));
        Assert.All(record.Entries, e => Assert.NotEmpty(e.ByName));
        Assert.Equal(FileScan.NotScanned, record.File.Scan);
    }

    [Fact]
    public async Task A_changed_byte_is_found_when_the_paper_is_opened_and_nothing_of_it_is_handed_out_again()
    {
        var item = await PaperAsync();
        await ChangeAByteAsync(item);
        var opened = (await app.As("li").Send(new OpenEvidence.Command(item.Id))).Value;

        Assert.Null(await Reader.OpenAsync(opened, TestContext.Current.CancellationToken));

        Assert.Equal(new EvidenceDamaged(), (await app.As("li").Send(new OpenEvidence.Command(item.Id))).Error);
        Assert.Equal(CustodyKind.Damaged, await LastAsync(item));
        Assert.Contains(await app.EventsOf(item.CaseId), e => e.Kind == CaseEventKind.EvidenceDamaged);
        await app.DeliverAsync();
        Assert.True(await app.AskAsync(db => db.Set<Notification>().AnyAsync(n => n.CaseId == item.CaseId && n.EventKind == CaseEventKind.EvidenceDamaged)));
    }

    [Fact]
    public async Task A_changed_byte_is_found_by_the_weekly_check_and_a_restored_file_is_trusted_again()
    {
        var item = await PaperAsync();
        var bytes = await File.ReadAllBytesAsync(PathOf(item), TestContext.Current.CancellationToken);
        await ChangeAByteAsync(item);

        await NextCheckAsync();
        Assert.Equal(CustodyKind.Damaged, await LastAsync(item));
        Assert.Equal(new EvidenceDamaged(), (await app.As("li").Send(new OpenEvidence.Command(item.Id))).Error);

        await File.WriteAllBytesAsync(PathOf(item), bytes, TestContext.Current.CancellationToken);
        await NextCheckAsync();
        Assert.Equal(CustodyKind.Checked, await LastAsync(item));
        Assert.True((await app.As("li").Send(new OpenEvidence.Command(item.Id))).Succeeded);
    }

    [Fact]
    public async Task A_paper_that_lies_under_another_papers_name_is_refused()
    {
        var (one, other) = (await PaperAsync(), await PaperAsync());
        File.Copy(PathOf(other), PathOf(one), overwrite: true);

        Assert.Null(await Reader.OpenAsync((await app.As("li").Send(new OpenEvidence.Command(one.Id))).Value, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_row_that_was_pointed_to_another_cases_file_opens_nothing()
    {
        var (one, other) = (await PaperAsync(), await PaperAsync());
        await app.AskAsync(db => db.Set<VaultFile>().Where(f => f.Name == one.StorageKey)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Owner, other.CaseId.Value)));

        Assert.Null(await Reader.OpenAsync((await app.As("li").Send(new OpenEvidence.Command(one.Id))).Value, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_wrapped_key_is_stored_in_one_place_only()
    {
        var item = await PaperAsync();
        await app.As("li").Send(new OpenEvidence.Command(item.Id));
        var key = await app.AskAsync(db => db.Set<VaultFile>().Where(f => f.Name == item.StorageKey).Select(f => f.WrappedKey).SingleAsync());

        var answers = await app.AskAsync(db => db.Set<PosCases.Platform.Messages.CommandReceipt>().Select(r => r.Answer).ToListAsync());

        Assert.NotEmpty(answers);
        Assert.DoesNotContain(answers, a => a is not null && a.Contains(Convert.ToBase64String(key!), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newer_version_stands_beside_the_older_one_which_nobody_has_to_judge_any_more()
    {
        var item = await PaperAsync();
        var file = await app.TakeAsync(item.CaseId);

        var newer = await app.As("huanan").Send(new SubmitEvidence.Command(item.CaseId, item.RequirementId, item.Code, file) { Replaces = item.Id });

        Assert.True(newer.Succeeded);
        var all = (await app.ViewOf(item.CaseId)).Case.Evidence;
        Assert.Equal(EvidenceStatus.Replaced, all.Single(i => i.Id == item.Id).Status);
        Assert.Equal(item.Id, all.Single(i => i.Id == newer.Value).ReplacesId);
        Assert.True((await app.As("li").Send(new OpenEvidence.Command(item.Id))).Succeeded);

        var again = await app.As("huanan").Send(
            new SubmitEvidence.Command(item.CaseId, item.RequirementId, item.Code, await app.TakeAsync(item.CaseId)) { Replaces = item.Id });
        Assert.Equal(new EvidenceJudged(), again.Error);
    }

    [Fact]
    public async Task A_file_whose_key_was_made_for_another_case_is_not_taken()
    {
        var (one, other) = (await PaperAsync(), await PaperAsync());

        var refused = await app.As("li").Send(new SubmitEvidence.Command(one.CaseId, null, EvidenceCode.Other, await app.TakeAsync(other.CaseId)));

        Assert.Equal(new NotFound("Evidence"), refused.Error);
    }

    [Fact]
    public async Task A_paper_from_before_encryption_is_encrypted_and_reads_the_same()
    {
        var item = await PaperAsync();
        var bytes = await BytesAsync(item);
        await LayOpenAsync(item, bytes);
        Assert.Equal(bytes, await BytesAsync(item));

        await RunJobsLaterAsync(TimeSpan.FromMinutes(11));

        var now = (await app.ViewOf(item.CaseId)).Case.Evidence.Single(i => i.Id == item.Id);
        Assert.NotEqual(item.StorageKey, now.StorageKey);
        Assert.Equal(bytes, await BytesAsync(now));
        Assert.True((await File.ReadAllBytesAsync(PathOf(now), TestContext.Current.CancellationToken)).AsSpan().IndexOf(bytes.AsSpan(0, 64)) < 0);
        Assert.Equal(CustodyKind.Rekeyed, await LastAsync(now, k => k is CustodyKind.Rekeyed));
    }

    [Fact]
    public async Task Bytes_without_a_row_are_swept_after_a_day_and_no_others()
    {
        var item = await PaperAsync();
        var (fresh, old) = (await app.TakeAsync(item.CaseId), await app.TakeAsync(item.CaseId));
        File.SetLastWriteTimeUtc(PathOf(old.Key), app.Clock.GetUtcNow().UtcDateTime.AddHours(-25));
        File.SetLastWriteTimeUtc(PathOf(item), app.Clock.GetUtcNow().UtcDateTime.AddHours(-25));
        File.SetLastWriteTimeUtc(PathOf(fresh.Key), app.Clock.GetUtcNow().UtcDateTime);

        await RunJobsLaterAsync(TimeSpan.FromMinutes(61));

        Assert.Equal((false, true, true), (File.Exists(PathOf(old.Key)), File.Exists(PathOf(fresh.Key)), File.Exists(PathOf(item))));
    }

    private async Task<EvidenceItem> PaperAsync() => (await app.ViewOf(await app.Given.Case().At(DemoPath.Judging))).Case.Evidence[0];

    private async Task<byte[]> BytesAsync(EvidenceItem item)
    {
        var opened = (await app.As("li").Send(new OpenEvidence.Command(item.Id))).Value;
        await using var content = (await Reader.OpenAsync(opened, TestContext.Current.CancellationToken))!;
        using var read = new MemoryStream();
        await content.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }

    private async Task ChangeAByteAsync(EvidenceItem item)
    {
        var bytes = await File.ReadAllBytesAsync(PathOf(item), TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(PathOf(item), bytes, TestContext.Current.CancellationToken);
    }

    // As it lay before this version: in the open, without a key.
    private async Task LayOpenAsync(EvidenceItem item, byte[] bytes)
    {
        await File.WriteAllBytesAsync(PathOf(item), bytes, TestContext.Current.CancellationToken);
        await app.AskAsync(db => db.Set<VaultFile>().Where(f => f.Name == item.StorageKey)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.KeyName, (string?)null).SetProperty(f => f.WrappedKey, (byte[]?)null)));
    }

    private Task NextCheckAsync() => RunJobsLaterAsync(TimeSpan.FromDays(8));

    private async Task RunJobsLaterAsync(TimeSpan later)
    {
        app.Clock.Advance(later);
        await app.RunJobsAsync();
    }

    private Task<CustodyKind> LastAsync(EvidenceItem item, Func<CustodyKind, bool>? among = null) => app.AskAsync(async db =>
        (await db.Set<CustodyEntry>().Where(e => e.ItemId == item.Id).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync()).Last(among ?? (_ => true)));

    private string PathOf(EvidenceItem item) => PathOf(item.StorageKey);

    private string PathOf(string key) => Path.Combine(Folder, key[..2], key);
}
