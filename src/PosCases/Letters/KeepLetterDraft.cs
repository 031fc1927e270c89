using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Keeps what is typed in a letter, faults and all, so that nothing is lost.</summary>
public static class KeepLetterDraft
{
    /// <summary>Keeps what is typed in a letter, faults and all, so that nothing is lost.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Revision">The revision that the user saw.</param>
    /// <param name="Content">What it says.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(LetterId Id, int Revision, LetterContent Content) : Change<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Content).NotNull().SetValidator(new LetterContent.Validator());
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

            return found.Value.Letter.Keep(command.Content, actor, clock.GetUtcNow());
        }
    }
}
