using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;

namespace PosCases.Cases.Conversation;

/// <summary>Writes to the other side of a case.</summary>
public static class PostMessage
{
    /// <summary>Writes to the other side of a case; possible after closing too.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Text">The words.</param>
    [Requires(Permission.Converse)]
    public sealed record Command(CaseId Id, string Text) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Text).NotEmpty().MaximumLength(2000);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var now = clock.GetUtcNow();
            db.Messages.Add(CaseMessage.Of(command.Id, command.Text.Trim(), actor, now));
            db.Outbox.Add(OutboxMessage.Of(
                Notices.CaseNotice.OutboxKind,
                new Notices.CaseNotice(loaded.Value.Id.Value, Notices.NoticeKind.Message, actor.Id, actor.IsOnMerchantsSide, []),
                now));
            return Result.Ok;
        }
    }
}
