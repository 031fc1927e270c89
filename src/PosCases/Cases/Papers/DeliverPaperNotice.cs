using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Reminders;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Mail;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Cases.Papers;

/// <summary>Payload of the outbox: a merchant must be told that a paper ends soon.</summary>
/// <param name="PaperId">The paper.</param>
public sealed record PaperReminder(Guid PaperId)
{
    /// <summary>Names the consumer.</summary>
    public const string OutboxKind = "paper-reminder";
}

/// <summary>A notification in a person's list: a paper of the own merchant's profile ends soon.</summary>
public sealed class PaperNotice : IChangeSignal
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Who is told.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The paper.</summary>
    public required MerchantPaperId PaperId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Read at.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    Guid IChangeSignal.Topic => PersonId;
}

/// <summary>Writes a reminder of a paper into the lists of the merchant's users.</summary>
public static class DeliverPaperNotice
{
    /// <summary>Writes a reminder into the lists of the merchant's users.</summary>
    /// <param name="Id">The paper.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(MerchantPaperId Id) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock, MailOptions mail) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var paper = await db.MerchantPapers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Id, ct);
            if (paper is null || paper.EndedAt is not null)
            {
                return Result.Ok;
            }

            var now = clock.GetUtcNow();
            var people = await db.People.Where(p => p.IsActive && p.MerchantId == paper.MerchantId).Select(p => p.Id).ToListAsync(ct);
            people = await db.WantAsync(ReminderKind.Paper, people, ct);
            await db.MailLaterAsync(ReminderKind.Paper, people, mail, now, ct);
            db.PaperNotices.AddRange(people.Select(person => new PaperNotice { PersonId = person, PaperId = paper.Id, At = now }));
            return Result.Ok;
        }
    }
}

/// <summary>Takes reminders from the outbox through the door, under the outbox row's id: delivered twice, told once.</summary>
internal sealed class PaperReminderConsumer(Door door) : IOutboxConsumer
{
    public string Kind => PaperReminder.OutboxKind;

    public async Task ConsumeAsync(OutboxMessage message, CancellationToken ct)
    {
        var command = new DeliverPaperNotice.Command(new MerchantPaperId(message.Read<PaperReminder>().PaperId)) { CommandId = message.Id };
        var result = await door.Send(command, Caller.System, ct);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.Error.Code);
        }
    }
}
