using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Insight;

/// <summary>Lists what a figure counts: the cases behind a number.</summary>
public static class ListFigureCases
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>Lists what a figure counts, newest first, page by page.</summary>
    /// <param name="Figure">Code of the figure.</param>
    /// <param name="Filter">Days and cases.</param>
    /// <param name="Key">One row of it; none for all of them, empty for those without a key.</param>
    /// <param name="Hit">Of a share, only those that hit or missed.</param>
    /// <param name="After">Cursor of the page before.</param>
    [Requires(Permission.ViewInsight)]
    public sealed record Query(string Figure, InsightFilter Filter, string? Key = null, bool? Hit = null, string? After = null) : IQuery<Page>;

    /// <summary>One page.</summary>
    /// <param name="Code">Code of the figure.</param>
    /// <param name="Span">The days.</param>
    /// <param name="Count">How many there are in all.</param>
    /// <param name="Rows">The rows.</param>
    /// <param name="Next">Cursor of the next page.</param>
    public sealed record Page(string Code, DaySpan Span, int Count, IReadOnlyList<Row> Rows, string? Next)
    {
        /// <summary>Names of the institutions among the keys.</summary>
        public IReadOnlyDictionary<string, string> Institutions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>One thing that was counted. A case may be there several times.</summary>
    /// <param name="Number">Number of the case.</param>
    /// <param name="Merchant">Name of the merchant.</param>
    /// <param name="Status">Present status.</param>
    /// <param name="On">The day on which it counts.</param>
    /// <param name="Key">By what it is told apart; empty where unknown.</param>
    /// <param name="Value">Its value in the figure's unit; none for a count.</param>
    /// <param name="Hit">Whether it hits.</param>
    /// <param name="Why">What was noted.</param>
    public sealed record Row(string Number, string Merchant, CaseStatus Status, DateOnly On, string Key, decimal? Value, bool? Hit, string? Why);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Figure).MaximumLength(40);
            RuleFor(q => q.Key).MaximumLength(CaseFact.KeyLength);
            RuleFor(q => q.After).MaximumLength(80);
            RuleFor(q => q.Filter).NotNull();
            RuleFor(q => q.Filter.Region).MaximumLength(InsightFilter.LongestText).When(q => q.Filter is not null);
            RuleFor(q => q.Filter.Model).MaximumLength(InsightFilter.LongestText).When(q => q.Filter is not null);
            RuleFor(q => q.Filter.Cause).MaximumLength(40).When(q => q.Filter is not null);
            RuleFor(q => q.Filter.From).IsOrdinaryDate().When(q => q.Filter is not null);
            RuleFor(q => q.Filter.To).IsOrdinaryDate().When(q => q.Filter is not null);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Page>>
    {
        public async Task<Result<Page>> Handle(Query query, CancellationToken ct)
        {
            if (Figures.Find(query.Figure) is not { } figure)
            {
                return new NotFound("Figure");
            }

            var now = clock.GetUtcNow();
            var span = InsightPeriod.Of(query.Filter.Period, ShanghaiTime.DateOf(now), query.Filter.From, query.Filter.To);
            var all = FigureReader.Counted(new FigurePoints(db, actor, query.Filter, now).Of(figure, FigureReader.DaysOf(figure, span, query.Key ?? "")), figure);
            all = query.Key is { } key && figure.Key != FigureKey.None ? FigureReader.Within(all, figure, key) : all;
            all = query.Hit is { } hit ? all.Where(p => p.Hit == hit) : all;
            var count = await all.CountAsync(ct);
            if (query.After is not null && Parse(query.After) is var (day, serial, seq))
            {
                all = all.Join(db.Set<CaseFact>(), p => p.CaseId, f => f.CaseId, (p, f) => new { p, f.Serial })
                    .Where(r => r.p.On < day || (r.p.On == day && (r.Serial < serial || (r.Serial == serial && r.p.Seq < seq))))
                    .Select(r => r.p);
            }

            var rows = await all.Join(db.Set<CaseFact>(), p => p.CaseId, f => f.CaseId, (p, f) => new { p.CaseId, p.On, p.Seq, p.Key, p.Value, p.Hit, p.Why, f.Serial })
                .OrderByDescending(r => r.On).ThenByDescending(r => r.Serial).ThenByDescending(r => r.Seq).Take(PageSize + 1).ToListAsync(ct);
            var shown = rows.Take(PageSize).ToList();
            var ids = shown.ConvertAll(r => r.CaseId).Distinct().ToList();

            // The case itself is asked once more: it may have been restricted a moment ago.
            var cases = await db.Cases.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.Id))
                .Join(db.Merchants, c => c.MerchantId, m => m.Id, (c, m) => new { c.Id, c.Number, c.Status, m.Name }).ToDictionaryAsync(c => c.Id, ct);
            var isCounted = figure.Unit is FigureUnit.Cases or FigureUnit.Times or FigureUnit.Percent;
            return new Page(
                figure.Code, span, count,
                [
                    .. shown.Where(r => cases.ContainsKey(r.CaseId)).Select(r => new Row(
                        cases[r.CaseId].Number, cases[r.CaseId].Name, cases[r.CaseId].Status, r.On, r.Key ?? "", isCounted || r.Value is not { } value ? null : FigureReader.InUnit(figure, value),
                        figure.Aggregate == FigureAggregate.Share ? r.Hit : null, r.Why)),
                ],
                rows.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].On.DayNumber}.{shown[^1].Serial}.{shown[^1].Seq}") : null)
            {
                Institutions = figure.Key == FigureKey.Institution ? await db.InstitutionNamesAsync(shown.Select(r => r.Key ?? ""), ct) : new Dictionary<string, string>(StringComparer.Ordinal),
            };
        }

        private static (DateOnly Day, long Serial, int Seq)? Parse(string cursor) =>
            cursor.Split('.') is [var day, var serial, var seq]
            && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d <= DateOnly.MaxValue.DayNumber
            && long.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            && int.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? (DateOnly.FromDayNumber(d), s, n)
                : null;
    }
}
