using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.People;

namespace PosCases.EndToEndTests.Accessibility;

/// <summary>The app with the whole demo world, made as its first start makes it.</summary>
public sealed class DemoApp : ServedApp
{
    protected override bool HasPeople => false;

    /// <summary>For each status the number of the case with most behind it, of a shop or of all.</summary>
    public Task<IReadOnlyDictionary<CaseStatus, string>> CasesOf(string? shop = null) => AskAsync<IReadOnlyDictionary<CaseStatus, string>>(async db =>
    {
        var owner = await db.Set<Person>().SingleOrDefaultAsync(p => p.UserName == shop + "@demo.example");
        MerchantId? merchant = owner?.MerchantId;
        var cases = await db.Set<Case>()
            .Where(c => merchant == null || c.MerchantId == merchant)
            .OrderBy(c => c.Events.Count).ThenBy(c => c.Serial)
            .Select(c => new { c.Status, c.Number })
            .ToListAsync();
        return cases.GroupBy(c => c.Status, c => c.Number).ToDictionary(numbers => numbers.Key, numbers => numbers.Last());
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Demo:Seed", "true");
    }
}
