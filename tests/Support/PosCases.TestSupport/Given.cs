using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Security;
using PosCases.Seeding;

namespace PosCases.TestSupport;

/// <summary>Makes what a test starts from, by the commands that people would have sent; an impossible state cannot be made.</summary>
public sealed class Given(TestHost host)
{
    /// <summary>A case of the shop huanan, worked by li, unless said otherwise.</summary>
    public GivenCase Case() => new(host);
}

/// <summary>A case to be made.</summary>
public sealed class GivenCase(TestHost host)
{
    private string shop = "huanan";
    private string agent = "li";
    private decimal? amount = 48_200m;
    private string? note;

    /// <summary>Whose it is.</summary>
    public GivenCase Of(string key)
    {
        shop = key;
        return this;
    }

    /// <summary>Who takes it up.</summary>
    public GivenCase By(string key)
    {
        agent = key;
        return this;
    }

    /// <summary>What is frozen, in yuan; none where only abilities are blocked.</summary>
    public GivenCase Frozen(decimal? yuan)
    {
        amount = yuan;
        return this;
    }

    /// <summary>What the agent notes at the end, for the desk alone.</summary>
    public GivenCase Noted(string text)
    {
        note = text;
        return this;
    }

    /// <summary>Plays it so far, all within this moment.</summary>
    internal async Task<CaseId> At(DemoPath path)
    {
        var now = host.Clock.GetUtcNow();
        var (people, merchants, institutions) = await host.AskAsync(async db => (
            await db.Set<Person>().ToDictionaryAsync(p => p.UserName!.Split('@')[0], p => new Caller.Person(p.Id, p.SecurityStamp!), StringComparer.Ordinal),
            await db.Set<Person>().Where(p => p.MerchantId != null)
                .ToDictionaryAsync(p => p.UserName!.Split('@')[0], p => p.MerchantId!.Value, StringComparer.Ordinal),
            await db.Set<Institution>().Where(i => i.Code != null).ToDictionaryAsync(i => i.Code!, i => i.Id, StringComparer.Ordinal)));
        var player = new DemoPlayer(host.Services, new SeedClock(now), now, DemoScript.Read(), people, merchants, institutions);
        if (path == DemoPath.Duplicate)
        {
            await player.PlayAsync(StoryTo(DemoPath.Filed), CancellationToken.None);
        }

        await player.PlayAsync(StoryTo(path), CancellationToken.None);
        MerchantId merchant = merchants[shop];
        return await host.AskAsync(db => db.Set<Case>().Where(c => c.MerchantId == merchant).OrderByDescending(c => c.Serial).Select(c => c.Id).FirstAsync());
    }

    private DemoScript.Story StoryTo(DemoPath path) => new()
    {
        Shop = shop,
        Path = path,
        DaysAgo = 0,
        Agent = agent,
        Amount = amount,
        Demands = path is DemoPath.FakeProposed or DemoPath.FakeClosed ? [Demand.Fee, Demand.SmsCode] : [],
        ReasonText = "unusual sales",
        Document = "DOC-7",
        CashDays = 20,
        Note = note,
    };
}
