using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision;

/// <summary>A supervisor says how closed cases are sampled, from the next draw on.</summary>
public static class SetSampleRule
{
    /// <summary>Says how closed cases are sampled.</summary>
    /// <param name="Version">Version that the user saw; none while the usual rule holds.</param>
    /// <param name="Rule">The rule.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(Guid? Version, SampleRule Rule) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Rule).NotNull().ChildRules(rule =>
        {
            rule.RuleFor(r => r.By).IsInEnum();
            rule.RuleFor(r => r.Percent).InclusiveBetween(0, 100);
            rule.RuleFor(r => r.AtLeast).InclusiveBetween(0, 50);
            rule.RuleFor(r => r.LargeFrom).InclusiveBetween(0.01m, 9_999_999_999m).WithErrorCode("Amount");
        });
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var known = await db.Set<SampleSetting>().SingleOrDefaultAsync(ct);
            if (known?.Version != command.Version)
            {
                return new Conflict();
            }

            if (known is null)
            {
                db.Add(new SampleSetting { Rule = command.Rule, ByName = actor.Name, At = now });
            }
            else
            {
                (known.Rule, known.ByName, known.At) = (command.Rule, actor.Name, now);
            }

            return Result.Ok;
        }
    }
}
