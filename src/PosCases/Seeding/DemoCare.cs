using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.AfterCare;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Seeding;

/// <summary>What happened after the demo's cases were closed: one shop does what it was asked to, inspects itself twice and answers the look-back.</summary>
internal sealed class DemoCare(IServiceProvider services, SeedClock clock, DemoScript.CareWords say, IReadOnlyDictionary<string, Caller.Person> people)
{
    private const string Shop = "huanan";

    private readonly Door door = services.GetRequiredService<Door>();

    public async Task RunAsync(MerchantId shop, DateTimeOffset now, CancellationToken ct)
    {
        var closed = await AskAsync(db => db.Set<CareTodo>().Join(
                db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { c.Id, c.MerchantId, c.Outcome, t.Seq, At = c.ClosedAt ?? now })
            .OrderBy(c => c.At).ThenBy(c => c.Seq).ToListAsync(ct));
        foreach (var one in closed)
        {
            clock.Set(one.At.AddMinutes(1));
            await SendAsync(new BeginAfterCare.Command(one.Id, one.Seq), Caller.System, ct);
            if (one.MerchantId == shop && one.Outcome == Outcome.FullyUnfrozen)
            {
                await CareAsync(one.Id, one.At, now, ct);
            }
        }

        clock.Set(now);
        await RunAsync(await AskAsync(db => OpenLookBack.Job.Due(db, now, ct)), ct);
        await AnswerAsync(ct);
    }

    private async Task CareAsync(CaseId id, DateTimeOffset closedAt, DateTimeOffset now, CancellationToken ct)
    {
        var day = ShanghaiTime.DateOf(closedAt);
        foreach (var (code, days) in new[] { ("P02", 7), ("P05", 14), ("P24", ShanghaiTime.DateOf(now).DayNumber - day.DayNumber + 9) })
        {
            await SendAsync(new AddCareTask.Command(id, new CareLine(code, day.AddDays(days), say.Words, say.Person)), people["li"], ct);
        }

        clock.Set(closedAt.AddDays(4));
        await OfferAsync("P02", say.Password, ct);
        await AcceptAsync(id, "P02", ct);
        clock.Set(closedAt.AddDays(5));
        await InspectAsync(["Q01", "Q20", "Q25"], ["Q09", "Q18", "Q21"], ct);
        clock.Set(closedAt.AddDays(12));
        foreach (var code in new[] { "P16", "P06", "P19" })
        {
            await OfferAsync(code, say.Done, ct);
            await AcceptAsync(id, code, ct);
        }

        clock.Set(now.AddDays(-2));
        await InspectAsync(["Q25"], ["Q18"], ct);
        clock.Set(now.AddHours(-3));
        await OfferAsync("P05", say.Contacts, ct);
    }

    private async Task OfferAsync(string code, string said, CancellationToken ct)
    {
        var open = (await DemoWorld.SendAsync(door, new ViewMyCare.Query(), people[Shop], ct)).Value.Tasks.First(t => t.Code == code && t.State == CareTaskState.Open);
        await SendAsync(new OfferCareTask.Command(open.Id, open.Version, said, null), people[Shop], ct);
    }

    private async Task AcceptAsync(CaseId id, string code, CancellationToken ct)
    {
        var shown = await AskAsync(db => db.CareTasks.AsNoTracking().Where(t => t.CaseId == id && t.Code == code && t.State == CareTaskState.Offered).FirstAsync(ct));
        await SendAsync(new JudgeCareTask.Command(shown.Id, shown.Version, CareJudgement.Accept, null), people["li"], ct);
    }

    private async Task InspectAsync(string[] no, string[] partly, CancellationToken ct)
    {
        var id = (await DemoWorld.SendAsync(door, new StartInspection.Command(), people[Shop], ct)).Value;
        var answers = QuestionnaireLibrary.Current.Questions.ToDictionary(
            q => q.Code, q => no.Contains(q.Code) ? InspectionAnswer.No : partly.Contains(q.Code) ? InspectionAnswer.Partly : q.Code == "Q15" ? InspectionAnswer.NotApplicable : InspectionAnswer.Yes,
            StringComparer.Ordinal);
        await SendAsync(new SaveInspection.Command(id, answers), people[Shop], ct);
        await SendAsync(new FinishInspection.Command(id), people[Shop], ct);
    }

    private async Task AnswerAsync(CancellationToken ct)
    {
        foreach (var asked in (await DemoWorld.SendAsync(door, new ViewMyCare.Query(), people["kangle"], ct)).Value.Asked)
        {
            await SendAsync(new AnswerLookBack.Command(asked.Id, asked.Version, LookBackAnswer.Restricted, say.Restricted), people["kangle"], ct);
        }
    }

    private async Task RunAsync(IReadOnlyList<IRequest<Result>> commands, CancellationToken ct)
    {
        foreach (var command in commands)
        {
            await DemoWorld.SendAsync(door, command, Caller.System, ct);
        }
    }

    private Task<T> SendAsync<T>(IRequest<T> message, Caller caller, CancellationToken ct)
        where T : Result => DemoWorld.SendAsync(door, message, caller, ct);

    private async Task<T> AskAsync<T>(Func<AppDb, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
