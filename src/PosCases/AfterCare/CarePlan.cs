using PosCases.Cases;
using PosCases.Calendar;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>The after-care of a case: a plan that is chosen while it is worked, handed over when it is closed, and looked back on afterwards.</summary>
public sealed class CarePlan : IVersioned
{
    private CarePlan()
    {
    }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The merchant.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>Who owned the case when it was closed; none for the queue.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Who chose the measures last; nobody where none were chosen.</summary>
    public string? SavedByName { get; private set; }

    /// <summary>When they were chosen.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>When it was handed over first; none before.</summary>
    public DateTimeOffset? HandedAt { get; private set; }

    /// <summary>Day of the last closing.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>When the next look-back begins; none when there is none.</summary>
    public DateOnly? NextLookBackOn { get; private set; }

    /// <summary>Which one it is: days after the closing.</summary>
    public int NextLookBackDays { get; private set; }

    /// <summary>Begins one.</summary>
    public static CarePlan Of(CaseId id, MerchantId merchant, Guid? owner) => new() { CaseId = id, MerchantId = merchant, OwnerId = owner };

    /// <summary>Somebody chose the measures.</summary>
    internal void Saved(Guid? owner, Actor by, DateTimeOffset at) => (OwnerId, SavedByName, SavedAt) = (owner, by.Name, at);

    /// <summary>The case was closed: the plan is handed over and the look-backs begin to count.</summary>
    /// <returns>Whether this closing is new.</returns>
    internal bool Begin(DateOnly closedOn, Guid? owner, WorkCalendar calendar, DateTimeOffset at)
    {
        if (ClosedOn == closedOn)
        {
            return false;
        }

        (ClosedOn, OwnerId, HandedAt) = (closedOn, owner, HandedAt ?? at);
        Await(0, calendar);
        return true;
    }

    /// <summary>The case was reopened: there is nothing to look back on until it is closed again.</summary>
    internal void Pause() => (ClosedOn, NextLookBackOn) = (null, null);

    /// <summary>A look-back began; the next one is awaited.</summary>
    internal void Opened(WorkCalendar calendar) => Await(NextLookBackDays, calendar);

    private void Await(int past, WorkCalendar calendar)
    {
        var next = CareDays.LookBacks.FirstOrDefault(days => days > past);
        (NextLookBackDays, NextLookBackOn) = next == 0 || ClosedOn is not { } closed
            ? (past, null)
            : (next, (DateOnly?)CareDays.LookBackOn(closed, next, calendar));
    }
}

/// <summary>A measure as an agent puts it on a plan.</summary>
/// <param name="Code">Code of the measure.</param>
/// <param name="DueOn">By when; Shanghai date.</param>
/// <param name="Words">What he adds in his own words, at most 500 characters.</param>
/// <param name="Person">Who at the merchant's does it, at most 80 characters.</param>
public sealed record CareLine(string Code, DateOnly DueOn, string? Words = null, string? Person = null);

/// <summary>Whether a merchant wants no reminders; a row only where it does not.</summary>
public sealed class CareSilence
{
    /// <summary>The merchant.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>Who switched them off.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A case that was closed or reopened, so that its after-care must follow.</summary>
internal sealed class CareTodo
{
    public long Seq { get; init; }

    public required CaseId CaseId { get; init; }
}
