using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Filing;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Impact;

/// <summary>Says what the freeze does to the business: the merchant himself, or the desk as he told it.</summary>
public static class RecordImpact
{
    /// <summary>Most rows of payables or refunds.</summary>
    public const int MostRows = 40;

    /// <summary>Says what the freeze does to the business; the draft of it is thrown away.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Seen">Number of the statement that the user started from; 0 before the first.</param>
    /// <param name="Form">The figures.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(CaseId Id, int Seen, ImpactForm Form) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (ImpactCheck.Of(command.Form, ShanghaiTime.DateOf(now)) is { } problems)
            {
                return problems;
            }

            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Impacts)
                .ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            if (await db.ImpactDrafts.SingleOrDefaultAsync(d => d.CaseId == command.Id && d.PersonId == actor.Id, ct) is { } draft)
            {
                db.Remove(draft);
            }

            return loaded.Value.RecordImpact(command.Form, command.Seen, actor, now);
        }
    }
}

/// <summary>Limits of the figures.</summary>
public sealed class ImpactFormValidator : AbstractValidator<ImpactForm>
{
    /// <summary>Sets the rules.</summary>
    /// <param name="today">Today in Shanghai.</param>
    public ImpactFormValidator(DateOnly today)
    {
        const decimal most = FilingFormValidator.LargestAmount;
        RuleFor(f => f.CashOnHand).InclusiveBetween(0m, most).WithErrorCode("Amount");
        RuleFor(f => f.DailyTakings).InclusiveBetween(0m, most).WithErrorCode("Amount");
        RuleFor(f => f.FixedCosts).InclusiveBetween(0m, most).WithErrorCode("Amount");
        RuleFor(f => f.MoneyLost).InclusiveBetween(0m, most).WithErrorCode("Amount");
        RuleFor(f => f.CashDays).InclusiveBetween(0, 3650).WithErrorCode("Days");
        RuleFor(f => f.MarginPercent).InclusiveBetween(0m, 100m).WithErrorCode("Percent");
        RuleFor(f => f.LostSharePercent).InclusiveBetween(0m, 100m).WithErrorCode("Percent");
        RuleFor(f => f.StoppedSince).Cascade(CascadeMode.Stop).IsOrdinaryDate().LessThanOrEqualTo(today).WithErrorCode("Future");
        RuleFor(f => f.StoppedUntil).Cascade(CascadeMode.Stop).IsOrdinaryDate().LessThanOrEqualTo(today).WithErrorCode("Future");
        RuleFor(f => f.StoppedUntil).GreaterThanOrEqualTo(f => f.StoppedSince).WithErrorCode("EndBeforeStart").When(f => f.StoppedSince is not null);
        RuleFor(f => f.Payables).Must(p => p.Count <= RecordImpact.MostRows).WithErrorCode("TooManyRows");
        RuleFor(f => f.Payables).Must(rows => rows.All(p => OrdinaryDate.Is(p.DueOn))).WithErrorCode(OrdinaryDate.Code);
        RuleFor(f => f.Refunds).Must(r => r.Count <= RecordImpact.MostRows).WithErrorCode("TooManyRows");
        RuleFor(f => f.Payables).Must(rows => rows.All(p => p.Amount is > 0m and <= most && p.What is not { Length: > 100 })).WithErrorCode("AmountRow");
        RuleFor(f => f.Refunds).Must(rows => rows.All(r => r.Amount is > 0m and <= most && r.What is not { Length: > 100 })).WithErrorCode("AmountRow");
        foreach (var count in new System.Linq.Expressions.Expression<Func<ImpactForm, int?>>[]
        {
            f => f.RefundCount, f => f.Customers, f => f.Complaints, f => f.StoppedOutlets, f => f.StoppedTerminals, f => f.LostOrders,
        })
        {
            RuleFor(count).InclusiveBetween(0, 10_000_000).WithErrorCode("Count");
        }

        RuleForEach(f => f.Effects).IsInEnum();
        RuleFor(f => f.Channels).MaximumLength(200);
        RuleFor(f => f.Note).MaximumLength(2000);
    }
}

/// <summary>Runs the limits of the figures; they hold for drafts too.</summary>
internal static class ImpactCheck
{
    /// <summary>What is wrong; nothing when all is well.</summary>
    public static Invalid? Of(ImpactForm form, DateOnly today)
    {
        var result = new ImpactFormValidator(today).Validate(form);
        return result.IsValid ? null : new Invalid([.. result.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorCode, []))]);
    }
}
