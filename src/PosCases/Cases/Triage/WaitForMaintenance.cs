using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Triage;

/// <summary>Lets a case wait for announced maintenance and asks afterwards whether it works again.</summary>
public static class WaitForMaintenance
{
    /// <summary>Lets a case wait for announced maintenance and asks afterwards whether it works again.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Announcement">Where and how it was announced.</param>
    /// <param name="Until">The announced end, when the case wakes; Shanghai date, after today.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, string Announcement, DateOnly Until) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Announcement).NotEmpty().MaximumLength(500);
            RuleFor(c => c.Until).IsOrdinaryDate();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Rechecks).ToChangeAsync(command.Id, command.Version, ct);
            return !loaded.Succeeded ? loaded.Error
                : command.Until <= ShanghaiTime.DateOf(clock.GetUtcNow()) ? new Invalid(nameof(Command.Until), "Past")
                : loaded.Value.WaitForMaintenance(command.Announcement, command.Until, actor, clock.GetUtcNow(), options);
        }
    }
}
