using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Makes the paper of a version of a letter. Whoever hands it out sends <see cref="OutputLetter"/> first.</summary>
public static class PrintLetter
{
    /// <summary>Makes the paper.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Number">Which version.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(LetterId Id, int Number) : IQuery<Answer>;

    /// <summary>A paper and what its file is called.</summary>
    /// <param name="Paper">The paper; bears the mark of a draft unless it is the final version.</param>
    /// <param name="FileName">Name of a file without its ending.</param>
    public sealed record Answer(PrintDocument Paper, string FileName);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var letter = await db.LettersVisibleTo(actor).AsNoTracking().Include(l => l.Versions.Where(v => v.Number == query.Number)).SingleOrDefaultAsync(l => l.Id == query.Id, ct);
            if (letter?.Versions.SingleOrDefault() is not { } version || (!actor.IsDesk && query.Number != letter.FinalNumber))
            {
                return new NotFound(nameof(LetterVersion));
            }

            var (paper, number) = await LetterPaper.OfAsync(db, letter, version, clock.GetUtcNow(), ct);
            return new Answer(paper, $"{number}-{letter.Template}-v{version.Number}");
        }
    }
}
