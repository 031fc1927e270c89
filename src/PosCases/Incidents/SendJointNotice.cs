using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>A supervisor sends a notice to all merchants concerned by an incident.</summary>
public static class SendJointNotice
{
    /// <summary>
    /// A supervisor sends a notice to all merchants concerned by an open incident whose cases he may see, each of them once. The same words sent
    /// again reach only those who joined since. It is delivered in the background.
    /// </summary>
    /// <param name="Id">The incident.</param>
    /// <param name="TextZh">The words in Chinese.</param>
    /// <param name="TextEn">The words in English.</param>
    [Requires(Permission.ManageIncidents)]
    public sealed record Command(IncidentId Id, string TextZh, string TextEn) : Change<Sending>;

    /// <summary>What was begun.</summary>
    /// <param name="Notice">The notice.</param>
    /// <param name="Merchants">How many merchants it is on its way to now.</param>
    public sealed record Sending(Guid Notice, int Merchants);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.TextZh).NotEmpty().MaximumLength(IncidentMapping.TextLength);
            RuleFor(c => c.TextEn).NotEmpty().MaximumLength(IncidentMapping.TextLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<Sending>>
    {
        public async Task<Result<Sending>> Handle(Command command, CancellationToken ct)
        {
            if (IncidentGuard.RefuseFaults((nameof(command.TextZh), command.TextZh), (nameof(command.TextEn), command.TextEn)) is { } faulty)
            {
                return faulty;
            }

            var found = await db.FindIncidentAsync(command.Id, null, ct);
            if ((found.Error ?? found.Value.RefuseUnlessOpen()) is { } refused)
            {
                return refused;
            }

            var (zh, en, now) = (command.TextZh.Trim(), command.TextEn.Trim(), clock.GetUtcNow());
            var id = IdOf(command.Id, zh, en);
            var known = await db.JointNotices.SingleOrDefaultAsync(n => n.Id == id, ct);
            var notice = known ?? JointNotice.Of(id, command.Id, zh, en, actor, now);
            var reached = await db.NoticeDeliveries.Where(d => d.NoticeId == id).Select(d => d.MerchantId).ToListAsync(ct);
            var deliveries = (await db.CasesOf(command.Id, Membership.In, actor).Select(c => new { c.MerchantId, c.Id, c.Serial }).ToListAsync(ct))
                .Where(c => !reached.Contains(c.MerchantId))
                .GroupBy(c => c.MerchantId)
                .Select(g => NoticeDelivery.Of(notice, g.Key, g.MaxBy(c => c.Serial)!.Id))
                .ToList();
            if (deliveries.Count == 0)
            {
                return new IncidentRefused(IncidentRefusal.NobodyToTell);
            }

            if (known is null)
            {
                db.JointNotices.Add(notice);
            }

            db.NoticeDeliveries.AddRange(deliveries);
            db.Outbox.AddRange(deliveries.Select(d => OutboxMessage.Of(NoticeToDeliver.OutboxKind, new NoticeToDeliver(d.NoticeId, d.MerchantId.Value), now)));
            return new Sending(notice.Id, deliveries.Count);
        }

        // The same words are the same notice, however often and from however many screens they are sent.
        private static Guid IdOf(IncidentId incident, string zh, string en) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{incident.Value}\n{zh}\n{en}")).AsSpan(0, 16));
    }
}
