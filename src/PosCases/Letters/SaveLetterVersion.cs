using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Saves a version of a letter that stays; one that says what no letter may say is refused.</summary>
public static class SaveLetterVersion
{
    /// <summary>Saves a version of a letter that stays; one that says what no letter may say is refused.</summary>
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

            return found.Value.RefuseFaults(command.Content) is { } faulty
                ? faulty
                : found.Value.Letter.Save(command.Content, LetterVersionKind.Saved, actor, clock.GetUtcNow());
        }
    }
}
