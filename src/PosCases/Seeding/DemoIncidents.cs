using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Links;
using PosCases.Incidents;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Seeding;

/// <summary>Opens an incident with its joint notice, lets the system suggest another one, and merges and links cases.</summary>
internal sealed class DemoIncidents(IServiceProvider services, SeedClock clock, DemoScript.IncidentWords say, IReadOnlyDictionary<string, Caller.Person> people)
{
    private readonly Door door = services.GetRequiredService<Door>();

    public async Task RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        clock.Set(now.AddHours(-5));
        await OpenAsync(ct);
        clock.Set(now.AddHours(-2));
        await MergeAsync(ct);
        clock.Set(now.AddHours(-1));
        var options = services.GetRequiredService<IncidentOptions>();
        foreach (var suggestion in IncidentSuggester.Suggest(await AskAsync(db => SuggestionInputs.ReadAsync(db, options, clock.GetUtcNow(), ct)), options, clock.GetUtcNow()))
        {
            await DemoWorld.SendAsync(door, new SuggestIncident.Command(suggestion), Caller.System, ct);
        }

        clock.Set(now);
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        var known = await AskAsync(db => db.Set<Institution>().Where(i => i.Code == say.Institution).Select(i => new { i.Id, i.Name }).SingleAsync(ct));
        var (bank, name) = (known.Id, known.Name);
        var cases = (await AskAsync(db => db.Set<Case>().AsNoTracking()
            .Where(c => !c.IsRestricted && c.Status != CaseStatus.Closed && c.Measures.Any(m => m.InstitutionId == bank)).OrderBy(c => c.Serial).ToListAsync(ct)))
            .FindAll(c => c.Told.ReasonText == say.Like);
        var since = ShanghaiTime.DateOf(cases.Min(c => c.FiledAt));
        var opened = (await DemoWorld.SendAsync(
            door,
            new OpenIncident.Command(
                say.Title,
                new IncidentMarks { Institution = bank, InstitutionName = name, From = since, To = ShanghaiTime.DateOf(clock.GetUtcNow()), Wording = say.Like },
                new SharedFacts { FrozenBy = name, Reason = say.Reason, Since = since, Contact = say.Contact, OfficialChannel = say.Channel }),
            people["zhao"],
            ct)).Value;
        foreach (var found in cases)
        {
            await DemoWorld.SendAsync(door, new AddToIncident.Command(opened.Id, found.Id), people["wang"], ct);
        }

        clock.Set(clock.GetUtcNow().AddMinutes(20));
        await DemoWorld.SendAsync(door, new SendJointNotice.Command(opened.Id, say.NoticeZh, say.NoticeEn), people["zhao"], ct);
        await DemoWorld.SendAsync(door, new LinkCases.Command(cases[0].Id, await VersionAsync(cases[0].Id, ct), cases[1].Number, LinkKind.SameCause, say.LinkReason), people["wang"], ct);
    }

    // A merchant reported the same stop of a terminal twice: the younger case goes into the one that is under way.
    private async Task MergeAsync(CancellationToken ct)
    {
        var pairs = await AskAsync(db => db.Set<Case>().AsNoTracking().Where(c => !c.IsRestricted && c.Status != CaseStatus.Closed && c.Measures.Any(m => m.Kind == MeasureKind.TerminalRevoked))
            .OrderBy(c => c.Serial).Select(c => new { c.Id, c.Number, c.MerchantId, c.Status }).ToListAsync(ct));
        var again = pairs.Last(c => c.Status == CaseStatus.Filed);
        var first = pairs.First(c => c.MerchantId == again.MerchantId && c.Status == CaseStatus.EvidenceCollection);
        await DemoWorld.SendAsync(door, new MergeCases.Command(again.Id, await VersionAsync(again.Id, ct), first.Number, say.MergeReason), people["li"], ct);
    }

    private Task<Guid> VersionAsync(CaseId id, CancellationToken ct) => AskAsync(db => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Version).SingleAsync(ct));

    private async Task<T> AskAsync<T>(Func<AppDb, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
