using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Worklist;

public sealed class PagingTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Theory]
    [InlineData(CaseSort.Due)]
    [InlineData(CaseSort.Newest)]
    [InlineData(CaseSort.Oldest)]
    [InlineData(CaseSort.Amount)]
    [InlineData(CaseSort.Priority)]
    public async Task Cases_that_arrive_while_somebody_pages_neither_hide_nor_repeat_a_row(CaseSort sort)
    {
        // At one moment, so that rows share their sort key and only the running number tells them apart.
        app.Clock.StopAt(new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));
        List<CaseId> known = [];
        for (var i = 0; i < 6; i++)
        {
            known.Add(await app.Given.Case().Of("harbor").Frozen(i % 2 == 0 ? 100m : 200m).At(DemoPath.Filed));
        }

        List<CaseId> seen = [];
        string? cursor = null;
        do
        {
            var page = (await app.As("zhao").Send(new ListCases.Query(WorkView.All, new CaseFilter(), sort, cursor, 2))).Value;
            seen.AddRange(page.Rows.Select(r => r.Id));
            cursor = page.Next;
            if (seen.Count < 30)
            {
                await app.Given.Case().Of("harbor").Frozen(150m).At(DemoPath.Filed);
            }
        }
        while (cursor is not null && seen.Count < 300);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), known.ToHashSet());
    }
}
