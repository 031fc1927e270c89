using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Restriction;

/// <summary>Changes who is named on a restricted case.</summary>
public static class ChangeReaders
{
    /// <summary>Changes who is named on a restricted case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="People">Everybody who is named from now on; at least one supervisor beside the owner.</param>
    /// <param name="HideFromMerchantStaff">Whether the merchant's employees do not see it either.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, IReadOnlyList<Guid> People, bool HideFromMerchantStaff, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.People).NotEmpty();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
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
                ? loaded.Value.ChangeReaders(people, command.HideFromMerchantStaff, command.Reason.Trim(), actor, clock.GetUtcNow())
                : new Invalid(nameof(Command.People), "NotFound.Person");
        }
    }
}
