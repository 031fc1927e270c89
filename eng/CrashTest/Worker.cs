using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PosCases.Cases.Filing;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;

namespace PosCases.CrashTest;

/// <summary>The core under load: four shops at once play case after case, and every acknowledged command is said on standard output.</summary>
internal static class Worker
{
    public const string Ready = "ready";

    private static readonly string[] Shops = ["huanan", "lanxin", "jinhai", "harbor"];

    private static readonly DemoPath[] Paths =
        [DemoPath.ClosedFull, DemoPath.WithdrawnEarly, DemoPath.FakeClosed, DemoPath.MoreRequested, DemoPath.Waiting, DemoPath.ClosedRefused, DemoPath.Filed];

    public static async Task RunAsync(string folder)
    {
        var services = new ServiceCollection()
            .AddScoped(typeof(IPipelineBehavior<,>), typeof(Acknowledge<,>))
            .AddCore(folder)
            .BuildServiceProvider();
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(CancellationToken.None);
        }

        var cast = await LoadAsync(services);
        Console.WriteLine(Ready);
        await Task.WhenAll(Shops.Select(shop => Task.Run(() => PlayAsync(services, cast, shop))));
    }

    private static async Task PlayAsync(IServiceProvider services, Cast cast, string shop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var player = new DemoPlayer(services, new SeedClock(now), now, DemoScript.Read(), cast.People, cast.Merchants, cast.Institutions);
        for (var turn = Random.Shared.Next(Paths.Length); ; turn++)
        {
            var path = Paths[turn % Paths.Length];
            await player.PlayAsync(
                new DemoScript.Story
                {
                    Shop = shop,
                    Path = path,
                    DaysAgo = 0,
                    Amount = path == DemoPath.FakeClosed ? null : 100m,
                    Demands = path == DemoPath.FakeClosed ? [Demand.Fee] : [],
                    ReasonText = "crash",
                    Note = "crash",
                },
                CancellationToken.None);
        }
    }

    private static async Task<Cast> LoadAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var people = await db.Set<Person>().ToListAsync();
        return new Cast(
            people.ToDictionary(NameOf, p => new Caller.Person(p.Id, p.SecurityStamp!), StringComparer.Ordinal),
            people.Where(p => p.MerchantId is not null).ToDictionary(NameOf, p => p.MerchantId!.Value, StringComparer.Ordinal),
            await db.Set<Institution>().Where(i => i.Code != null).ToDictionaryAsync(i => i.Code!, i => i.Id, StringComparer.Ordinal));
    }

    private static string NameOf(Person person) => person.UserName!.Split('@')[0];

    private sealed record Cast(
        IReadOnlyDictionary<string, Caller.Person> People,
        IReadOnlyDictionary<string, MerchantId> Merchants,
        IReadOnlyDictionary<string, InstitutionId> Institutions);

    /// <summary>The outermost step: says that a command was carried out when its sender is told so, and not before.</summary>
    private sealed class Acknowledge<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
        where TRequest : ICommand
        where TResponse : Result
    {
        public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
        {
            var result = await next();
            if (result.Succeeded)
            {
                // The dot tells a whole line from one that was cut off by the kill.
                Console.WriteLine($"{request.CommandId} {MessageName.Of(typeof(TRequest))} .");
            }

            return result;
        }
    }
}
