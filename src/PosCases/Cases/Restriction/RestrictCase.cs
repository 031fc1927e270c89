using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Restriction;

/// <summary>Restricts a case to its owner, named people of the desk and the merchant.</summary>
public static class RestrictCase
{
    /// <summary>Restricts a case to its owner, named people of the desk and the merchant.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Cause">Why.</param>
    /// <param name="Reason">Why, in words.</param>
    /// <param name="People">Who of the desk is named; at least one supervisor beside the owner.</param>
    /// <param name="HideFromMerchantStaff">Whether the merchant's employees do not see it either.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, RestrictionCause Cause, string Reason, IReadOnlyList<Guid> People, bool HideFromMerchantStaff) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Cause).IsInEnum();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
            RuleFor(c => c.People).NotEmpty();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Readers).Include(c => c.Restrictions).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            return await db.NamedAsync(command.People, ct) is { } people
                ? loaded.Value.Restrict(command.Cause, command.Reason.Trim(), people, command.HideFromMerchantStaff, actor, clock.GetUtcNow())
                : new Invalid(nameof(Command.People), "NotFound.Person");
        }
    }
}

internal static class NamedPeople
{
    /// <summary>The active agents and supervisors of these ids; none when one of them is not.</summary>
    public static async Task<IReadOnlyList<NamedPerson>?> NamedAsync(this AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var found = await db.People
            .Where(p => ids.Contains(p.Id) && p.IsActive && (p.Role == Role.Agent || p.Role == Role.Supervisor))
            .Select(p => new NamedPerson(p.Id, p.DisplayName, p.Role))
            .ToListAsync(ct);
        return found.Count == ids.Distinct().Count() ? found : null;
    }
}
