using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions.Signals;

/// <summary>Looks through a case's transactions for what rules and pages call conspicuous.</summary>
public static class CheckSignals
{
    /// <summary>Checks with the given values; what is not given starts from the library.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Parameters">Values by code.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, IReadOnlyDictionary<string, decimal>? Parameters) : Change;

    /// <summary>The last check.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<View>;

    /// <summary>The last check.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Check">The check; none before the first.</param>
    /// <param name="IsStale">Whether transactions came in since.</param>
    public sealed record View(ViewTransactions.Heading Case, SignalCheck? Check, bool IsStale);

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Parameters).Custom((values, context) =>
        {
            foreach (var parameter in SignalLibrary.All.SelectMany(s => s.Parameters))
            {
                if (values is not null && values.TryGetValue(parameter.Code, out var value) && (value < parameter.Least || value > parameter.Most))
                {
                    context.AddFailure(new FluentValidation.Results.ValidationFailure(parameter.Code, "") { ErrorCode = "SignalValue" });
                }
            }
        });
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, ImportLimits limits) : IRequestHandler<Command, Result>, IRequestHandler<Query, Result<View>>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.RefuseToAddAsync(command.Id, actor, ct) is { } refused)
            {
                return refused;
            }

            var values = SignalLibrary.Defaults.ToDictionary(d => d.Key, d => command.Parameters?.GetValueOrDefault(d.Key, d.Value) ?? d.Value, StringComparer.Ordinal);
            var points = await PointsOf(db, command.Id).Take(limits.MostChecked).ToListAsync(ct);
            if (points.Count == 0)
            {
                return new NothingToCheck();
            }

            db.SignalChecks.Add(SignalCheck.Of(command.Id, values, SignalEngine.Look(points, values), points.Count, actor, clock.GetUtcNow()));
            return Result.Ok;
        }

        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.HeadingAsync(query.Number, actor, ct) is not { } heading)
            {
                return new NotFound("Case");
            }

            var check = await LastCheck.OfAsync(db, heading.Id, ct);
            return new View(heading, check, check is not null && check.Transactions != Math.Min(heading.Transactions, limits.MostChecked));
        }

        internal static IQueryable<TransactionPoint> PointsOf(AppDb db, CaseId id) =>
            db.Transactions.Where(t => t.CaseId == id).OrderBy(t => t.At).ThenBy(t => t.Row)
                .Select(t => new TransactionPoint(t.Id, t.At, t.HasTime, t.Day, t.Hour, t.Amount, t.Kind, t.State, t.Card, t.CardKind, t.Terminal));
    }
}

/// <summary>The case has no transactions to look through.</summary>
public sealed record NothingToCheck : Error
{
    /// <inheritdoc/>
    public override string Code => "Transactions.NothingToCheck";
}
