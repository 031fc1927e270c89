using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Fills the marks of a letter that the case can fill by now; nothing else of it changes.</summary>
public static class RefillLetter
{
    /// <summary>Fills the marks of a letter that the case can fill by now; nothing else of it changes.</summary>
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

            var (letter, now) = (found.Value.Letter, clock.GetUtcNow());
            var facts = (await db.LetterFactsAsync(letter.CaseId, actor, now, ct))!;
            var template = LetterLibrary.Find(letter.Template, letter.TemplateVersion) ?? LetterLibrary.Find(letter.Template)!;
            var filled = LetterFill.Refill(letter.Content, template, facts, letter.Language);
            return filled.Says(letter.Content)
                ? new LetterRefused(LetterRefusal.NothingToFill)
                : letter.Save(filled, LetterVersionKind.Refilled, actor, now);
        }
    }
}
