using PosCases.Cases.Filing;
using PosCases.Cases.Triage;
using PosCases.Cases.Urgency;
using PosCases.Cases.Verification;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<Measure> measures = [];

    /// <summary>What the merchant told when he filed; kept as it was.</summary>
    public FilingForm Told { get; private init; } = new();

    /// <summary>What was imposed; completed during verification. Several measures may run at once.</summary>
    public IReadOnlyList<Measure> Measures => measures;

    /// <summary>A draft that is handed in: answers are kept as told, the first measure and party are taken from them.</summary>
    public static Result<Case> File(
        long serial, MerchantId merchant, FilingForm form, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        var filed = new Case
        {
            Id = CaseId.New(),
            Serial = serial,
            Number = CaseNumber.Format(serial, at),
            Status = CaseStatus.Draft,
            MerchantId = merchant,
            FiledById = by.Id,
            FiledByDesk = by.IsDesk,
            FiledAt = at,
            Told = form,
            Amount = form.Amount,
        };
        if (filed.Move(CaseAction.File, CaseEventKind.Filed, by, at, clock, EventDetails.Of(("onBehalf", by.IsDesk ? "yes" : null))) is { } refused)
        {
            return refused;
        }

        filed.measures.Add(Measure.Told(filed.Id, form, at));
        if (form.Device is { } device)
        {
            filed.deviceChecks.Add(DeviceCheck.Of(filed.Id, device, by.Id, by.Name, at));
        }

        if (form.Institution is { } institution)
        {
            filed.parties.Add(new Communication.Party(filed.Id, institution, at));
        }

        filed.Priority = PriorityInputs.Of(filed, at).ScoreAt(alike: 0, at).Level;
        filed.Reorder();
        return filed;
    }
}
