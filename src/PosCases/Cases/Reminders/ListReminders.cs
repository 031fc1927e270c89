using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Mail;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Reminders;

/// <summary>Lists the actor's reminders, and which of them he wants.</summary>
public static class ListReminders
{
    private const int Most = 50;

    /// <summary>Lists the actor's reminders of what is still to be done, newest first, at most fifty.</summary>
    [Requires(Permission.UseAccount)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>Reads which reminders the actor wants.</summary>
    [Requires(Permission.UseAccount)]
    public sealed record ChoiceQuery : IQuery<Choice>;

    /// <summary>One reminder.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="Kind">Of what.</param>
    /// <param name="Stage">How it is said.</param>
    /// <param name="Name">What the thing is called.</param>
    /// <param name="DueOn">When it is due; Shanghai's day.</param>
    /// <param name="At">When.</param>
    /// <param name="IsRead">Whether it was read.</param>
    public sealed record Row(Guid Id, ReminderKind Kind, ReminderStage Stage, string? Name, DateOnly DueOn, DateTimeOffset At, bool IsRead);

    /// <summary>What the actor wants.</summary>
    /// <param name="Kinds">Of what he can be reminded.</param>
    /// <param name="Off">Of what he does not want to be.</param>
    /// <param name="ByMail">Whether reminders are mailed too.</param>
    /// <param name="MailIsOn">Whether the product sends mail at all.</param>
    public sealed record Choice(IReadOnlyList<ReminderKind> Kinds, IReadOnlyList<ReminderKind> Off, bool ByMail, bool MailIsOn);

    /// <summary>Of what somebody of the role can be reminded; guests of nothing.</summary>
    public static IReadOnlyList<ReminderKind> KindsOf(Role role) => role switch
    {
        Role.MerchantOwner or Role.MerchantStaff => Enum.GetValues<ReminderKind>(),
        Role.Agent or Role.Supervisor => [ReminderKind.Reading, ReminderKind.Training, ReminderKind.LookBack],
        Role.Admin => [ReminderKind.Reading, ReminderKind.Training],
        _ => [],
    };

    internal sealed class Handler(AppDb db, Actor actor, MailOptions mail) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>, IRequestHandler<ChoiceQuery, Result<Choice>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct) =>
            (await db.Reminders.AsNoTracking().Where(r => r.PersonId == actor.Id && r.EndedAt == null).OrderByDescending(r => r.At).Take(Most).ToListAsync(ct))
                .ConvertAll(r => new Row(r.Id, r.Kind, ReminderDays.StageOf(r.Step), r.Name, r.DueOn, r.At, r.ReadAt is not null));

        public async Task<Result<Choice>> Handle(ChoiceQuery query, CancellationToken ct)
        {
            var said = await db.ReminderChoices.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == actor.Id, ct);
            return new Choice(KindsOf(actor.Role), said?.Off ?? [], said?.ByMail ?? true, mail.IsOn);
        }
    }
}

/// <summary>Says which reminders the actor wants.</summary>
public static class ChooseReminders
{
    /// <summary>Says which reminders the actor wants; those in the list that he no longer wants end.</summary>
    /// <param name="Off">Of what not.</param>
    /// <param name="ByMail">Whether reminders are mailed too.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(IReadOnlyList<ReminderKind> Off, bool ByMail) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Off).NotNull();
            RuleForEach(c => c.Off).IsInEnum();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var said = await db.ReminderChoices.SingleOrDefaultAsync(c => c.PersonId == actor.Id, ct);
            if (said is null)
            {
                db.ReminderChoices.Add(said = new ReminderChoice { PersonId = actor.Id });
            }

            (said.Off, said.ByMail, said.At) = ([.. command.Off.Distinct().Order()], command.ByMail, now);
            foreach (var unwanted in await db.Reminders.Where(r => r.PersonId == actor.Id && r.EndedAt == null && command.Off.Contains(r.Kind)).ToListAsync(ct))
            {
                unwanted.EndedAt = now;
            }

            return Result.Ok;
        }
    }
}

/// <summary>Marks one of the actor's reminders as read.</summary>
public static class ReadReminder
{
    /// <summary>Marks it as read; no effect when it is.</summary>
    /// <param name="Id">Which one.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(Guid Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Reminders.SingleOrDefaultAsync(r => r.Id == command.Id && r.PersonId == actor.Id, ct) is not { } found)
            {
                return new NotFound(nameof(Reminder));
            }

            found.ReadAt ??= clock.GetUtcNow();
            return Result.Ok;
        }
    }
}
