using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Mail;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Reminders;

/// <summary>Finds what is due and what was done; nothing is sent at night, a thing that was done is taken out of the lists at any hour.</summary>
internal sealed class ReminderJob(IEnumerable<IReminderSource> sources)
{
    private const int Batch = 100;

    /// <summary>The job.</summary>
    public Job Job => new("send-reminders", TimeSpan.FromMinutes(10), DueAsync);

    private async Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        List<IRequest<Result>> due = [];
        var today = ShanghaiTime.DateOf(now);
        foreach (var source in sources)
        {
            var done = await source.DoneAsync(db, Batch, ct);
            if (done.Count > 0)
            {
                due.Add(new EndReminders.Command(done));
            }

            if (ReminderDays.IsDaytime(now))
            {
                due.AddRange((await source.DueAsync(db, today, Batch, ct)).Select(t => new SendReminder.Command(source.Kind, t.Subject, t.DueOn)));
            }
        }

        return due;
    }
}

/// <summary>Reminds people of a thing: before it is due, on the day, and twice when it is late.</summary>
public static class SendReminder
{
    /// <summary>Writes a reminder into the lists of those whom the thing concerns and who want it; no effect when that was done, or the thing was.</summary>
    /// <param name="Kind">Of what.</param>
    /// <param name="Subject">Id of the thing.</param>
    /// <param name="DueOn">When it is due; Shanghai's day.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(ReminderKind Kind, Guid Subject, DateOnly DueOn) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.DueOn).IsOrdinaryDate();
        }
    }

    internal sealed class Handler(AppDb db, TimeProvider clock, IEnumerable<IReminderSource> sources, MailOptions mail) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (now, today) = (clock.GetUtcNow(), ShanghaiTime.DateOf(clock.GetUtcNow()));
            var source = sources.Single(s => s.Kind == command.Kind);
            var mark = await db.ReminderMarks.SingleOrDefaultAsync(m => m.Kind == command.Kind && m.Subject == command.Subject && m.DueOn == command.DueOn, ct);
            if ((mark is not null && (mark.NextOn is null || mark.NextOn > today))
                || await source.CallAsync(db, new ReminderThing(command.Subject, command.DueOn), ct) is not { } call)
            {
                return Result.Ok;
            }

            if (mark is null)
            {
                db.ReminderMarks.Add(mark = new ReminderMark { Kind = command.Kind, Subject = command.Subject, DueOn = command.DueOn });
            }

            var counted = call.CountedFrom ?? command.DueOn;
            mark.NextOn = ReminderDays.NextOn(source.Steps, counted, today);
            if (ReminderDays.StepOn(source.Steps, counted, today) is { } step)
            {
                await TellAsync(command, call, step, now, ct);
            }

            return Result.Ok;
        }

        private async Task TellAsync(Command command, ReminderCall call, int step, DateTimeOffset now, CancellationToken ct)
        {
            foreach (var earlier in await db.Reminders.Where(r => r.Kind == command.Kind && r.EndedAt == null && r.Subject == command.Subject && r.DueOn == command.DueOn).ToListAsync(ct))
            {
                earlier.EndedAt = now;
            }

            var people = await db.WantAsync(command.Kind, call.People, ct);
            db.Reminders.AddRange(people.Select(person => new Reminder
            {
                PersonId = person,
                Kind = command.Kind,
                Subject = command.Subject,
                DueOn = command.DueOn,
                Step = step,
                Name = call.Name,
                At = now,
            }));
            await db.MailLaterAsync(command.Kind, people, mail, now, ct);
        }
    }
}

/// <summary>Takes reminders out of the lists.</summary>
public static class EndReminders
{
    /// <summary>Takes reminders out of the lists whose things were done.</summary>
    /// <param name="Ids">Which ones.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(IReadOnlyList<Guid> Ids) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            foreach (var done in await db.Reminders.Where(r => command.Ids.Contains(r.Id) && r.EndedAt == null).ToListAsync(ct))
            {
                done.EndedAt = now;
            }

            return Result.Ok;
        }
    }
}

/// <summary>Who wants which reminders.</summary>
internal static class ReminderWishes
{
    /// <summary>Those who want reminders of the kind; who said nothing does.</summary>
    public static async Task<List<Guid>> WantAsync(this AppDb db, ReminderKind kind, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        var said = await db.ReminderChoices.AsNoTracking().Where(c => people.Contains(c.PersonId)).ToListAsync(ct);
        var silent = said.Where(c => c.Off.Contains(kind)).Select(c => c.PersonId).ToHashSet();
        return [.. people.Where(p => !silent.Contains(p)).Distinct()];
    }

    /// <summary>Has the next mail of people name the kind, where mail is sent and they want it.</summary>
    public static async Task MailLaterAsync(this AppDb db, ReminderKind kind, IReadOnlyList<Guid> people, MailOptions mail, DateTimeOffset now, CancellationToken ct)
    {
        if (mail.IsOn)
        {
            var without = await db.ReminderChoices.Where(c => people.Contains(c.PersonId) && !c.ByMail).Select(c => c.PersonId).ToListAsync(ct);
            db.ReminderMailsDue.AddRange(people.Except(without).Select(p => new ReminderMailDue { PersonId = p, Kind = kind, MailOn = ReminderDays.MailOn(now) }));
        }
    }
}
