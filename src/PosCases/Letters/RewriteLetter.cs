using MediatR;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Goes on writing on a letter that is final, under review or put away; its versions stay.</summary>
public static class RewriteLetter
{
    /// <summary>Goes on writing on a letter that is final, under review or put away; its versions stay.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Revision">The revision that the user saw.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(LetterId Id, int Revision) : Change<int>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindLetterToWriteAsync(command.Id, command.Revision, actor, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            return found.Value.Record(found.Value.Letter.Rewrite(actor, clock.GetUtcNow()), CaseEventKind.LetterReopened, null, actor, clock.GetUtcNow());
        }
    }
}
