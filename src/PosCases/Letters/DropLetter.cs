using FluentValidation;
using MediatR;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Puts a letter away that is not needed; it is kept.</summary>
public static class DropLetter
{
    /// <summary>Puts a letter away that is not needed; it is kept.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Revision">The revision that the user saw.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(LetterId Id, int Revision, string Reason) : Change<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(LetterMapping.ReasonLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindLetterToWriteAsync(command.Id, command.Revision, actor, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            return found.Value.Record(found.Value.Letter.Drop(actor, clock.GetUtcNow()), CaseEventKind.LetterReopened, command.Reason, actor, clock.GetUtcNow());
        }
    }
}
