using Microsoft.EntityFrameworkCore;
using PosCases.AfterCare;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.AfterCare;

public sealed class CareListTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task The_desks_list_goes_on_behind_its_last_row_and_reads_an_index()
    {
        var id = await app.Given.Case().Of("huanan").By("li").At(DemoPath.ClosedFull);
        foreach (var command in await app.AskAsync(db => BeginAfterCare.Job.Due(db, app.Clock.GetUtcNow(), CancellationToken.None)))
        {
            await app.As(Caller.System).Send(command);
        }

        var today = (await app.As("li").Send(new ViewCareOfCase.Query(id))).Value.Today;
        await app.AskAsync(async db =>
        {
            var plan = await db.Set<CarePlan>().SingleAsync(p => p.CaseId == id);
            var owner = new Actor(Guid.NewGuid(), "Shop", Role.MerchantOwner, plan.MerchantId.Value);
            for (var i = 0; i < 60; i++)
            {
                var task = CareTask.Plan(plan, new CareLine("P01", today.AddDays(10 + (i / 4))), app.Clock.GetUtcNow());
                task.Hand(today);
                task.Offer("done", null, owner, app.Clock.GetUtcNow());
                db.Add(task);
            }

            return await db.SaveChangesAsync();
        });

        List<ListCare.Row> rows = [];
        List<int> pages = [];
        for (string? after = null; ;)
        {
            var page = (await app.As("li").Send(new ListCare.Query(CarePart.Offered, CareOwner.Mine, after))).Value;
            rows.AddRange(page.Rows);
            pages.Add(page.Rows.Count);
            if ((after = page.Next) is null)
            {
                Assert.Equal(60, page.Counts[CarePart.Offered]);
                break;
            }
        }

        Assert.Equal([25, 25, 10], pages);
        Assert.Equal(rows.Select(r => r.DueOn).Order(), rows.Select(r => r.DueOn));
        Assert.Empty((await app.As("li").Send(new ListCare.Query(CarePart.Offered, CareOwner.Queue))).Value.Rows);
        Assert.NotEmpty((await app.As("wang").Send(new ListCare.Query(CarePart.Offered, CareOwner.All))).Value.Rows);
    }
}
