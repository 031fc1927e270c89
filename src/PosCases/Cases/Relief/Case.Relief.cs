using PosCases.Cases.Measures;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private const int SettleDays = 2;

    private readonly List<ReliefAsk> reliefs = [];

    /// <summary>Talks about temporary and partial releases.</summary>
    public IReadOnlyList<ReliefAsk> Reliefs => reliefs;

    /// <summary>By when the owner must settle what comes after a temporary release; none while nothing ends.</summary>
    public DateTimeOffset? ReliefDueAt { get; private set; }

    /// <summary>Asks an institution for a temporary or partial release, or asks again where it made another offer.</summary>
    /// <param name="reliefId">The talk to go on with; none begins one.</param>
    /// <param name="partyId">The institution on the case.</param>
    /// <param name="terms">What is asked.</param>
    /// <param name="said">Who asked whom, when.</param>
    /// <param name="institution">Its name and kind.</param>
    /// <param name="by">The owner.</param>
    /// <param name="at">Now.</param>
    public Result AskRelief(
        Guid? reliefId, Guid partyId, ReliefTerms terms, ReliefSaying said, (string Name, InstitutionKind Kind) institution, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (said.RefusalAt(at) is { } notYet)
        {
            return notYet;
        }

        terms = terms with { Concerns = ConcernsOf(terms, reliefs.Find(r => r.Id == reliefId), institution.Kind) };
        if (RefusalToAskForLifting(institution.Kind, terms.Concerns, "Terms.Concerns") is { } notTheirs)
        {
            return notTheirs.AsResult();
        }

        if (reliefId is null)
        {
            reliefs.Add(ReliefAsk.Of(Id, partyId, terms, said, by, at));
        }
        else if (reliefs.Find(r => r.Id == reliefId) is not { } talk)
        {
            return new NotFound("Relief");
        }
        else if (!talk.IsOpen)
        {
            return new ReliefNotOpen(talk.Status);
        }
        else
        {
            talk.Take(ReliefMove.Asked, terms, said, by, at);
        }

        Record(CaseEventKind.ReliefAsked, by, at, Say(terms, institution.Name));
        return Result.Ok;
    }

    /// <summary>Records how an institution answered. What it grants is entered in the ledger at once, with its reference as the proof.</summary>
    public Result AnswerRelief(
        Guid reliefId, ReliefMove move, ReliefTerms terms, ReliefSaying said, string institution, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (reliefs.Find(r => r.Id == reliefId) is not { } talk)
        {
            return new NotFound("Relief");
        }

        if (!talk.IsOpen)
        {
            return new ReliefNotOpen(talk.Status);
        }

        if (said.RefusalAt(at) is { } notYet)
        {
            return notYet;
        }

        terms = terms with { Concerns = talk.Terms.Concerns };
        if (move == ReliefMove.Accepted && EnterGrant(talk, terms, said.Reference!, by, at) is { Succeeded: false } notEntered)
        {
            return notEntered;
        }

        talk.Take(move, terms, said, by, at);
        TakeReliefDue(at);
        Record(CaseEventKind.ReliefAnswered, by, at, EventDetails.Of([("reliefMove", move), .. Pairs(terms, institution)]));
        return Result.Ok;
    }

    /// <summary>Says what happens when a temporary release ends: asked to go on, used up, prepared for.</summary>
    public Result SettleReliefEnd(Guid reliefId, string plan, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (reliefs.Find(r => r.Id == reliefId && r.IsRunning) is not { } talk)
        {
            return new NotFound("Relief");
        }

        talk.Settle(plan);
        TakeReliefDue(at);
        Record(CaseEventKind.ReliefEndSettled, by, at, EventDetails.Of(("plan", plan)));
        return Result.Ok;
    }

    /// <summary>Tells owner and merchant that a temporary release ends soon; once.</summary>
    public void AlertReliefEnd(Guid reliefId, string institution, Actor by, DateTimeOffset at)
    {
        if (reliefs.Find(r => r.Id == reliefId && r is { IsRunning: true, AlertedAt: null }) is { } talk)
        {
            talk.Alert(at);
            Record(CaseEventKind.ReliefEnding, by, at, Say(talk.Terms, institution));
        }
    }

    /// <summary>Ends a temporary release whose last day is over. What was entered with an end in the ledger is off from the day after.</summary>
    public void EndRelief(Guid reliefId, string institution, Actor by, DateTimeOffset at)
    {
        if (reliefs.Find(r => r.Id == reliefId && r.IsRunning && r.EndsOn < ShanghaiTime.DateOf(at)) is { } talk)
        {
            talk.End();
            TakeReliefDue(at);
            Record(CaseEventKind.ReliefEnded, by, at, Say(talk.Terms, institution));
        }
    }

    // What was granted works again under the measures that the talk is about and under no other: an authority's hold stays.
    private Result EnterGrant(ReliefAsk talk, ReliefTerms terms, string reference, Actor by, DateTimeOffset at)
    {
        List<Guid> known = [.. talk.Terms.Concerns.Where(id => measures.Exists(m => m.Id == id))];
        if (known.Count == 0)
        {
            known = [.. measures.Where(m => m is { IsInForce: true, IsOrderedByAuthority: false }).Select(m => m.Id)];
        }

        var holding = known.FindAll(id => measures.Exists(m => m.Id == id && m.AbilitiesOff.Intersect(terms.Abilities).Any()));
        IReadOnlyList<Guid?> under = known.Count == 0 ? [null]
            : terms.Abilities.Count == 0 ? [known.Count == 1 ? known[0] : null]
            : [.. (holding.Count > 0 ? holding : known.Take(1)).Cast<Guid?>()];
        var amount = terms.Amount ?? 0m;
        foreach (var measure in under)
        {
            LedgerReach reach = new(terms.Abilities, measure, terms.Abilities.Count > 0 ? terms.To : null, talk.Id);
            if (EnterLedger(LedgerKind.Released, amount, terms.From ?? ShanghaiTime.DateOf(at), reference, null, by, at, reach) is { Succeeded: false } refused)
            {
                return refused;
            }

            amount = 0m;
        }

        return Result.Ok;
    }

    // What is not named is what the talk was about before, all that an authority ordered when it is asked itself, or the one measure that can be meant.
    private List<Guid> ConcernsOf(ReliefTerms terms, ReliefAsk? talk, InstitutionKind asked)
    {
        var known = terms.Concerns.Count > 0 ? terms.Concerns : talk?.Terms.Concerns.Where(id => measures.Exists(m => m.Id == id && m.IsInForce)).ToList() ?? [];
        if (known.Count > 0)
        {
            return [.. known.Distinct()];
        }

        var asksAuthority = MeasureAuthority.Is(asked);
        List<Guid> meant = [.. measures.Where(m => m.IsInForce && m.IsOrderedByAuthority == asksAuthority).Select(m => m.Id)];
        return asksAuthority || meant.Count == 1 ? meant : [];
    }

    private static EventDetails Say(ReliefTerms terms, string institution) => EventDetails.Of([.. Pairs(terms, institution)]);

    private static IEnumerable<(string, object?)> Pairs(ReliefTerms terms, string institution) =>
    [
        ("institution", institution),
        ("amount", terms.Amount),
        ("abilities", string.Join('|', terms.Abilities)),
        ("until", terms.To?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
    ];

    // What comes after it must be settled while there is still time to ask; a release too short for that is due on its last day.
    private void TakeReliefDue(DateTimeOffset at)
    {
        var today = ShanghaiTime.DateOf(at);
        ReliefDueAt = reliefs.Where(r => r is { IsRunning: true, EndPlan: null, EndsOn: not null })
            .Select(r => r.EndsOn!.Value)
            .Select(end => (DateTimeOffset?)ShanghaiTime.EndOf(end.AddDays(-SettleDays) < today ? end : end.AddDays(-SettleDays))).Min();
        Reclock();
    }
}
