using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Adds a reason to send papers back, at the end of the list.</summary>
public static class AddSendBackReason
{
    /// <summary>Adds a reason at the end of the list.</summary>
    /// <param name="Text">What it says, and for which papers.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(SendBackText Text) : Change<string>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotNull().SetValidator(new ChangeSendBackReasons.Validator());
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<string>>
    {
        public async Task<Result<string>> Handle(Command command, CancellationToken ct)
        {
            var added = SendBackReason.Enter($"own-{Guid.NewGuid():N}"[..16], command.Text, await db.NextReasonPositionAsync(ct));
            db.Add(added.ChangedBy(actor, clock.GetUtcNow()));
            return added.Code;
        }
    }
}
