using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Takes an earlier version of a letter up again, as a new one; none is lost.</summary>
public static class RestoreLetterVersion
{
    /// <summary>Takes an earlier version of a letter up again, as a new one; none is lost.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Revision">The revision that the user saw.</param>
    /// <param name="Number">Which version.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(LetterId Id, int Revision, int Number) : Change<int>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindLetterToWriteAsync(command.Id, command.Revision, actor, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var letter = found.Value.Letter;
            return letter.Versions.SingleOrDefault(v => v.Number == command.Number) is { } version
                ? letter.Save(version.Content, LetterVersionKind.Restored, actor, clock.GetUtcNow())
                : new NotFound(nameof(LetterVersion));
        }
    }
}
