using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Insight;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Supervision;
using PosCases.Team.Cover;

namespace PosCases.Seeding;

/// <summary>What the demo world's supervisors see: last week's sample, of which one is checked, and an absence that is coming.</summary>
internal sealed class DemoSupervision(IServiceProvider services, DemoSupervision.Words say, IReadOnlyDictionary<string, Caller.Person> people)
{
    private const int DaysUntilAway = 2;
    private const int DaysAway = 5;

    private readonly Door door = services.GetRequiredService<Door>();

    /// <summary>Plays it, at the present.</summary>
    public async Task RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = ShanghaiTime.DateOf(now);
        await DemoWorld.SendAsync(door, new SetAbsence.Command(
            people["wang"].Id, today.AddDays(DaysUntilAway), today.AddDays(DaysUntilAway + DaysAway - 1), people["li"].Id, say.Away, DespiteSkills: true), people["wang"], ct);

        await services.GetRequiredService<FactKeeper>().CatchUpAsync(ct);
        var lastWeek = DrawSample.WeekOf(today).AddDays(-7);
        await DemoWorld.SendAsync(door, new DrawSample.Command(lastWeek), Caller.System, ct);
        await using var scope = services.CreateAsyncScope();
        var check = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<QualityCheck>().AsNoTracking()
            .Where(c => c.Period == lastWeek).OrderBy(c => c.Id).FirstAsync(ct);
        var marks = QualityChecklist.Points.Select(p => p.Code == say.Point
            ? new QualityMark(p.Code, QualityAnswer.No, say.Lapse)
            : new QualityMark(p.Code, QualityAnswer.Yes, null));
        await DemoWorld.SendAsync(door, new CheckQuality.Command(check.Id, check.Version, [.. marks]), people["sun"], ct);
    }

    /// <summary>What is said.</summary>
    /// <param name="Away">Why somebody is away.</param>
    /// <param name="Point">Code of the point that was not met.</param>
    /// <param name="Lapse">What was missing.</param>
    internal sealed record Words(string Away, string Point, string Lapse);
}
