using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Insight;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision.Consistency;

/// <summary>Shows where cases of one kind ended differently.</summary>
public static class ViewConsistency
{
    /// <summary>Most groups that are shown, the largest.</summary>
    public const int MostGroups = 200;

    /// <summary>Most cases of one group that are shown, the latest.</summary>
    public const int MostCases = 50;

    /// <summary>Most days that are looked back.</summary>
    public const int MostDays = 366;

    /// <summary>Shows the kinds whose cases ended differently, those with something odd first.</summary>
    /// <param name="Days">How many days back.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Query(int Days) : IQuery<Board>;

    /// <summary>Shows the cases of one kind.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Days">How many days back.</param>
    /// <param name="Outcome">Only those that ended so; none for the odd ones, and for all where nothing is odd.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record GroupQuery(DecisionKind Kind, int Days, Outcome? Outcome = null) : IQuery<Group>;

    /// <summary>The kinds whose cases ended differently.</summary>
    /// <param name="From">First day.</param>
    /// <param name="Groups">The kinds.</param>
    public sealed record Board(DateOnly From, IReadOnlyList<GroupRow> Groups);

    /// <summary>One kind.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Institution">Name of the institution; none where none is known.</param>
    /// <param name="Split">How its cases ended.</param>
    /// <param name="Explained">How many of the odd ones were explained.</param>
    public sealed record GroupRow(DecisionKind Kind, string? Institution, DecisionSplit Split, int Explained)
    {
        /// <summary>Odd ones that nobody explained.</summary>
        public int Unexplained => Math.Max(0, Split.OddCount - Explained);
    }

    /// <summary>One kind with cases.</summary>
    /// <param name="Row">The kind.</param>
    /// <param name="Cases">The latest of its cases.</param>
    public sealed record Group(GroupRow Row, IReadOnlyList<DecidedCase> Cases);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Days).InclusiveBetween(1, MostDays);
    }

    internal sealed class GroupValidator : AbstractValidator<GroupQuery>
    {
        public GroupValidator()
        {
            RuleFor(q => q.Days).InclusiveBetween(1, MostDays);
            RuleFor(q => q.Outcome).IsInEnum();
            RuleFor(q => q.Kind).NotNull().ChildRules(kind =>
            {
                kind.RuleFor(k => k.Cause).NotEmpty().MaximumLength(DecisionKind.KeyLength);
                kind.RuleFor(k => k.Measure).NotEmpty().MaximumLength(DecisionKind.KeyLength);
            });
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Board>>, IRequestHandler<GroupQuery, Result<Group>>
    {
        public async Task<Result<Board>> Handle(Query query, CancellationToken ct)
        {
            var from = FirstDay(query.Days);

            // One walk along the closing days of the period, in an index that holds everything that is counted; asked of each case and not of
            // each group, "has a cause" would lead the walk along the causes of all days.
            var groups = await DecidedCases.Decided(db, actor, from)
                .GroupBy(f => new { f.Cause, f.Measure, f.Institution })
                .Where(g => g.Max(f => f.Cause) != null && g.Max(f => f.Measure) != null && g.Min(f => f.Outcome) != g.Max(f => f.Outcome))
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Cause).ThenBy(g => g.Key.Measure)
                .Take(MostGroups)
                .Select(g => new
                {
                    g.Key.Cause,
                    g.Key.Measure,
                    g.Key.Institution,
                    Full = g.Count(f => f.Outcome == nameof(Outcome.FullyUnfrozen)),
                    Part = g.Count(f => f.Outcome == nameof(Outcome.PartlyUnfrozen)),
                    Refused = g.Count(f => f.Outcome == nameof(Outcome.Refused)),
                    Service = g.Count(f => f.Outcome == nameof(Outcome.ServiceEnded)),
                    Expired = g.Count(f => f.Outcome == nameof(Outcome.ExpiredByLaw)),
                    Deducted = g.Count(f => f.Outcome == nameof(Outcome.Deducted)),
                })
                .ToListAsync(ct);
            var explained = (await ExplainedAsync(from, null, ct)).ToLookup(e => (e.Cause, e.Measure, e.Institution), e => e.Outcome);
            var names = await db.InstitutionNamesAsync(groups.Select(g => g.Institution ?? ""), ct);
            var rows = groups.Select(g =>
            {
                var split = DecisionSplit.Of(
                [
                    new(Outcome.FullyUnfrozen, g.Full), new(Outcome.PartlyUnfrozen, g.Part), new(Outcome.Refused, g.Refused),
                    new(Outcome.ServiceEnded, g.Service), new(Outcome.ExpiredByLaw, g.Expired), new(Outcome.Deducted, g.Deducted),
                ]);
                return new GroupRow(
                    new DecisionKind(g.Cause!, g.Measure!, Guid.TryParse(g.Institution, out var id) ? id : null), names.GetValueOrDefault(g.Institution ?? ""), split,
                    explained[(g.Cause, g.Measure, g.Institution)].Count(split.Odd.Contains));
            });
            return new Board(from, [.. rows.OrderByDescending(r => r.Unexplained > 0).ThenByDescending(r => r.Split.OddCount > 0).ThenByDescending(r => r.Split.Total)]);
        }

        public async Task<Result<Group>> Handle(GroupQuery query, CancellationToken ct)
        {
            var from = FirstDay(query.Days);
            var all = DecidedCases.Decided(db, actor, from).Of(query.Kind);
            var split = await all.SplitAsync(ct);
            var shown = (query.Outcome is { } one ? [one] : split.Odd).Select(o => o.ToString()).ToList();
            var key = query.Kind.Institution?.ToString("D") ?? "";
            return new Group(
                new GroupRow(
                    query.Kind, (await db.InstitutionNamesAsync([key], ct)).GetValueOrDefault(key), split,
                    (await ExplainedAsync(from, query.Kind, ct)).Count(e => split.Odd.Contains(e.Outcome))),
                await (shown.Count == 0 ? all : all.Where(f => shown.Contains(f.Outcome!))).LatestAsync(db, actor, MostCases, ct));
        }

        // An explanation counts while the case still stands as it did when it was explained. There are as many as people wrote.
        private async Task<IReadOnlyList<(string? Cause, string? Measure, string? Institution, Outcome Outcome)>> ExplainedAsync(DateOnly from, DecisionKind? kind, CancellationToken ct)
        {
            var facts = DecidedCases.Decided(db, actor, from);
            var found = await db.Set<OddExplanation>().Where(e => e.TakenBackAt == null && e.ClosedOn >= from)
                .Join(kind is null ? facts : facts.Of(kind), e => e.CaseId, f => f.CaseId, (e, f) => new { f.Cause, f.Measure, f.Institution, e.Outcome, Now = f.Outcome })
                .ToListAsync(ct);
            return [.. found.Where(e => e.Outcome.ToString() == e.Now).Select(e => (e.Cause, e.Measure, e.Institution, e.Outcome))];
        }

        private DateOnly FirstDay(int days) => ShanghaiTime.DateOf(clock.GetUtcNow()).AddDays(1 - days);
    }
}
