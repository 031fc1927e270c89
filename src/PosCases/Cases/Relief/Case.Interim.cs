using PosCases.Cases.Relief;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<InterimWay> interims = [];

    /// <summary>Ways to be paid meanwhile.</summary>
    public IReadOnlyList<InterimWay> Interims => interims;

    /// <summary>Takes a way into the plan. The merchant and the desk may, as long as the case is open.</summary>
    public Result ChooseInterim(InterimTerms terms, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        interims.Add(InterimWay.Of(Id, terms, by, at));
        Record(CaseEventKind.InterimChosen, by, at, EventDetails.Of(("interim", terms.Code)));
        return Result.Ok;
    }

    /// <summary>Ends a way; one that was kept at the closing may be ended later too.</summary>
    public Result EndInterim(Guid wayId, string reason, Actor by, DateTimeOffset at)
    {
        if (interims.Find(w => w.Id == wayId && w.EndedOn is null) is not { } way)
        {
            return new NotFound("Interim");
        }

        way.End(ShanghaiTime.DateOf(at), reason, by, at);
        Record(CaseEventKind.InterimEnded, by, at, EventDetails.Of(("interim", way.Code), ("reason", reason)));
        return Result.Ok;
    }
}
