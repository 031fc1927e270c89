using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Impact;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Platform;

namespace PosCases.Seeding;

/// <summary>What the demo's people do about impact and release.</summary>
internal sealed partial class DemoPlayer
{
    private async Task ReleaseAsync(Outcome outcome, CancellationToken ct)
    {
        var amount = story.Amount ?? 0m;
        Ability[] abilities = [.. story.Abilities.Where(a => a != Ability.Unknown)];
        var isPart = outcome == Outcome.PartlyUnfrozen;
        if (amount == 0 && abilities.Length == 0)
        {
            return;
        }

        await Agent(
            c => new EnterLedger.Command(
                c.Case.Id, c.Case.Version, LedgerKind.Released, isPart ? decimal.Round(amount * 0.6m, 2) : amount,
                ShanghaiTime.DateOf(clock.GetUtcNow()), say.ReleasedProof, null)
            { Abilities = isPart ? abilities[..^1] : abilities },
            ct);
    }

    private async Task RelieveAsync(CancellationToken ct)
    {
        var (today, amount) = (ShanghaiTime.DateOf(clock.GetUtcNow()), story.Amount ?? 0m);
        ReliefTerms wanted = new()
        {
            Amount = decimal.Round(amount * 0.5m, 2),
            Abilities = [story.Abilities[0]],
            From = today,
            To = today.AddDays(60),
            Conditions = [ReliefCondition.Undertaking],
            Words = say.ReliefWords,
        };
        var granted = wanted with
        {
            Amount = decimal.Round(amount * 0.3m, 2),
            To = ShanghaiTime.DateOf(present).AddDays(4),
            Conditions = [ReliefCondition.Undertaking, ReliefCondition.DailyLimit],
            DailyLimit = 20_000m,
        };
        ReliefSaying Said() => new(say.ReliefPerson, clock.GetUtcNow(), "LS-" + number[^4..]);
        await Agent(c => new AskRelief.Command(c.Case.Id, c.Case.Version, PartyOf(c), null, wanted, Said()), ct);
        clock.Pass(TimeSpan.FromDays(1), present);
        await Agent(c => new AnswerRelief.Command(c.Case.Id, c.Case.Version, c.Case.Reliefs[0].Id, ReliefMove.Countered, granted, Said()), ct);
        await Agent(c => new AskRelief.Command(c.Case.Id, c.Case.Version, PartyOf(c), c.Case.Reliefs[0].Id, granted, Said()), ct);
        clock.Pass(TimeSpan.FromDays(1), present);
        await Agent(c => new AnswerRelief.Command(c.Case.Id, c.Case.Version, c.Case.Reliefs[0].Id, ReliefMove.Accepted, granted, Said()), ct);
    }

    private ImpactForm StatementOf(CaseView view, DemoScript.Impact said) => view.Case.ReadImpact().Form with
    {
        MarginPercent = said.Margin,
        LostSharePercent = said.LostShare,
        FixedCosts = said.Costs,
        CashOnHand = said.Cash,
        Customers = said.Customers,
        Complaints = said.Complaints,
        Payables = said.Wages is { } wages ? [new Payable(say.Wages, wages, ShanghaiTime.DateOf(present).AddDays(6))] : view.Case.ReadImpact().Form.Payables,
        Effects = said.Effects ?? [],
    };
}
