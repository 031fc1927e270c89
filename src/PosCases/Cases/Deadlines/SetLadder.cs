using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Deadlines;

/// <summary>A supervisor says how breaches rise that nobody takes note of; a level already told is not told again.</summary>
public static class SetLadder
{
    /// <summary>Sets the ladder.</summary>
    /// <param name="Version">Version that the user saw; none while the usual ladder holds.</param>
    /// <param name="Rungs">The levels in order.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(Guid? Version, IReadOnlyList<Rung> Rungs) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Rungs).IsLadder();
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var known = await db.Set<LadderSetting>().SingleOrDefaultAsync(ct);
            if (known?.Version != command.Version)
            {
                return new Conflict();
            }

            var ladder = new Ladder(command.Rungs);
            if (known is null)
            {
                db.Add(new LadderSetting { Ladder = ladder, ByName = actor.Name, At = now });
            }
            else
            {
                (known.Ladder, known.ByName, known.At) = (ladder, actor.Name, now);
            }

            // Cases that are late wait for the next level of the old ladder; they are looked at anew.
            await db.LateCases.ExecuteUpdateAsync(set => set.SetProperty(c => c.ClockCheckAt, now), ct);
            return Result.Ok;
        }
    }
}

internal static class LadderRules
{
    private const int MostHours = 900;

    /// <summary>The times rise, the last level calls the supervisors.</summary>
    public static void IsLadder<T>(this IRuleBuilderInitial<T, IReadOnlyList<Rung>> rungs) => rungs
        .Cascade(CascadeMode.Stop)
        .NotNull()
        .ForEach(rung => rung.NotNull().ChildRules(r =>
        {
            r.RuleFor(x => x.AfterHours).InclusiveBetween(1, MostHours);
            r.RuleFor(x => x.To).IsInEnum();
        }))
        .Must(found => new Ladder([.. found]).IsSound).WithErrorCode("Ladder");
}
