using FluentValidation;
using MediatR;
using PosCases.Cases.Plan;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Measures;

/// <summary>Records that a measure was lifted, lapsed or was replaced, with its proof; answers the question of the watch.</summary>
public static class EndMeasure
{
    /// <summary>Records that a measure was lifted, lapsed or was replaced.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="MeasureId">The measure.</param>
    /// <param name="Ending">How it ended.</param>
    /// <param name="On">The day it ended; not in the future.</param>
    /// <param name="Proof">What proves it.</param>
    /// <param name="ReplacedBy">The measure in its place, where it was replaced.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid MeasureId, MeasureEnding Ending, DateOnly On, string Proof, Guid? ReplacedBy) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Ending).IsInEnum();
            RuleFor(c => c.On).Cascade(CascadeMode.Stop).NotEmpty().IsOrdinaryDate();
            RuleFor(c => c.Proof).NotEmpty().MaximumLength(500);
            RuleFor(c => c.ReplacedBy).NotNull().When(c => c.Ending == MeasureEnding.Replaced);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (command.On > ShanghaiTime.DateOf(now))
            {
                return new Invalid(nameof(Command.On), "Future");
            }

            var loaded = await db.Cases.VisibleTo(actor).WithMeasures().ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded ? loaded.Value.EndMeasure(command, actor, now) : loaded.Error;
        }
    }
}
