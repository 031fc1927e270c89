using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Puts a joint notice on the case of one merchant and tells his people.</summary>
public static class DeliverJointNotice
{
    /// <summary>Puts a joint notice on the case of one merchant and tells his people; done once, however often it is tried.</summary>
    /// <param name="Notice">The notice.</param>
    /// <param name="Merchant">The merchant.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(Guid Notice, MerchantId Merchant) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var delivery = await db.NoticeDeliveries.SingleOrDefaultAsync(d => d.NoticeId == command.Notice && d.MerchantId == command.Merchant, ct);
            if (delivery is null)
            {
                return new NotFound(nameof(JointNotice));
            }

            if (delivery.State != DeliveryState.Waiting)
            {
                return Result.Ok;
            }

            var found = await db.Set<Case>().SingleAsync(c => c.Id == delivery.CaseId, ct);
            var incident = await db.Incidents.AsNoTracking().SingleAsync(i => i.Id == delivery.IncidentId, ct);
            var now = clock.GetUtcNow();
            var people = await db.Set<Person>().CountAsync(
                p => p.MerchantId == command.Merchant && p.IsActive && !(found.HidesFromMerchantStaff && p.Role == Role.MerchantStaff), ct);
            delivery.Done(people, now);
            // The event puts the notification of his people into the outbox.
            return found.RecordIncident(CaseEventKind.IncidentNotice, incident.Number, incident.Title, actor, now);
        }
    }
}

/// <summary>Payload of the outbox: a notice for one merchant.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Merchant">The merchant.</param>
public sealed record NoticeToDeliver(Guid Notice, Guid Merchant)
{
    /// <summary>Names the consumer.</summary>
    public const string OutboxKind = "joint-notice";
}

/// <summary>Takes joint notices from the outbox through the door, under the outbox row's id: delivered twice, told once.</summary>
internal sealed class JointNoticeConsumer(Door door) : IOutboxConsumer
{
    public string Kind => NoticeToDeliver.OutboxKind;

    public async Task ConsumeAsync(OutboxMessage message, CancellationToken ct)
    {
        var notice = message.Read<NoticeToDeliver>();
        var result = await door.Send(new DeliverJointNotice.Command(notice.Notice, new MerchantId(notice.Merchant)) { CommandId = message.Id }, Caller.System, ct);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.Error.Code);
        }
    }
}
