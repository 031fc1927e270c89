using FluentValidation;
using MediatR;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Measures;

/// <summary>Nobody could say whether a measure was renewed: records whom one asked, and asks again on a later day.</summary>
public static class AskRenewalAgain
{
    /// <summary>Records whom one asked, and asks again on a later day.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="MeasureId">The measure about which a question is open.</param>
    /// <param name="Note">Whom one asked and what was said.</param>
    /// <param name="On">The day of the next question; not in the past.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid MeasureId, string Note, DateOnly On) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Note).NotEmpty().MaximumLength(500);
            RuleFor(c => c.On).IsOrdinaryDate();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (command.On < ShanghaiTime.DateOf(now))
            {
                return new Invalid(nameof(Command.On), "Past");
            }

            var loaded = await db.Cases.VisibleTo(actor).WithMeasures().ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded
                ? loaded.Value.AskRenewalAgain(command.MeasureId, command.Note.Trim(), command.On, actor, now)
                : loaded.Error;
        }
    }
}
