using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<EvidenceRequirement> requirements = [];
    private readonly List<EvidenceItem> evidence = [];

    /// <summary>Papers asked for.</summary>
    public IReadOnlyList<EvidenceRequirement> Requirements => requirements;

    /// <summary>Papers handed in.</summary>
    public IReadOnlyList<EvidenceItem> Evidence => evidence;

    /// <summary>How often papers were asked for: 1 for the playbook's list, one more for each request of an institution.</summary>
    public int EvidenceRound { get; private set; }

    /// <summary>Asks for papers; kinds already asked for and still open are not asked twice.</summary>
    public Result AskForEvidence(IReadOnlyList<EvidenceAsk> asks, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, CaseStatus.EvidenceCollection, CaseStatus.BankCommunication, CaseStatus.LegalRoute) is { } refused)
        {
            return refused.AsResult();
        }

        Ask(asks, by, at);
        return Result.Ok;
    }

    /// <summary>Takes a paper in. The merchant and the desk may hand in as long as the case is open.</summary>
    /// <param name="requirementId">What it is for, where it was asked for.</param>
    /// <param name="code">Kind of the evidence catalogue.</param>
    /// <param name="file">The stored file.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="at">When.</param>
    /// <param name="replaces">The paper that it is a newer version of.</param>
    /// <param name="keptOn">Since when the merchant kept it on the profile, where it is taken from there.</param>
    public Result<EvidenceItemId> SubmitEvidence(
        Guid? requirementId, string code, StoredFile file, Actor by, DateTimeOffset at, EvidenceItemId? replaces = null, DateOnly? keptOn = null)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        var requirement = requirements.Find(r => r.Id == requirementId);
        if (requirementId is not null && requirement is null)
        {
            return new NotFound("Requirement");
        }

        if (replaces is { } older && Supersede(older, by, at) is { } refused)
        {
            return refused;
        }

        var item = EvidenceItem.Of(Id, requirementId, code, file, replaces, by, at);
        evidence.Add(item);
        requirement?.Take(item);
        Append(
            CaseEventKind.EvidenceSubmitted, by, at, null, null, deskOnly: false,
            EventDetails.Of(("evidence", code), ("file", file.Name), ("profile", keptOn is null ? null : "yes"), ("on", keptOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("agreed", keptOn is not null && by.IsDesk ? by.Name : null)));
        return item.Id;
    }

    // The older version stays beside the newer one; when nobody judged it yet, nobody has to any more.
    private Error? Supersede(EvidenceItemId olderId, Actor by, DateTimeOffset at)
    {
        if (evidence.Find(i => i.Id == olderId) is not { } older || !(older.FromMerchant || by.IsDesk))
        {
            return new NotFound("Evidence");
        }

        if (older.Status is not (EvidenceStatus.Submitted or EvidenceStatus.Rejected) || evidence.Exists(i => i.ReplacesId == olderId))
        {
            return new EvidenceJudged();
        }

        if (older.Status == EvidenceStatus.Submitted)
        {
            older.Judge(EvidenceStatus.Replaced, null, by.Id, at);
        }

        return null;
    }

    /// <summary>Takes a paper back that was not judged yet; its bytes and its row stay.</summary>
    public Result TakeEvidenceBack(EvidenceItemId itemId, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (evidence.Find(i => i.Id == itemId) is not { } item || (item.ById != by.Id && !(item.FromMerchant && by.IsMerchant)))
        {
            return new NotFound("Evidence");
        }

        if (item.Status != EvidenceStatus.Submitted)
        {
            return new EvidenceJudged();
        }

        item.Judge(EvidenceStatus.TakenBack, null, by.Id, at);
        Record(CaseEventKind.EvidenceTakenBack, by, at, EventDetails.Of(("evidence", item.Code), ("file", item.FileName)));
        return Result.Ok;
    }

    /// <summary>Tells that something is wrong with the bytes of a paper.</summary>
    internal void ReportFile(EvidenceItem item, CaseEventKind news, string? finding, Actor by, DateTimeOffset at) => Append(
        news, by, at, null, null, deskOnly: news != CaseEventKind.EvidenceInfected,
        EventDetails.Of(("evidence", item.Code), ("file", item.FileName), ("finding", finding)));

    /// <summary>Tells that the text of a paper shows full card numbers: how many, and never which.</summary>
    internal void ReportCards(EvidenceItem item, CardFinding found, Actor by, DateTimeOffset at) => Append(
        CaseEventKind.CardNumbersFound, by, at, null, null, deskOnly: false, EventDetails.Of(("evidence", item.Code), ("file", item.FileName), ("count", found.Cards > 0 ? found.Cards : null)));

    /// <summary>Does without a paper; a supervisor's decision, with its reason.</summary>
    public Result WaiveEvidence(Guid requirementId, string reason, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (requirements.Find(r => r.Id == requirementId) is not { } requirement)
        {
            return new NotFound("Requirement");
        }

        requirement.Waive(reason, at);
        Record(CaseEventKind.EvidenceWaived, by, at, EventDetails.Of(("evidence", string.Join('|', requirement.Codes)), ("reason", reason)));
        return Result.Ok;
    }

    /// <summary>
    /// Brings the papers that the plan asks for to what is wanted. What was handed in or waived stays; a kind that is asked for anyway is
    /// not asked twice.
    /// </summary>
    /// <returns>The papers that are no longer asked for.</returns>
    internal IReadOnlyList<EvidenceRequirement> PlanEvidence(IReadOnlyList<EvidenceAsk> wanted, Actor by, DateTimeOffset at)
    {
        List<EvidenceRequirement> dropped =
            [.. requirements.Where(r => r is { IsPlanned: true, IsTouched: false } && !wanted.Any(w => w.Codes.SequenceEqual(r.Codes)))];
        requirements.RemoveAll(dropped.Contains);
        dropped.ForEach(r => Record(CaseEventKind.EvidenceDropped, by, at, EventDetails.Of(("evidence", string.Join('|', r.Codes)))));
        foreach (var ask in wanted)
        {
            if (requirements.Find(r => r.IsPlanned && r.Codes.SequenceEqual(ask.Codes)) is { } known)
            {
                known.Follow(ask);
            }
            else
            {
                Ask([ask], by, at, planned: true);
            }
        }

        return dropped;
    }

    /// <summary>Starts the first round of papers with the playbook's list.</summary>
    internal void StartEvidence(IReadOnlyList<EvidenceAsk> asks, Actor by, DateTimeOffset at)
    {
        EvidenceRound++;
        Ask(asks, by, at);
    }

    private void Ask(IReadOnlyList<EvidenceAsk> asks, Actor by, DateTimeOffset at, bool planned = false)
    {
        foreach (var ask in asks.Where(ask => !requirements.Exists(r => !r.IsSettled && r.Codes.SequenceEqual(ask.Codes))))
        {
            requirements.Add(EvidenceRequirement.Of(Id, ask, Math.Max(1, EvidenceRound), requirements.Count, at, planned));
            Record(
                CaseEventKind.EvidenceAsked, by, at, EventDetails.Of(("evidence", string.Join('|', ask.Codes)), ("level", ask.Level)));
        }
    }
}

/// <summary>The paper was judged already.</summary>
public sealed record EvidenceJudged : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.Judged";
}
