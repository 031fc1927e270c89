using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Tags;
using PosCases.Cases.Worklist.Views;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Team;

namespace PosCases.Seeding;

/// <summary>How the demo world's desk keeps its work together: tags, shared views, who is versed in what.</summary>
internal static class DemoDesk
{
    /// <summary>Tags the largest open cases and settles views and skills.</summary>
    public static async Task SettleAsync(Door door, AppDb db, DemoScript.DeskWords say, IReadOnlyDictionary<string, Caller.Person> people, CancellationToken ct)
    {
        var open = await db.Cases.AsNoTracking().Where(c => c.Status != CaseStatus.Closed && !c.IsRestricted)
            .OrderByDescending(c => c.AmountOrder).ThenBy(c => c.Serial).Select(c => c.Id).Take(6).ToListAsync(ct);
        foreach (var (id, index) in open.Select((id, index) => (id, index)))
        {
            await DemoWorld.SendAsync(door, new TagCase.Command(id, index < 3 ? say.Large : say.Wages), people["li"], ct);
            if (index % 2 == 0)
            {
                await DemoWorld.SendAsync(door, new TagCase.Command(id, say.Daily), people["wang"], ct);
            }
        }

        await DemoWorld.SendAsync(door, new SaveView.Command(
            say.Daily, $"/desk?view=all&tag={Uri.EscapeDataString(say.Daily)}&sort=priority&columns=priority,merchant,tags,next,owner", IsShared: true), people["zhao"], ct);
        await DemoWorld.SendAsync(door, new SaveView.Command(say.Mine, "/desk?view=mine&priority=urgent", IsShared: false), people["li"], ct);
        await DemoWorld.SendAsync(door, new SettleMember.Command(people["li"].Id, [Skill.PaymentInstitutions, Skill.Banks], 30), people["zhao"], ct);
        await DemoWorld.SendAsync(door, new SettleMember.Command(people["wang"].Id, [Skill.Authorities], 25), people["zhao"], ct);
    }
}
