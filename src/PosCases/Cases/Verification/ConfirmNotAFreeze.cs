using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Verification;

/// <summary>Nothing is frozen: a device, the network or maintenance. Proposes that outcome for review.</summary>
public static class ConfirmNotAFreeze
{
    /// <summary>Nothing is frozen: a device, the network or maintenance. Proposes that outcome for review.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Finding">What it was.</param>
    /// <param name="Advice">What the merchant should do now.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, string Finding, string Advice) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Finding).NotEmpty().MaximumLength(1000);
            RuleFor(c => c.Advice).NotEmpty().MaximumLength(2000);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Checks)
                .Include(c => c.Ledger)
                .Include(c => c.Proposals)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.ConfirmNotAFreeze(command.Finding, command.Advice, actor, clock.GetUtcNow(), options);
        }
    }
}
