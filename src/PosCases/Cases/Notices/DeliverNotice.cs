using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Guests;
using PosCases.Cases.Restriction;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Cases.Notices;

/// <summary>Writes a notice into the lists of those whom it concerns: the merchant's users, the owner, the supervisors.</summary>
public static class DeliverNotice
{
    /// <summary>Writes a notice into the lists of those whom it concerns.</summary>
    /// <param name="Notice">What to tell.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseNotice Notice) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        private static readonly HashSet<CaseEventKind> ForSupervisors =

        [
            CaseEventKind.ResolutionProposed, CaseEventKind.ConfirmedFake, CaseEventKind.ConfirmedNotAFreeze, CaseEventKind.ClockBreached,
            CaseEventKind.Escalated,
        ];

        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var notice = command.Notice;
            var id = new CaseId(notice.CaseId);
            var concerned = await db.Cases.Where(c => c.Id == id)
                .Select(c => new { c.MerchantId, c.OwnerId, c.IsRestricted, c.HidesFromMerchantStaff })
                .SingleOrDefaultAsync(ct);
            if (concerned is null)
            {
                return new NotFound("Case");
            }

            var now = clock.GetUtcNow();
            var kind = notice.Events.Count > 0 ? notice.Events[^1] : (CaseEventKind?)null;
            var toSupervisors = notice.Events.Any(ForSupervisors.Contains);
            var toMerchant = !notice.DeskOnly;
            var people = db.People;
            var readers = db.Set<CaseReader>();
            var guests = db.Set<CaseGuest>().Where(g => g.CaseId == id && g.RevokedAt == null).Select(g => g.PersonId);
            var recipients = await people
                .Where(p => p.IsActive && p.Id != notice.ByPersonId)
                .Where(p =>
                    (toMerchant && p.MerchantId == concerned.MerchantId && !(concerned.HidesFromMerchantStaff && p.Role == Role.MerchantStaff))
                    || (toMerchant && guests.Contains(p.Id))
                    || p.Id == concerned.OwnerId
                    || (toSupervisors && p.Role == Role.Supervisor
                        && (!concerned.IsRestricted || readers.Any(r => r.CaseId == id && r.PersonId == p.Id && r.RemovedAt == null))))
                .Select(p => p.Id)
                .ToListAsync(ct);
            db.Notifications.AddRange(recipients.Select(person => new Notification
            {
                PersonId = person,
                CaseId = id,
                Kind = notice.Kind,
                EventKind = kind,
                At = now,
            }));
            return Result.Ok;
        }
    }
}

/// <summary>Takes notices from the outbox through the door, under the outbox row's id: delivered twice, told once.</summary>
internal sealed class CaseNoticeConsumer(Door door) : IOutboxConsumer
{
    public string Kind => CaseNotice.OutboxKind;

    public async Task ConsumeAsync(OutboxMessage message, CancellationToken ct)
    {
        var command = new DeliverNotice.Command(message.Read<CaseNotice>()) { CommandId = message.Id };
        var result = await door.Send(command, Caller.System, ct);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.Error.Code);
        }
    }
}
