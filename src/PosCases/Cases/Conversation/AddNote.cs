using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Conversation;

/// <summary>Keeps an internal note.</summary>
public static class AddNote
{
    /// <summary>Keeps an internal note that no merchant can obtain.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Text">The words.</param>
    [Requires(Permission.WorkCases)]
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
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == command.Id, ct))
            {
                return new NotFound("Case");
            }

            db.Notes.Add(CaseNote.Of(command.Id, command.Text.Trim(), actor, clock.GetUtcNow()));
            return Result.Ok;
        }
    }
}
