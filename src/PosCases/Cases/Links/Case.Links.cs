using PosCases.Cases.Links;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<CaseLink> links = [];

    /// <summary>Links that were set on this case, as far as they are loaded.</summary>
    public IReadOnlyList<CaseLink> Links => links;

    /// <summary>Links this case to another one. Links that close a case are set by the verbs that close it.</summary>
    /// <param name="other">The other one, open or closed.</param>
    /// <param name="kind">What this one is to the other.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result LinkTo(Case other, LinkKind kind, string reason, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (!RelationsOf(by).Overlaps([Doer.Desk, Doer.System]))
        {
            return new NotPermitted();
        }

        if (RefusalToLink(other, kind) is { } code)
        {
            return new Invalid("OtherNumber", code);
        }

        links.Add(CaseLink.Of(Id, other.Id, kind, reason, null, by, at));
        RecordLink(CaseEventKind.Linked, other, kind, reason, by, at);
        return Result.Ok;
    }

    /// <summary>Ends a link that did not close the case; it stays on record.</summary>
    public Result EndLink(Guid link, string reason, Actor by, DateTimeOffset at)
    {
        if (!RelationsOf(by).Contains(Doer.Desk))
        {
            return new NotPermitted();
        }

        if (links.Find(l => l.Id == link && l.EndedAt is null) is not { } found)
        {
            return new NotFound("Link");
        }

        if (found.Kind is LinkKind.Duplicate or LinkKind.Merged)
        {
            return new LinkStands();
        }

        found.End(reason, by, at);
        Record(CaseEventKind.LinkEnded, by, at, EventDetails.Of(("kind", found.Kind), ("reason", reason)), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>
    /// Closes this case because the matter goes on in another one of the same merchant, which shows from now on what this one holds. Nothing
    /// is moved or copied; this one stays readable at its number.
    /// </summary>
    public Result MergeInto(Case survivor, string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (RefusalToMerge(survivor) is { } code)
        {
            return new Invalid("SurvivorNumber", code);
        }

        var merged = CloseFor(survivor, LinkKind.Merged, reason, by, at, clock);
        if (merged.Succeeded)
        {
            survivor.Record(CaseEventKind.MergedIn, by, at, EventDetails.Of(("merged", Number), ("reason", reason)));
        }

        return merged;
    }

    /// <summary>Undoes a merge: this case goes on where it stood.</summary>
    /// <param name="survivor">The case into which it was merged.</param>
    /// <param name="isUntouched">Whether nobody did anything to either case since.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">A supervisor.</param>
    /// <param name="at">When.</param>
    /// <param name="clock">Our clocks.</param>
    public Result UndoMerge(Case survivor, bool isUntouched, string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (links.Find(l => l is { Kind: LinkKind.Merged, EndedAt: null } && l.ToId == survivor.Id) is not { StatusBefore: { } before } link)
        {
            return new NotMerged();
        }

        if (!isUntouched)
        {
            return new MergeStands();
        }

        ResumeStatus = before;
        if (Move(CaseAction.UndoMerge, CaseEventKind.MergeUndone, by, at, clock, EventDetails.Of(("survivor", survivor.Number), ("reason", reason))) is { } refused)
        {
            ResumeStatus = null;
            return refused;
        }

        link.End(reason, by, at);
        (Outcome, DuplicateOf) = (null, null);
        survivor.Record(CaseEventKind.MergeUndone, by, at, EventDetails.Of(("merged", Number), ("reason", reason)));
        return Result.Ok;
    }

    /// <summary>Says on the record what an incident did with this case; it changes nothing else, and a closed case may belong to one too.</summary>
    /// <param name="kind">One of the kinds about incidents.</param>
    /// <param name="number">Number of the incident; the merchant is not told it.</param>
    /// <param name="title">Its title; neither is this.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result RecordIncident(CaseEventKind kind, string number, string title, Actor by, DateTimeOffset at)
    {
        if (!by.IsDesk && by.Role != Role.System)
        {
            return new NotPermitted();
        }

        var isForMerchant = kind == CaseEventKind.IncidentNotice;
        Record(kind, by, at, isForMerchant ? EventDetails.None : EventDetails.Of(("number", number), ("incident", title)), deskOnly: !isForMerchant);
        return Result.Ok;
    }

    /// <summary>Says on the record what after-care did; it changes nothing else and follows the closing.</summary>
    /// <param name="kind">One of the kinds about after-care.</param>
    /// <param name="number">How many measures, or how many days after the closing.</param>
    /// <param name="answer">How the account works, as a look-back found it; none otherwise.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result RecordCare(CaseEventKind kind, int number, string? answer, Actor by, DateTimeOffset at)
    {
        if (!RelationsOf(by).Overlaps([Doer.Desk, Doer.System]))
        {
            return new NotPermitted();
        }

        if (Status != CaseStatus.Closed)
        {
            return new WrongStage(Status);
        }

        Record(kind, by, at, EventDetails.Of(("number", number), ("account", answer)));
        return Result.Ok;
    }

    private string? RefusalToLink(Case other, LinkKind kind) =>
        other.Id == Id ? "Link.Self"
        : kind is LinkKind.Duplicate or LinkKind.Merged ? "Link.Closing"
        : kind == LinkKind.Follows && other.MerchantId != MerchantId ? "Link.OtherMerchant"
        : kind == LinkKind.Follows && other.FiledAt > FiledAt ? "Link.Later"
        : links.Any(l => l.EndedAt is null && l.ToId == other.Id && l.Kind == kind) ? "Link.Exists"
        : null;

    private string? RefusalToMerge(Case survivor) =>
        survivor.Id == Id ? "Link.Self"
        : survivor.MerchantId != MerchantId ? "Merge.OtherMerchant"
        : survivor.Status == CaseStatus.Closed ? "Merge.Closed"
        : survivor.IsRestricted != IsRestricted ? "Merge.Restricted"
        : null;

    private Result CloseFor(Case survivor, LinkKind kind, string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        var before = Status;
        var closed = Close(
            CaseAction.MarkDuplicate, CaseEventKind.MarkedDuplicate, Cases.Outcome.Duplicate, by, at, clock,
            EventDetails.Of(("survivor", survivor.Number), ("reason", reason)));
        if (closed.Succeeded)
        {
            DuplicateOf = survivor.Id;
            links.Add(CaseLink.Of(Id, survivor.Id, kind, reason, before, by, at));
        }

        return closed;
    }

    // A reopened case is no longer handled in the other one.
    private void EndClosingLinks(string reason, Actor by, DateTimeOffset at)
    {
        foreach (var link in links.Where(l => l is { EndedAt: null, Kind: LinkKind.Duplicate or LinkKind.Merged }))
        {
            link.End(reason, by, at);
        }
    }

    // The other's number is left out where not everybody who reads this case may know of the other.
    private void RecordLink(CaseEventKind kind, Case other, LinkKind link, string reason, Actor by, DateTimeOffset at) => Record(
        kind, by, at, EventDetails.Of(("kind", link), ("other", other.IsRestricted ? null : other.Number), ("reason", reason)), deskOnly: true);
}
