using System.IO.Pipelines;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;
using PosCases.TestSupport;
using PosCases.Web.Cases;
using PosCases.Web.Cases.Uploads;

namespace PosCases.IntegrationTests.Cases.Evidence;

public sealed class UploadTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Picture = [.. Pictures.Png(3000), .. RandomNumberGenerator.GetBytes(200_000)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_in_parts_is_one_paper_with_the_bytes_that_were_sent()
    {
        var (visitor, number) = await VisitorAsync();

        var taken = await new PartsSender(visitor, number, ("code", "SALES_SLIP")).SendAllAsync(Picture, 70_000, "card 6222021234567890128.png");

        Assert.Equal((HttpStatusCode.Created, true, Picture.Length), (taken.Status, taken.IsSettled, (int)taken.Offset!));
        Assert.Equal("card 622202*********0128.png", taken.Of("name"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), taken.Of("sha256"));
        using var sent = await visitor.FetchAsync($"/evidence/{taken.Of("id")}");
        Assert.Equal(Picture, await sent.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(["SALES_SLIP"], await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).SelectMany(c => c.Evidence).Select(i => i.Code).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_part_at_the_wrong_place_is_told_the_right_one_and_changes_nothing()
    {
        var (visitor, number) = await VisitorAsync();
        var sender = new PartsSender(visitor, number);
        await sender.BeginAsync(Picture.Length);
        var first = await sender.SendAsync(0, Picture[..1000]);

        var again = await sender.SendAsync(0, Picture[..1000]);
        var ahead = await sender.SendAsync(5000, Picture[5000..6000]);

        Assert.Equal((HttpStatusCode.NoContent, 1000), (first.Status, first.Offset));
        Assert.Equal((HttpStatusCode.Conflict, 1000, false), (again.Status, again.Offset, again.IsSettled));
        Assert.Equal((HttpStatusCode.Conflict, 1000), (ahead.Status, ahead.Offset));
        Assert.Equal((HttpStatusCode.NoContent, 1000), ((await sender.AskAsync()).Status, (await sender.AskAsync()).Offset));
        Assert.Equal(HttpStatusCode.Created, (await sender.SendAsync(1000, Picture[1000..])).Status);
    }

    [Fact]
    public async Task Of_a_part_that_was_cut_counts_what_arrived_and_a_newer_request_ends_one_whose_line_is_dead()
    {
        await using UploadSession session = new(
            new UploadPlan(Guid.NewGuid(), CaseId.New(), "a.png", Picture.Length, new Dictionary<string, string>()), host.Services.GetRequiredService<PaperIntake>().Begin(), host.Clock);
        Pipe line = new();
        var older = (await session.EnterAsync(Ct))!;
        var reading = session.TakeAsync(line.Reader.AsStream(), older.Token);
        await line.Writer.WriteAsync(Picture.AsMemory(0, 50_000), Ct);

        while (session.Offset < 50_000)
        {
            await Task.Delay(10, Ct);
        }

        var entering = session.EnterAsync(Ct);
        Assert.Equal(PartEnd.Cut, await reading.WaitAsync(TimeSpan.FromSeconds(30), Ct));
        older.Dispose();
        using var newer = await entering.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        Assert.Equal(50_000, session.Offset);
        Assert.Equal(PartEnd.Whole, await session.TakeAsync(new MemoryStream(Picture[50_000..]), newer!.Token));
        await session.SettleAsync(taken =>
        {
            host.Services.GetRequiredService<Vault>().Discard(taken.Name);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Picture)), taken.Sha256);
            return Task.FromResult<Result<EvidenceEndpoints.Received>>(new UploadGone());
        });
    }

    [Fact]
    public async Task Another_persons_file_does_not_exist()
    {
        var (visitor, number) = await VisitorAsync();
        var sender = new PartsSender(visitor, number);
        await sender.BeginAsync(Picture.Length);
        using var agent = await host.VisitAsync(await host.OpenAsync(Role.Agent));
        using var nobody = new Visitor(host);

        foreach (var other in new[] { sender.By(agent), sender.By(nobody) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(0, Picture)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.AskAsync()).Status);
            await other.GiveUpAsync();
        }

        Assert.Equal(HttpStatusCode.Created, (await sender.SendAsync(0, Picture)).Status);
    }

    [Fact]
    public async Task Who_may_not_hand_in_may_not_begin()
    {
        var (visitor, number) = await VisitorAsync();
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));

        Assert.Equal(HttpStatusCode.NotFound, await new PartsSender(stranger, number).BeginAsync(10));
        var forged = await visitor.PostAsync($"/cases/{number}/uploads", ("name", "a.png"), ("size", "10"), ("__RequestVerificationToken", "wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
    }

    [Fact]
    public async Task Too_large_is_refused_before_a_byte_is_sent_and_more_than_was_promised_leaves_nothing_behind()
    {
        var (visitor, number) = await VisitorAsync();
        var before = Stored();
        var sender = new PartsSender(visitor, number);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await sender.BeginAsync(CaseHost.LargestFile + 1));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await sender.BeginAsync(0));
        Assert.Equal(HttpStatusCode.Created, await sender.BeginAsync(1000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await sender.SendAsync(0, Picture)).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await sender.AskAsync()).Status);
        Assert.Equal(before, Stored());
    }

    [Fact]
    public async Task What_waits_too_long_for_its_next_part_is_given_up_with_its_bytes()
    {
        var sessions = host.Services.GetRequiredService<UploadSessions>();
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        await sessions.SweepAsync();
        var (visitor, number) = await VisitorAsync();
        var before = Stored();
        var sender = new PartsSender(visitor, number);
        await sender.BeginAsync(Picture.Length);
        await sender.SendAsync(0, Picture[..1000]);
        host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(1000, (await sender.AskAsync()).Offset);
        Assert.Equal(before + 1, Stored());

        host.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.NotFound, (await sender.SendAsync(1000, Picture[1000..])).Status);
        await sessions.SweepAsync();
        Assert.Equal(before, Stored());
    }

    [Fact]
    public async Task When_the_answer_is_lost_the_same_is_answered_again_and_it_is_one_paper()
    {
        var (visitor, number) = await VisitorAsync();
        var sender = new PartsSender(visitor, number, ("commandId", $"{Guid.NewGuid()}"));
        var first = await sender.SendAllAsync(Picture, 100_000);

        var asked = await sender.AskAsync();
        var repeated = await sender.SendAsync(Picture.Length, []);
        var anew = await sender.SendAllAsync(Picture, 100_000);

        Assert.True(asked.IsSettled);
        Assert.Equal((first.Status, first.Body), (repeated.Status, repeated.Body));
        Assert.Equal(HttpStatusCode.OK, anew.Status);
        Assert.Equal(1, await PapersAsync(number));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind_and_says_so_as_often_as_it_is_asked()
    {
        var (visitor, number) = await VisitorAsync();
        var before = Stored();
        byte[] program = [.. "MZ"u8, 0, 1, .. new byte[5000]];
        var sender = new PartsSender(visitor, number);

        var refused = await sender.SendAllAsync(program);
        var repeated = await sender.SendAsync(program.Length, []);
        var nonsense = await new PartsSender(visitor, number, ("code", "NONSENSE")).SendAllAsync(Picture, 100_000);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, true), (refused.Status, refused.IsSettled));
        Assert.Contains("程序", refused.Of("detail"), StringComparison.Ordinal);
        Assert.Equal(refused.Of("detail"), repeated.Of("detail"));
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.Status);
        Assert.Equal((before, 0), (Stored(), await PapersAsync(number)));
    }

    [Fact]
    public async Task What_is_given_up_leaves_nothing_behind()
    {
        var (visitor, number) = await VisitorAsync();
        var before = Stored();
        var sender = new PartsSender(visitor, number);
        await sender.BeginAsync(Picture.Length);
        await sender.SendAsync(0, Picture[..1000]);

        await sender.GiveUpAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await sender.AskAsync()).Status);
        Assert.Equal(before, Stored());
    }

    [Fact]
    public async Task One_person_has_so_many_on_the_way_and_what_was_abandoned_makes_room()
    {
        var (visitor, number) = await VisitorAsync();
        var sender = new PartsSender(visitor, number);
        for (var begun = 0; begun < new EvidenceLimits().MostUploadsOfOne; begun++)
        {
            Assert.Equal(HttpStatusCode.Created, await sender.BeginAsync(1000));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await sender.BeginAsync(1000));
        host.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Created, await sender.BeginAsync(1000));
    }

    [Fact]
    public async Task A_better_version_takes_the_place_of_the_one_that_nobody_judged_yet()
    {
        var (visitor, number) = await VisitorAsync();
        var blurred = await new PartsSender(visitor, number).SendAllAsync(Picture, 100_000);
        Assert.Contains("换一份更清楚的", (await visitor.GetAsync($"/my/cases/{number}")).Html, StringComparison.Ordinal);

        var better = await new PartsSender(visitor, number, ("replaces", blurred.Of("id")!)).SendAllAsync([.. Picture, 1], 100_000, "better.png");

        Assert.Equal(HttpStatusCode.Created, better.Status);
        Assert.Equal(
            [EvidenceStatus.Replaced, EvidenceStatus.Submitted],
            await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).SelectMany(c => c.Evidence).OrderBy(i => i.Size).Select(i => i.Status).ToListAsync(Ct)));
        Assert.Contains("better.png", (await visitor.GetAsync($"/my/cases/{number}")).Html, StringComparison.Ordinal);
    }

    private async Task<(Visitor Visitor, string Number)> VisitorAsync()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        return (await host.VisitAsync(owner), number);
    }

    private Task<int> PapersAsync(string number) =>
        host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).SelectMany(c => c.Evidence).CountAsync());

    private int Stored() => Directory.Exists(Path.Combine(host.DataFolder, "evidence"))
        ? Directory.EnumerateFiles(Path.Combine(host.DataFolder, "evidence"), "*", SearchOption.AllDirectories).Count()
        : 0;
}
