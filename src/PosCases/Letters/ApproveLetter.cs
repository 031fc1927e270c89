using MediatR;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Approves a letter; never by somebody who wrote on it.</summary>
public static class ApproveLetter
{
    /// <summary>Approves a letter; never by somebody who wrote on it.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Revision">The revision that the user saw.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(LetterId Id, int Revision) : Change<int>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindLetterAsync(command.Id, command.Revision, actor, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            return found.Value.RefuseFinal() is { } refused
                ? refused
                : found.Value.Record(found.Value.Letter.Approve(actor, clock.GetUtcNow()), CaseEventKind.LetterFinished, null, actor, clock.GetUtcNow());
        }
    }
}
