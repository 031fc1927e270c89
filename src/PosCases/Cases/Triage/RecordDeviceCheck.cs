using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Triage;

/// <summary>Keeps the state of a terminal with a case.</summary>
public static class RecordDeviceCheck
{
    /// <summary>Keeps the state of a terminal with a case; by the merchant, or by the owner for him.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Snapshot">What was found.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, DeviceSnapshot Snapshot) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Snapshot).NotNull().SetValidator(new DeviceSnapshotValidator());
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).ToChangeAsync(command.Id, null, ct);
            return loaded.Succeeded ? loaded.Value.RecordDeviceCheck(command.Snapshot, actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}
