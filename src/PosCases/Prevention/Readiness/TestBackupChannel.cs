using FluentValidation;
using MediatR;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Readiness;

/// <summary>Records a try of a back-up channel.</summary>
public static class TestBackupChannel
{
    /// <summary>Records a try.</summary>
    /// <param name="Id">The channel.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="On">The day of the try.</param>
    /// <param name="Passed">Whether money arrived as it should.</param>
    /// <param name="Note">What was seen.</param>
    /// <param name="NextTestOn">When to try again.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(BackupChannelId Id, Guid Version, DateOnly On, bool Passed, string? Note, DateOnly NextTestOn) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.On).IsOrdinaryDate();
            RuleFor(c => c.NextTestOn).IsOrdinaryDate();
            RuleFor(c => c.Note).MaximumLength(ReadinessMapping.NoteLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindChannelAsync(command.Id, command.Version, actor, ct);
            return !found.Succeeded ? found.Error
                : command.On > ShanghaiTime.DateOf(clock.GetUtcNow()) ? new Invalid("On", "Future")
                : found.Value.Record(new ChannelTest(command.On, command.Passed, command.Note, actor.Name), command.NextTestOn);
        }
    }
}
