using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>A supervisor gives cases to an agent or supervisor.</summary>
public static class AssignCases
{
    /// <summary>How many cases one command may assign.</summary>
    public const int Most = 200;

    /// <summary>A supervisor gives cases to an agent or supervisor; all or none.</summary>
    /// <param name="Ids">The cases.</param>
    /// <param name="To">Who gets them.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(IReadOnlyList<CaseId> Ids, Guid To) : Change<int>, IGivesCases;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Ids).NotEmpty();
            RuleFor(c => c.Ids.Count).LessThanOrEqualTo(Most).WithErrorCode("TooMany");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var to = await db.People.WhoMayOwnCases()
                .Where(p => p.Id == command.To)
                .Select(p => new { p.Id, p.DisplayName })
                .SingleOrDefaultAsync(ct);
            if (to is null)
            {
                return new Invalid(nameof(Command.To), "NotFound.Person");
            }

            var cases = await db.Cases.VisibleTo(actor).Where(c => command.Ids.Contains(c.Id)).ToListAsync(ct);
            if (cases.Count != command.Ids.Distinct().Count())
            {
                return new NotFound("Case");
            }

            foreach (var found in cases.Where(c => c.OwnerId != to.Id))
            {
                var assigned = found.AssignTo(to.Id, to.DisplayName, actor, clock.GetUtcNow());
                if (!assigned.Succeeded)
                {
                    return assigned.Error;
                }
            }

            return cases.Count;
        }
    }
}

/// <summary>Marks a command that gives cases to somebody, so that whoever knows who is away can refuse it.</summary>
public interface IGivesCases
{
    /// <summary>Who gets them.</summary>
    Guid To { get; }
}
