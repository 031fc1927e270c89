using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Plan;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Verification;

/// <summary>Records what an official channel answered.</summary>
public static class RecordCheck
{
    /// <summary>Records what an official channel answered.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Institution">The institution asked.</param>
    /// <param name="Channel">The channel, as the directory names it.</param>
    /// <param name="At">When.</param>
    /// <param name="Person">Whom.</param>
    /// <param name="Reference">Ticket or call reference.</param>
    /// <param name="Answer">The answer.</param>
    /// <param name="Said">The answer in words.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, InstitutionId Institution, string Channel, DateTimeOffset At, string? Person, string? Reference, CheckAnswer Answer, string? Said) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Channel).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Person).MaximumLength(80);
            RuleFor(c => c.Reference).MaximumLength(80);
            RuleFor(c => c.Said).MaximumLength(1000);
            RuleFor(c => c.Answer).IsInEnum();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Checks)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            var institution = await db.NameOfAsync(command.Institution, ct);
            return institution.Length == 0
                ? new Invalid(nameof(Command.Institution), "NotFound.Institution")
                : found.RecordCheck(command, institution, actor, clock.GetUtcNow());
        }
    }
}
