using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Search;
using PosCases.Insight;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Seeding;

/// <summary>
/// Many cases, fast, for measuring: made by the aggregate's own verbs, but written in bulk instead of one command each, so
/// without receipts, audit entries and notices.
/// </summary>
public sealed class BusyWorld(PosCasesOptions options)
{
    private const int Batch = 1000;

    /// <summary>Adds cases to a database that holds people, merchants and institutions.</summary>
    public async Task SeedAsync(int count, CancellationToken ct)
    {
        // Without the interceptors: they would put a notice of every event into the outbox.
        await using var services = new ServiceCollection()
            .AddLogging().AddPosCases(options).RemoveAll<ISaveChangesInterceptor>().BuildServiceProvider();
        var now = TimeProvider.System.GetUtcNow();
        var random = new Random(20261122);
        for (var done = 0; done < count; done += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await AddAsync(db, Math.Min(Batch, count - done), now, random, ct);
        }
    }

    private async Task AddAsync(AppDb db, int count, DateTimeOffset now, Random random, CancellationToken ct)
    {
        var cast = await BusyCast.LoadAsync(db, ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var serial = await CaseNumber.TakeAsync(db, count, ct);
        for (var i = 0; i < count; i++)
        {
            var made = Make(serial + i, cast, now, random);
            var again = Settle(made, cast.Supervisor, now);
            db.Cases.Add(made).Property(c => c.ClockCheckAt).CurrentValue = again;
        }

        await db.SaveChangesAsync(ct);

        // Nothing told the figures and the search of these cases: both go on from where their first filling ended.
        await db.Set<FactProgress>().ExecuteUpdateAsync(set => set.SetProperty(p => p.IsDone, false), ct);
        await db.Set<SearchProgress>().ExecuteUpdateAsync(set => set.SetProperty(p => p.IsDone, false), ct);
        await transaction.CommitAsync(ct);
    }

    private Case Make(long serial, BusyCast cast, DateTimeOffset now, Random random)
    {
        var merchant = cast.Merchants[random.Next(cast.Merchants.Count)];
        var filedAt = now.AddMinutes(-random.Next(10, 60 * 24 * 400));
        var owner = new Actor(merchant.Owner, merchant.Name, Role.MerchantOwner, merchant.Id.Value);
        var agent = cast.Agents[random.Next(cast.Agents.Count)];
        var form = new FilingForm
        {
            ToldBy = Pick<NoticeChannel>(random),
            NothingDemanded = true,
            Measure = Pick<MeasureKind>(random),
            AbilitiesOff = [Pick<Ability>(random)],
            Amount = random.Next(100, 50_000_000) / 100m,
            Since = Platform.ShanghaiTime.DateOf(filedAt),
            ImposedBy = Pick<ImposedBy>(random),
            Institution = cast.Institutions[random.Next(cast.Institutions.Count)],
            Reason = ReasonGiven.NoReason,
            DocumentNumber = "BUSY-" + serial,
            CashDays = random.Next(0, 60),
        };
        var made = Case.File(serial, merchant.Id, form, owner, filedAt, options.Cases).Value;
        Work(made, owner, agent, filedAt, random.Next(10));
        return made;
    }

    private void Work(Case made, Actor owner, Actor agent, DateTimeOffset filedAt, int fate)
    {
        if (fate == 0)
        {
            return;
        }

        if (fate == 1)
        {
            made.RequestWithdrawal("busy", owner, filedAt.AddHours(1), options.Cases);
            return;
        }

        made.StartVerification(agent, filedAt.AddHours(1), options.Cases);
        if (fate > 5)
        {
            made.RequestWithdrawal("busy", owner, filedAt.AddHours(2), options.Cases);
            made.ConfirmWithdrawal(agent, filedAt.AddHours(3), options.Cases);
        }
        else if (fate == 5)
        {
            made.Wait(Ball.Institution, "busy", Platform.ShanghaiTime.DateOf(filedAt).AddDays(500), agent, filedAt.AddHours(2), options.Cases);
        }
    }

    // As if the app had been there all the time: what is late was told and noted. Otherwise it would look at clocks for days, whatever is measured.
    private DateTimeOffset Settle(Case made, Actor supervisor, DateTimeOffset now)
    {
        made.CheckClocks(Actor.System, now, options.Cases);
        foreach (var mark in made.Marks.Where(m => m.BreachedAt is not null).ToList())
        {
            made.AcknowledgeBreach(mark.Key, mark.DueAt, "busy", supervisor, now);
        }

        return made.CheckClocks(Actor.System, now, options.Cases);
    }

    private static T Pick<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>() is var all ? all[random.Next(all.Length)] : default;
}

/// <summary>Who plays in the busy world.</summary>
internal sealed record BusyCast(IReadOnlyList<BusyCast.Shop> Merchants, IReadOnlyList<Actor> Agents, Actor Supervisor, IReadOnlyList<InstitutionId> Institutions)
{
    public sealed record Shop(MerchantId Id, string Name, Guid Owner);

    public static async Task<BusyCast> LoadAsync(AppDb db, CancellationToken ct)
    {
        var people = db.People;
        var merchants = await db.Merchants
            .Select(m => new Shop(m.Id, m.Name, people.Where(p => p.MerchantId == m.Id).Select(p => p.Id).First()))
            .ToListAsync(ct);
        var staff = await people
            .Where(p => p.Role == Role.Agent || p.Role == Role.Supervisor)
            .Select(p => new Actor(p.Id, p.DisplayName, p.Role, null))
            .ToListAsync(ct);
        return new BusyCast(merchants, staff.FindAll(p => p.Role == Role.Agent), staff.First(p => p.Role == Role.Supervisor), await db.Institutions.Select(i => i.Id).ToListAsync(ct));
    }
}
