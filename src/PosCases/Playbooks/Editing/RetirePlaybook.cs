using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Takes a playbook out of use for new cases; a later version brings it back.</summary>
public static class RetirePlaybook
{
    /// <summary>Takes a playbook out of use for new cases. Cases that pin it go on.</summary>
    /// <param name="Code">The playbook.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Command(string Code, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var newest = await db.Playbooks.Where(p => p.Code == command.Code).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct);
            if (newest is null)
            {
                return new NotFound("Playbook");
            }

            if (newest.RetiredAt is not null)
            {
                return new PlaybookRefused(PlaybookRefusal.Retired);
            }

            if (newest.Code == PlaybookChoice.Fallback || newest.Document.Trigger != PlaybookTrigger.Cause)
            {
                return new PlaybookRefused(PlaybookRefusal.Indispensable);
            }

            newest.Retire(command.Reason, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
