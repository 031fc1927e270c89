using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Insight;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision.Consistency;

/// <summary>Shows how cases like one ended, for whoever decides on a proposal.</summary>
public static class ViewSimilarDecided
{
    /// <summary>Days that are looked back.</summary>
    public const int Days = 365;

    private const int MostCases = 5;

    /// <summary>Shows how cases like one ended.</summary>
    /// <param name="CaseId">The case.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Query(CaseId CaseId) : IQuery<View>;

    /// <summary>How cases like it ended.</summary>
    /// <param name="Kind">What makes them alike; none while cause or measure are not known.</param>
    /// <param name="Institution">Name of the institution.</param>
    /// <param name="Split">How they ended; the case itself is not counted.</param>
    /// <param name="Cases">The latest of them.</param>
    /// <param name="Proposed">The proposed outcome; none without a proposal.</param>
    public sealed record View(DecisionKind? Kind, string? Institution, DecisionSplit Split, IReadOnlyList<DecidedCase> Cases, Outcome? Proposed)
    {
        /// <summary>Whether the proposed outcome would be odd among them.</summary>
        public bool IsOdd => Proposed is { } outcome && Split.WouldBeOdd(outcome);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            // From the case and not from its facts: a restricted case has none.
            if (await db.Cases.AsNoTracking().VisibleTo(actor).IgnoreAutoIncludes().Where(c => c.Id == query.CaseId)
                .Include(c => c.Causes).Include(c => c.Measures).Include(c => c.Parties).Include(c => c.Proposals).AsSplitQuery().SingleOrDefaultAsync(ct) is not { } found)
            {
                return new NotFound("Case");
            }

            var proposed = found.Proposals.OrderBy(p => p.Number).LastOrDefault()?.Outcome;
            if (FactMaker.CauseOf(found) is not { } cause || FactMaker.MeasureOf(found) is not { } measure)
            {
                return new View(null, null, DecisionSplit.Of([]), [], proposed);
            }

            var kind = new DecisionKind(cause, measure, FactMaker.InstitutionOf(found));
            var key = kind.Institution?.ToString("D") ?? "";
            var facts = DecidedCases.Decided(db, actor, ShanghaiTime.DateOf(clock.GetUtcNow()).AddDays(1 - Days)).Of(kind).Where(f => f.CaseId != found.Id);
            return new View(
                kind, (await db.InstitutionNamesAsync([key], ct)).GetValueOrDefault(key), await facts.SplitAsync(ct), await facts.LatestAsync(db, actor, MostCases, ct), proposed);
        }
    }
}
