using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Search;
using PosCases.Insight;
using PosCases.IntegrationTests.Insight;
using PosCases.Seeding;

namespace PosCases.IntegrationTests.Seeding;

[Collection(InsightWorld.Name)]
public sealed class BusyWorldTests(InsightHost host)
{
    [Fact]
    public async Task Cases_added_to_a_world_that_is_counted_and_indexed_are_counted_and_found_too()
    {
        await host.CountAsync();
        await host.IndexAsync();

        await new BusyWorld(host.Options()).SeedAsync(60, CancellationToken.None);
        await host.CountAsync();
        await host.IndexAsync();

        var added = await host.AskAsync(db => db.Set<Case>().OrderByDescending(c => c.Serial).Take(60).Select(c => c.Id).ToListAsync());
        Assert.Equal(60, await host.AskAsync(db => db.Set<CaseFact>().CountAsync(f => added.Contains(f.CaseId))));
        Assert.Equal(60, await host.AskAsync(db => db.Set<SearchEntry>().Where(e => added.Contains(e.CaseId!.Value)).Select(e => e.CaseId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task The_clocks_of_added_cases_stand_as_if_the_app_had_looked_at_them()
    {
        await new BusyWorld(host.Options()).SeedAsync(60, CancellationToken.None);

        var now = host.Clock.GetUtcNow();
        var added = await host.AskAsync(db => db.Set<Case>().Include(c => c.Marks).OrderByDescending(c => c.Serial).Take(60).ToListAsync());
        Assert.All(added, c => Assert.True(c.ClockCheckAt > now, c.Number));
        Assert.Contains(added, c => c.Marks.Any(m => m.BreachedAt is not null));
        Assert.DoesNotContain(added, c => c.Marks.Any(m => m is { BreachedAt: not null, AcknowledgedAt: null }));
    }
}
