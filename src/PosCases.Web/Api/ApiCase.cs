using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Worklist;
using PosCases.Merchants;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Api;

/// <summary>Somebody or something by id and name.</summary>
internal sealed record ApiName(Guid? Id, string? Name);

/// <summary>What happens next on a case.</summary>
internal sealed record ApiNext(NextStepKind Kind, Ball Ball, DateTimeOffset? At, int Count, bool IsLate, string Text);

/// <summary>A case as lists show it.</summary>
internal record ApiCase
{
    public required string Number { get; init; }

    public required Guid Id { get; init; }

    public required string Version { get; init; }

    public required CaseStatus Status { get; init; }

    public required Outcome? Outcome { get; init; }

    public required Priority Priority { get; init; }

    public required ApiName Merchant { get; init; }

    public required MerchantKind MerchantKind { get; init; }

    public required ApiName? Owner { get; init; }

    public required MeasureKind Measure { get; init; }

    public required ImposedBy ImposedBy { get; init; }

    public required string? Institution { get; init; }

    public required bool IsConfirmed { get; init; }

    public required string? Cause { get; init; }

    public required DateOnly? Since { get; init; }

    public required decimal? Amount { get; init; }

    public required decimal? Remaining { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required DateTimeOffset? EscalatedAt { get; init; }

    public required DateTimeOffset? DueAt { get; init; }

    public required bool IsOverdue { get; init; }

    public required bool IsRestricted { get; init; }

    public required ApiNext Next { get; init; }

    /// <summary>Of a row of a list.</summary>
    public static ApiCase Of(CaseSummary row, CaseWords words) => new()
    {
        Number = row.Number,
        Id = row.Id.Value,
        Version = row.Version.ToString("N"),
        Status = row.Status,
        Outcome = row.Outcome,
        Priority = row.Priority,
        Merchant = new ApiName(row.MerchantId.Value, row.MerchantName),
        MerchantKind = row.MerchantKind,
        Owner = row.OwnerId is null ? null : new ApiName(row.OwnerId, row.OwnerName),
        Measure = row.Measure,
        ImposedBy = row.ImposedBy,
        Institution = row.InstitutionName,
        IsConfirmed = row.IsConfirmed,
        Cause = row.Cause,
        Since = row.Since,
        Amount = row.Amount,
        Remaining = row.Remaining,
        FiledAt = row.FiledAt.InChina(),
        UpdatedAt = row.UpdatedAt.InChina(),
        ClosedAt = row.ClosedAt?.InChina(),
        EscalatedAt = row.EscalatedAt?.InChina(),
        DueAt = row.Facts.DueAt == Case.Never ? null : row.Facts.DueAt.InChina(),
        IsOverdue = row.IsOverdue,
        IsRestricted = row.IsRestricted,
        Next = NextOf(row, words),
    };

    private protected static ApiNext NextOf(CaseSummary row, CaseWords words) => new(
        row.Next.Kind, row.Next.Ball, row.Next.At?.InChina(), row.Next.Count, row.Next.IsLate,
        words.Of(row.Next, row.Reader is { IsOnMerchantsSide: true }));
}

/// <summary>A page of cases.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="Next">Cursor of the next page; none on the last one.</param>
/// <param name="IsCut">Whether the words stand in more places than are looked at.</param>
internal sealed record ApiCasePage(IReadOnlyList<ApiCase> Items, string? Next, bool IsCut);

/// <summary>Something that may be done to a case now.</summary>
internal sealed record ApiAllowed(string Action, string Href);

/// <summary>An institution on a case.</summary>
internal sealed record ApiParty(Guid Id, string Institution, Guid InstitutionId);

/// <summary>A paper that is asked for.</summary>
internal sealed record ApiRequirement(Guid Id, IReadOnlyList<string> Codes, RequirementLevel Level, bool IsSettled);

/// <summary>A measure on a case.</summary>
internal sealed record ApiMeasure(
    Guid Id, MeasureKind Kind, ImposedBy ImposedBy, string? Institution, string? DocumentNumber, decimal? Amount, string? AccountTail, DateOnly? Since, DateOnly? ExpectedEnd,
    bool IsConfirmed, DateTimeOffset? LiftedAt);

/// <summary>A case with what can be done to it.</summary>
internal sealed record ApiCaseDetail(ApiCase Case, IReadOnlyList<ApiAllowed> Allowed)
{
    public required IReadOnlyList<string> Causes { get; init; }

    public required IReadOnlyList<ApiMeasure> Measures { get; init; }

    public required IReadOnlyList<ApiParty> Parties { get; init; }

    public required IReadOnlyList<ApiRequirement> Requirements { get; init; }

    /// <summary>Of a case as its reader may see it.</summary>
    public static ApiCaseDetail Of(CaseView view, CaseWords words) => new(
        ApiCase.Of(view.Summary, words),
        [.. view.Allowed.Select(action => ApiActions.NameOf(action, view)).OfType<string>().Select(name => new ApiAllowed(name, $"{ApiHosting.Root}/cases/{view.Case.Number}/actions/{name}"))])
    {
        Causes = [.. view.Case.Causes.Where(c => c.RemovedAt is null).OrderBy(c => c.AddedAt).Select(c => c.Code)],
        Measures = [.. view.Case.Measures.Select(m => new ApiMeasure(
            m.Id, m.Kind, m.ImposedBy, m.InstitutionId is { } id ? view.Institutions.GetValueOrDefault(id) : m.InstitutionName, m.DocumentNumber, m.Amount, m.AccountTail, m.Since,
            m.ExpectedEnd, m.IsConfirmed, m.LiftedAt?.InChina()))],
        Parties = [.. view.Case.Parties.Select(p => new ApiParty(p.Id, view.Institutions.GetValueOrDefault(p.InstitutionId) ?? "", p.InstitutionId.Value))],
        Requirements = [.. view.Case.Requirements.Select(r => new ApiRequirement(r.Id, r.Codes, r.Level, r.IsSettled))],
    };
}
