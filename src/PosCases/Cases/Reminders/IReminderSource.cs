using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;

namespace PosCases.Cases.Reminders;

/// <summary>A thing that is due.</summary>
/// <param name="Subject">Its id.</param>
/// <param name="DueOn">When it is due; Shanghai's day.</param>
public sealed record ReminderThing(Guid Subject, DateOnly DueOn);

/// <summary>Whom a thing concerns.</summary>
/// <param name="Name">What it is called, at most 128 characters; none where it needs no name.</param>
/// <param name="People">Who is told.</param>
public sealed record ReminderCall(string? Name, IReadOnlyList<Guid> People)
{
    /// <summary>Which reminder it is, where the day of the thing alone does not tell.</summary>
    public DateOnly? CountedFrom { get; init; }
}

/// <summary>A part of the product that knows things that come due; cases do not know which parts there are.</summary>
public interface IReminderSource
{
    /// <summary>Of what it reminds.</summary>
    ReminderKind Kind { get; }

    /// <summary>When it reminds: days after the day on which a thing is due, negative before; rising.</summary>
    IReadOnlyList<int> Steps { get; }

    /// <summary>Things of which a reminder is due and was not given.</summary>
    Task<IReadOnlyList<ReminderThing>> DueAsync(AppDb db, DateOnly today, int most, CancellationToken ct);

    /// <summary>Reminders that stand in a list though what they are about was done.</summary>
    Task<IReadOnlyList<Guid>> DoneAsync(AppDb db, int most, CancellationToken ct);

    /// <summary>Whom a thing concerns; nobody where it was done meanwhile.</summary>
    Task<ReminderCall?> CallAsync(AppDb db, ReminderThing thing, CancellationToken ct);
}

/// <summary>A thing as the database tells it.</summary>
internal sealed class ReminderRow
{
    public required Guid Subject { get; init; }

    public required DateOnly DueOn { get; init; }
}

/// <summary>A source whose things stand in one table with the day on which they are due.</summary>
internal abstract class ReminderTable : IReminderSource
{
    public abstract ReminderKind Kind { get; }

    public abstract IReadOnlyList<int> Steps { get; }

    public async Task<IReadOnlyList<ReminderThing>> DueAsync(AppDb db, DateOnly today, int most, CancellationToken ct)
    {
        var (kind, from, to) = (Kind, today.AddDays(-ReminderDays.Longest), today.AddDays(-Steps[0]));
        var marks = db.ReminderMarks;
        return await Things(db).Where(t => t.DueOn >= from && t.DueOn <= to)
            .Where(t => !marks.Any(m => m.Kind == kind && m.Subject == t.Subject && m.DueOn == t.DueOn && (m.NextOn == null || m.NextOn > today)))
            .OrderBy(t => t.DueOn).Take(most)
            .Select(t => new ReminderThing(t.Subject, t.DueOn)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> DoneAsync(AppDb db, int most, CancellationToken ct)
    {
        var (kind, things) = (Kind, Things(db));
        return await db.Reminders.Where(r => r.Kind == kind && r.EndedAt == null && !things.Any(t => t.Subject == r.Subject && t.DueOn == r.DueOn))
            .Take(most).Select(r => r.Id).ToListAsync(ct);
    }

    public async Task<ReminderCall?> CallAsync(AppDb db, ReminderThing thing, CancellationToken ct) =>
        await Things(db).AnyAsync(t => t.Subject == thing.Subject && t.DueOn == thing.DueOn, ct) ? await PeopleAsync(db, thing.Subject, ct) : null;

    /// <summary>What is still to be done, with its day.</summary>
    protected abstract IQueryable<ReminderRow> Things(AppDb db);

    /// <summary>Whom one of them concerns.</summary>
    protected abstract Task<ReminderCall> PeopleAsync(AppDb db, Guid subject, CancellationToken ct);
}
