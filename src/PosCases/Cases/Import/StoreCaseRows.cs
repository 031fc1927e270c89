using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Import;

/// <summary>
/// Looks at one batch of rows or takes it in, in one transaction. How far the import came is stored with it, so that no row is taken in twice and
/// none is left out.
/// </summary>
public static class StoreCaseRows
{
    /// <summary>Looks at one batch of rows or takes it in.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="From">How many rows were read before this batch.</param>
    /// <param name="Rows">How many rows the batch has, those that are no case included.</param>
    /// <param name="Good">The cases.</param>
    /// <param name="Bad">The rows that are none.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseImportId ImportId, int From, int Rows, IReadOnlyList<OldCase> Good, IReadOnlyList<BadCaseRow> Bad) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleForEach(c => c.Good).ChildRules(row => row.RuleFor(r => r.Since).IsOrdinaryDate());
    }

    internal sealed class Handler(AppDb db, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Set<CaseImport>().SingleOrDefaultAsync(i => i.Id == command.ImportId, ct) is not { } import)
            {
                return new NotFound("CaseImport");
            }

            var plan = await BatchPlan.OfAsync(db, import, command.Good, ct);
            var issues = command.Bad.Concat(plan.Bad).Select(b => new CaseImportIssue { ImportId = import.Id, Row = b.Row, Number = b.Number, Faults = b.Faults })
                .Concat(plan.Known.Select(k => new CaseImportIssue { ImportId = import.Id, Row = k.Old.Row, Number = k.Old.Number, KnownAs = k.As, Faults = [] })).ToList();
            var batch = new CaseBatch(
                command.Rows, plan.Good.Count, plan.Good.Count(g => g.Old.ClosedAt is null), plan.Good.Count(g => g.Merchant is null), plan.Known.Count, command.Bad.Count + plan.Bad.Count);
            var isDry = import.State == CaseImportState.Checking;
            var advanced = import.Advance(command.From, batch);
            if (!advanced.Succeeded)
            {
                return advanced;
            }

            db.AddRange(issues);
            if (!isDry && plan.Good.Count > 0)
            {
                await TakeInAsync(import, plan.Good, ct);
            }

            return Result.Ok;
        }

        private async Task TakeInAsync(CaseImport import, IReadOnlyList<BatchPlan.Row> rows, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var by = new Actor(import.ById, import.ByName, Role.Supervisor, null);
            var serial = await CaseNumber.TakeAsync(db, rows.Count, ct);
            Dictionary<string, MerchantId> made = new(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var merchant = row.Merchant ?? Merchant(import, row.Old, made, by, now);
                var taken = Case.Import(serial++, merchant, row.Old, row.Owner, by, now, options);
                db.Add(taken);
                db.Add(new CaseOrigin
                {
                    CaseId = taken.Id,
                    Source = import.Source,
                    Number = row.Old.Number,
                    ImportId = import.Id,
                    Row = row.Old.Row,
                    NeedsPlan = taken.Status != CaseStatus.Closed,
                });
            }
        }

        private MerchantId Merchant(CaseImport import, OldCase old, Dictionary<string, MerchantId> made, Actor by, DateTimeOffset now)
        {
            var key = old.UnifiedCreditCode ?? old.Merchant;
            if (made.TryGetValue(key, out var known))
            {
                return known;
            }

            var profile = new MerchantProfile(old.Merchant, old.MerchantKind ?? import.NewMerchants, old.UnifiedCreditCode, null, old.Region);
            var merchant = Merchants.Merchant.Register(profile, null, by, now, import.FileName);
            db.Add(merchant);
            return made[key] = merchant.Id;
        }
    }
}

/// <summary>What a batch would become, as the database stands: the same for the look and for the run.</summary>
internal sealed record BatchPlan(IReadOnlyList<BatchPlan.Row> Good, IReadOnlyList<(OldCase Old, CaseId As)> Known, IReadOnlyList<BadCaseRow> Bad)
{
    /// <summary>A row that becomes a case; of a merchant that is none yet where none is named.</summary>
    public sealed record Row(OldCase Old, MerchantId? Merchant, Guid? Owner);

    public static async Task<BatchPlan> OfAsync(AppDb db, CaseImport import, IReadOnlyList<OldCase> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.Number).Distinct(StringComparer.Ordinal).ToList();
        var there = (await db.Set<CaseOrigin>().AsNoTracking().Where(o => o.Source == import.Source && numbers.Contains(o.Number)).Select(o => new { o.Number, o.CaseId }).ToListAsync(ct))
            .ToDictionary(o => o.Number, o => o.CaseId, StringComparer.OrdinalIgnoreCase);
        var codes = rows.Select(r => r.UnifiedCreditCode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = rows.Select(r => r.Merchant).Distinct(StringComparer.Ordinal).ToList();
        var merchants = await db.Set<Merchant>().AsNoTracking().Where(m => (m.UnifiedCreditCode != null && codes.Contains(m.UnifiedCreditCode)) || names.Contains(m.Name))
            .Select(m => new Registered(m.Id, m.Name, m.UnifiedCreditCode)).ToListAsync(ct);
        var bodies = rows.Select(r => r.Institution).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var institutions = (await db.Set<Institution>().AsNoTracking().Where(i => bodies.Contains(i.Name)).Select(i => new { i.Id, i.Name }).ToListAsync(ct))
            .GroupBy(i => i.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        var owners = (await db.People.WhoMayOwnCases().Select(p => new { p.Id, p.DisplayName }).ToListAsync(ct))
            .GroupBy(p => p.DisplayName, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Id, StringComparer.OrdinalIgnoreCase);
        List<Row> good = [];
        List<(OldCase, CaseId)> known = [];
        List<BadCaseRow> bad = [];
        foreach (var row in rows)
        {
            var fitting = FittingTo(row, merchants);
            var owner = row.Owner is null ? import.OwnerId : owners.TryGetValue(row.Owner, out var named) ? named : (Guid?)null;
            if (there.TryGetValue(row.Number, out var already))
            {
                known.Add((row, already));
            }
            else if (fitting.Count > 1)
            {
                bad.Add(Fault(import, row, CaseRowProblem.MerchantAmbiguous, CaseField.Merchant, row.Merchant));
            }
            else if (row.ClosedAt is null && owner is null)
            {
                bad.Add(Fault(import, row, CaseRowProblem.OwnerUnknown, CaseField.Owner, row.Owner!));
            }
            else
            {
                // Who worked a closed case may have left long ago.
                var worker = row.ClosedAt is not null && row.Owner is null ? null : owner;
                good.Add(new Row(row with { InstitutionId = row.Institution is { } body && institutions.TryGetValue(body, out var found) ? found : null }, fitting.SingleOrDefault()?.Id, worker));
            }
        }

        return new BatchPlan(good, known, bad);
    }

    private sealed record Registered(MerchantId Id, string Name, string? Code);

    // A code says more than a name; a record of the name under another code is another merchant.
    private static List<Registered> FittingTo(OldCase row, List<Registered> merchants)
    {
        var byCode = row.UnifiedCreditCode is { } code ? merchants.FindAll(m => m.Code == code) : [];
        return byCode.Count > 0 ? byCode : merchants.FindAll(m => m.Name == row.Merchant && (row.UnifiedCreditCode is null || m.Code is null));
    }

    private static BadCaseRow Fault(CaseImport import, OldCase row, CaseRowProblem kind, CaseField field, string found)
    {
        var at = import.Columns.ToList().IndexOf(field);
        return new BadCaseRow(row.Row, row.Number, [new CaseRowFault(kind, at < 0 ? null : at, found)]);
    }
}
