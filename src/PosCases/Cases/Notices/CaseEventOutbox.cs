using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PosCases.Platform.Data;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Cases.Notices;

/// <summary>Puts a notice into the outbox for every case event worth telling, in the event's own transaction.</summary>
internal sealed class CaseEventOutbox : SaveChangesInterceptor
{
    private static readonly HashSet<CaseEventKind> Silent =
    [
        CaseEventKind.EvidenceTakenBack, CaseEventKind.StepDone, CaseEventKind.StepSkipped, CaseEventKind.CauseRemoved, CaseEventKind.PartyAdded,
        CaseEventKind.MeasureRecorded, CaseEventKind.FollowUpSettled, CaseEventKind.BreachAcknowledged, CaseEventKind.RenewalUnknown,
        CaseEventKind.RouteReceived, CaseEventKind.MergedIn, CaseEventKind.Imported,
    ];

    // Events for the desk alone are told to nobody, but for these, which call somebody of the desk.
    private static readonly HashSet<CaseEventKind> CallsTheDesk =
        [
            CaseEventKind.ClockWarned, CaseEventKind.ClockBreached, CaseEventKind.Escalated, CaseEventKind.EscalationSettled,
            CaseEventKind.EscalationReminded, CaseEventKind.EvidenceDamaged,
        ];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb db)
        {
            Enqueue(db);
        }

        return ValueTask.FromResult(result);
    }

    private static void Enqueue(AppDb db)
    {
        var told = db.Tracked<CaseEvent>()
            .Where(e => e.State == EntityState.Added && !Silent.Contains(e.Entity.Kind))
            .Select(e => e.Entity)
            .Where(e => !e.DeskOnly || CallsTheDesk.Contains(e.Kind))
            .GroupBy(e => (e.CaseId, e.ActorId, e.DeskOnly))
            .ToList();
        foreach (var events in told)
        {
            var first = events.First();
            db.Outbox.Add(OutboxMessage.Of(
                CaseNotice.OutboxKind,
                new CaseNotice(
                    first.CaseId.Value,
                    NoticeKind.Event,
                    first.ActorId,
                    first.ActorRole is Role.MerchantOwner or Role.MerchantStaff or Role.Guest,
                    [.. events.Select(e => e.Kind).Distinct()],
                    first.DeskOnly),
                first.At));
        }
    }
}
