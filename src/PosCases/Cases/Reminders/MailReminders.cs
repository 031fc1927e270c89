using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Mail;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Cases.Reminders;

/// <summary>Payload of the outbox: a person's mail about what is due.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Kinds">Of what; the product itself says more, a mail names no merchant and no case.</param>
public sealed record ReminderMail(Guid PersonId, IReadOnlyList<ReminderKind> Kinds)
{
    /// <summary>Names the consumer.</summary>
    public const string OutboxKind = "reminder-mail";
}

/// <summary>Words of a mail, in the language that is asked for.</summary>
public interface IReminderWords
{
    /// <summary>Subject and text.</summary>
    (string Subject, string Text) Write(string name, IReadOnlyList<ReminderKind> kinds, string language);
}

/// <summary>Sends each person one mail a day about what is due, in the morning; none on a day without.</summary>
public static class MailReminders
{
    private const int Batch = 100;

    /// <summary>Finds the people whose mail is due.</summary>
    public static readonly Job Job = new(
        "mail-reminders",
        TimeSpan.FromMinutes(10),
        async (db, now, ct) =>
        {
            if (!ReminderDays.IsMailTime(now))
            {
                return [];
            }

            var today = ShanghaiTime.DateOf(now);
            return await db.ReminderMailsDue.Where(m => m.MailOn <= today).GroupBy(m => m.PersonId).OrderBy(g => g.Key).Take(Batch)
                .Select(g => new Command(g.Key, g.Max(m => m.Seq))).ToListAsync(ct);
        });

    /// <summary>Has a person's mail sent; what was done or read meanwhile is left out, and no mail is sent about nothing.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="UpTo">The last note that this settles.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(Guid Person, long UpTo) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (now, today) = (clock.GetUtcNow(), ShanghaiTime.DateOf(clock.GetUtcNow()));
            var noted = await db.ReminderMailsDue.Where(m => m.PersonId == command.Person && m.Seq <= command.UpTo && m.MailOn <= today).ToListAsync(ct);
            db.RemoveRange(noted);
            var waiting = await db.Reminders.Where(r => r.PersonId == command.Person && r.EndedAt == null && r.ReadAt == null).Select(r => r.Kind).Distinct().ToListAsync(ct);
            // Papers and tasks have notices of their own, which say themselves when they no longer hold.
            var kinds = await db.WantedAsync(command.Person, [.. noted.Select(m => m.Kind).Distinct().Where(k => k is ReminderKind.CareTask or ReminderKind.Paper || waiting.Contains(k)).Order()], ct);
            if (kinds.Count > 0 && await db.People.AnyAsync(p => p.Id == command.Person && p.IsActive, ct))
            {
                db.Outbox.Add(OutboxMessage.Of(ReminderMail.OutboxKind, new ReminderMail(command.Person, kinds), now));
            }

            return Result.Ok;
        }
    }

    private static async Task<IReadOnlyList<ReminderKind>> WantedAsync(this AppDb db, Guid person, IReadOnlyList<ReminderKind> kinds, CancellationToken ct) =>
        await db.ReminderChoices.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == person, ct) is { } said
            ? said.ByMail ? [.. kinds.Except(said.Off)] : []
            : kinds;
}

/// <summary>Mails what is due; sent twice, mail programs know it as the same.</summary>
internal sealed class ReminderMailConsumer(AppDb db, Mailer mailer, IReminderWords words) : IOutboxConsumer
{
    public string Kind => ReminderMail.OutboxKind;

    public async Task ConsumeAsync(OutboxMessage message, CancellationToken ct)
    {
        var mail = message.Read<ReminderMail>();
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == mail.PersonId && p.IsActive, ct);
        if (mailer.IsOn && person is not null)
        {
            var (subject, text) = words.Write(person.DisplayName, mail.Kinds, person.Culture);
            await mailer.SendAsync(message.Id, person.UserName!, subject, text, [], ct);
        }
    }
}
