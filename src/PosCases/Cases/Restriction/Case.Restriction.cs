using PosCases.Cases.Restriction;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<CaseReader> readers = [];
    private readonly List<CaseRestriction> restrictions = [];

    /// <summary>Whether only its owner, the named people and the merchant see it.</summary>
    public bool IsRestricted { get; private set; }

    /// <summary>Whether the merchant's employees do not see it either; the merchant's owner always does.</summary>
    public bool HidesFromMerchantStaff { get; private set; }

    /// <summary>Who of the desk is or was named.</summary>
    public IReadOnlyList<CaseReader> Readers => readers;

    /// <summary>Why it is or was restricted.</summary>
    public IReadOnlyList<CaseRestriction> Restrictions => restrictions;

    /// <summary>Restricts the case to its owner and named people; by a supervisor or the owner, in every status.</summary>
    public Result Restrict(
        RestrictionCause cause, string reason, IReadOnlyList<NamedPerson> people, bool hideFromMerchantStaff, Actor by, DateTimeOffset at)
    {
        if (IsRestricted)
        {
            return new Invalid("Cause", "RestrictedAlready");
        }

        if (RefuseReaders(people, by) is { } refused)
        {
            return refused.AsResult();
        }

        (IsRestricted, HidesFromMerchantStaff) = (true, hideFromMerchantStaff);
        restrictions.Add(CaseRestriction.Of(Id, cause, reason, by.Name, at));
        NameExactly(people, at);
        Record(CaseEventKind.Restricted, by, at, EventDetails.Of(("restriction", cause), ("reason", reason), ("added", Names(people.Select(p => p.Name)))), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>Changes who is named; at least one supervisor beside the owner stays.</summary>
    public Result ChangeReaders(IReadOnlyList<NamedPerson> people, bool hideFromMerchantStaff, string reason, Actor by, DateTimeOffset at)
    {
        if (!IsRestricted)
        {
            return new NotFound("Restriction");
        }

        if (RefuseReaders(people, by) is { } refused)
        {
            return refused.AsResult();
        }

        var added = people.Where(p => !readers.Exists(r => r.PersonId == p.Id && r.RemovedAt is null)).Select(p => p.Name);
        var removed = readers.Where(r => r.RemovedAt is null && people.All(p => p.Id != r.PersonId)).Select(r => r.Name);
        var details = EventDetails.Of(("reason", reason), ("added", Names(added)), ("removed", Names(removed)));
        HidesFromMerchantStaff = hideFromMerchantStaff;
        NameExactly(people, at);
        Record(CaseEventKind.ReadersChanged, by, at, details, deskOnly: true);
        return Result.Ok;
    }

    /// <summary>Lifts the restriction; by a supervisor who is named or owns the case.</summary>
    public Result LiftRestriction(string reason, Actor by, DateTimeOffset at)
    {
        if (!IsRestricted)
        {
            return new NotFound("Restriction");
        }

        if (by.Role != Role.Supervisor)
        {
            return new NotPermitted();
        }

        (IsRestricted, HidesFromMerchantStaff) = (false, false);
        restrictions.Find(r => r.LiftedAt is null)?.Lift(at);
        NameExactly([], at);
        Record(CaseEventKind.RestrictionLifted, by, at, EventDetails.Of(("reason", reason)), deskOnly: true);
        return Result.Ok;
    }

    // Four eyes at the closing need a supervisor who is not the owner and may see the case.
    private Error? RefuseReaders(IReadOnlyList<NamedPerson> people, Actor by) =>
        by.Role != Role.Supervisor && OwnerId != by.Id ? new NotTheOwner()
        : people.Any(p => p.Role == Role.Supervisor && p.Id != OwnerId) ? null
        : new Invalid("People", "SupervisorNeeded");

    private void NameExactly(IReadOnlyList<NamedPerson> people, DateTimeOffset at)
    {
        foreach (var reader in readers.Where(r => r.RemovedAt is null && people.All(p => p.Id != r.PersonId)))
        {
            reader.Remove(at);
        }

        foreach (var person in people)
        {
            if (readers.Find(r => r.PersonId == person.Id) is not { } known)
            {
                readers.Add(new CaseReader(Id, person, at));
            }
            else if (known.RemovedAt is not null)
            {
                known.NameAgain(at);
            }
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
