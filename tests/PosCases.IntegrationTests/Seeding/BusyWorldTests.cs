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
}
