using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Plan;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Verification;

/// <summary>Completes or corrects a measure of the freeze record, or adds one.</summary>
public static class RecordMeasure
{
    /// <summary>Completes or corrects a measure of the freeze record, or adds one.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="MeasureId">The measure; none adds one.</param>
    /// <param name="Record">What is known.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid? MeasureId, MeasureRecord Record) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Record.Kind).IsInEnum();
            RuleFor(c => c.Record.ImposedBy).IsInEnum();
            RuleFor(c => c.Record.InstitutionName).MaximumLength(128);
            RuleFor(c => c.Record.Basis).MaximumLength(500);
            RuleFor(c => c.Record.DocumentNumber).MaximumLength(80);
            RuleFor(c => c.Record.Amount).InclusiveBetween(0.01m, FilingFormValidator.LargestAmount).WithErrorCode("Amount");
            RuleFor(c => c.Record.AccountTail).Matches(@"^[0-9]{4}\z").WithErrorCode("AccountTail").When(c => !string.IsNullOrEmpty(c.Record.AccountTail));
            RuleFor(c => c.Record.TerminalNumber).MaximumLength(32);
            RuleFor(c => c.Record.Region).MaximumLength(80);
            RuleFor(c => c.Record.DocumentKind).IsInEnum();
            RuleFor(c => c.Record.Scope).IsInEnum();
            RuleFor(c => c.Record.Term!).SetValidator(new TermRules()).When(c => c.Record.Term is not null);
            RuleFor(c => c.Record.OrderedBy!).ChildRules(body =>
            {
                body.RuleFor(b => b.Authority).MaximumLength(OrderingBody.Longest);
                body.RuleFor(b => b.Unit).MaximumLength(OrderingBody.Longest);
                body.RuleFor(b => b.Contact).MaximumLength(OrderingBody.Longest);
                body.RuleFor(b => b.DutyPhone).MaximumLength(OrderingBody.Longest);
            }).When(c => c.Record.OrderedBy is not null);
            RuleFor(c => c.Record.StartsAt).NotNull().WithErrorCode("MomentNeeded").When(c => c.Record.Term?.Unit == TermUnit.Hours);
            RuleFor(c => c.Record.Since).IsOrdinaryDate();
            RuleFor(c => c.Record.ExpectedEnd).IsOrdinaryDate();
            RuleFor(c => c.Record.ExpectedEnd).GreaterThanOrEqualTo(c => c.Record.Since).WithErrorCode("EndBeforeStart").When(c => c.Record.Since is not null);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Measures)
                .Include(c => c.RenewalAsks)
                .Include(c => c.Parties)
                .Include(c => c.Ledger)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            if (command.Record.Institution is { } institution && !await db.Set<Institution>().AnyAsync(i => i.Id == institution, ct))
            {
                return new Invalid("Record.Institution", "NotFound.Institution");
            }

            var found = loaded.Value;
            return found.RecordMeasure(command.MeasureId, command.Record, actor, clock.GetUtcNow());
        }
    }
}
