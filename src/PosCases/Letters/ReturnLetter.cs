using FluentValidation;
using MediatR;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Sends a letter under review back to its writers, with the reason.</summary>
public static class ReturnLetter
{
    /// <summary>Sends a letter under review back to its writers, with the reason.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Revision">The revision that the user saw.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(LetterId Id, int Revision, string Reason) : Change<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(LetterMapping.ReasonLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindLetterAsync(command.Id, command.Revision, actor, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            return found.Value.Record(found.Value.Letter.Return(command.Reason, actor), CaseEventKind.LetterReturned, command.Reason, actor, clock.GetUtcNow());
        }
    }
}
