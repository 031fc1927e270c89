using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Papers;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;
using PosCases.Platform.Tools;

namespace PosCases.Seeding;

/// <summary>
/// The world in which one can try everything: a team, some shops and about forty cases in all states, every one of them made
/// through the real commands by the people who would have sent them, on a clock that runs through the weeks before.
/// </summary>
/// <param name="options">Where it is kept.</param>
/// <param name="password">Of everybody in it.</param>
/// <param name="addWords">Adds the words of the screens; without them no pack is made.</param>
public sealed class DemoWorld(PosCasesOptions options, string password, Action<IServiceCollection>? addWords = null)
{
    private readonly Dictionary<string, Caller.Person> callers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MerchantId> merchants = new(StringComparer.Ordinal);
    private readonly DemoScript script = DemoScript.Read();

    /// <summary>Only the team, one merchant each and the directory: the world <c>empty</c>, and the start of every other.</summary>
    public async Task SeedPeopleAsync(CancellationToken ct)
    {
        await using var services = Build(out var clock, out var now);
        clock.Set(now.AddDays(-60));
        await SeedPeopleAsync(services, clock, ct);
    }

    /// <summary>The whole demo world.</summary>
    public async Task SeedAsync(CancellationToken ct)
    {
        await using var services = Build(out var clock, out var now);
        clock.Set(now.AddDays(-60));
        await SeedPeopleAsync(services, clock, ct);
        await KeepPapersAsync(services, now, ct);
        await DemoPrevention.PrepareAsync(services.GetRequiredService<Door>(), clock, now, script.Prepared, callers[script.Prepared.Shop], ct);
        await DemoWatch.LookAsync(services, clock, now, script.Watch, merchants[script.Prepared.Shop], callers[script.Prepared.Shop], ct);
        var rules = services.GetRequiredService<CaseOptions>();
        var player = new DemoPlayer(services, clock, now, script, callers, merchants, await InstitutionsAsync(services, ct));
        foreach (var story in script.Stories.OrderBy(s => s.BeginsAt(now, rules)))
        {
            await player.PlayAsync(story, ct);
            await DeliverAsync(services, ct);
        }

        var clocks = new DemoClocks(
            services, clock, callers.Values.ToDictionary(c => c.Id), player.Neglected, callers["zhao"], script.Say.Noted);
        await clocks.RunAsync(now.AddDays(-12), now, ct);
        await using (var scope = services.CreateAsyncScope())
        {
            await DemoDesk.SettleAsync(services.GetRequiredService<Door>(), scope.ServiceProvider.GetRequiredService<AppDb>(), script.Desk, callers, ct);
        }

        await new DemoIncidents(services, clock, script.Incidents, callers).RunAsync(now, ct);
        await new DemoCare(services, clock, script.Care, callers).RunAsync(merchants["huanan"], now, ct);
        await new DemoSupervision(services, script.Supervision, callers).RunAsync(now, ct);
        await DeliverAsync(services, ct);
    }

    private ServiceProvider Build(out SeedClock clock, out DateTimeOffset now)
    {
        now = TimeProvider.System.GetUtcNow();
        clock = new SeedClock(now);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new SecurityOptions { RequireStaffTwoFactor = false })
            .AddPosCases(options)
            .AddSingleton<IPasswordHasher<Person>, DemoHasher>()
            // The world is there in seconds and the same on every machine: nothing of it is printed.
            .AddSingleton(_ => new ExternalTools(new ToolOptions { Paths = Enum.GetValues<Tool>().ToDictionary(tool => tool, _ => "") }));
        addWords?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private async Task SeedPeopleAsync(ServiceProvider services, SeedClock clock, CancellationToken ct)
    {
        var door = services.GetRequiredService<Door>();
        await SendAsync(door, new ImportCalendar.Command(), Caller.System, ct);
        await SendAsync(door, new ImportInstitutions.Command(WithDemo: true), Caller.System, ct);
        foreach (var staff in script.Team)
        {
            clock.Set(clock.GetUtcNow().AddMinutes(1));
            await OpenAsync(services, staff.Key, staff.UserName, staff.Name, staff.Role, null, staff.Culture, ct);
        }

        var institutions = await InstitutionsAsync(services, ct);
        foreach (var shop in script.Shops)
        {
            clock.Set(clock.GetUtcNow().AddMinutes(1));
            await OpenShopAsync(services, door, shop, institutions, ct);
        }
    }

    private async Task KeepPapersAsync(ServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var (door, intake, today) = (services.GetRequiredService<Door>(), services.GetRequiredService<PaperIntake>(), ShanghaiTime.DateOf(now));
        foreach (var (at, paper) in script.Kept.Index())
        {
            using var content = new MemoryStream(DemoPaper.Draw(9000 + at));
            var file = (await intake.TakeAsync(content, $"{script.Say.FileNames[paper.Code]}.png", merchants[paper.Shop].Value, ct)).Value;
            var form = new PaperForm(paper.Code, today.AddDays(-paper.IssuedDaysAgo), today.AddDays(paper.EndsInDays));
            await SendAsync(door, new AddMerchantPaper.Command(form, file), callers[paper.Shop], ct);
        }
    }

    private async Task OpenShopAsync(
        ServiceProvider services, Door door, DemoScript.Shop shop, Dictionary<string, InstitutionId> institutions, CancellationToken ct)
    {
        var agent = callers["li"];
        var id = (await SendAsync(
            door,
            new CreateMerchant.Command(
                new MerchantProfile(shop.Name, shop.Kind, shop.Code, shop.Mcc, shop.Region, shop.Address), shop.Phone, "demo"),
            agent,
            ct)).Value;
        merchants[shop.Key] = id;
        await OpenAsync(services, shop.Key, shop.Owner, shop.OwnerName, Role.MerchantOwner, id, shop.Culture, ct);
        if (shop is { Helper: { } helper, HelperName: { } helperName })
        {
            await OpenAsync(services, shop.Key + "-staff", helper, helperName, Role.MerchantStaff, id, shop.Culture, ct);
        }

        await DemoShop.FurnishAsync(door, agent, id, shop, institutions, ct);
    }

    private async Task OpenAsync(
        ServiceProvider services, string key, string userName, string name, Role role, MerchantId? merchant, string culture, CancellationToken ct)
    {
        var person = (await SendAsync(
            services.GetRequiredService<Door>(),
            new CreatePerson.Command(userName, name, role, merchant, new Secret(password), culture, IsDemo: true),
            Caller.System,
            ct)).Value;
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<AppDb>().People;
        var stamp = await people.Where(p => p.Id == person.Value).Select(p => p.SecurityStamp!).SingleAsync(ct);
        callers[key] = new Caller.Person(person.Value, stamp);
    }

    private static async Task<Dictionary<string, InstitutionId>> InstitutionsAsync(ServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var institutions = scope.ServiceProvider.GetRequiredService<AppDb>().Institutions;
        return await institutions.Where(i => i.Code != null).ToDictionaryAsync(i => i.Code!, i => i.Id, StringComparer.Ordinal, ct);
    }

    private static async Task DeliverAsync(ServiceProvider services, CancellationToken ct)
    {
        var pump = services.GetRequiredService<OutboxPump>();
        while (await pump.RunAsync(ct) > 0)
        {
            // Every notice gets the time at which it would have been delivered.
        }
    }

    /// <summary>Sends a message that the script must get through.</summary>
    internal static async Task<T> SendAsync<T>(Door door, IRequest<T> message, Caller caller, CancellationToken ct)
        where T : Result
    {
        var result = await door.Send(message, caller, ct);
        return result.Succeeded
            ? result
            : throw new InvalidOperationException($"The demo world is out of step: {message.GetType().DeclaringType?.Name} said {Describe(result.Error)}.");
    }

    private static string Describe(Error error) => error is Invalid invalid
        ? string.Join(", ", invalid.Fields.Select(f => $"{f.Field} {f.Code}"))
        : error.Code;
}
