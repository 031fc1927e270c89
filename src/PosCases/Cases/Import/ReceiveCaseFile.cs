using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Import;

/// <summary>Brings a list of old cases, whose bytes lie in the vault already; nothing of it is taken in yet.</summary>
public static class ReceiveCaseFile
{
    /// <summary>Most rows of one file.</summary>
    public const int MostRows = 50_000;

    /// <summary>Whether the actor may send a list; asked before any byte is taken.</summary>
    [Requires(Permission.ReviewCases)]
    public sealed record MayQuery : IQuery<bool>;

    /// <summary>Brings a list of old cases.</summary>
    /// <param name="ImportId">Id of the import to be; the file in the vault belongs to it.</param>
    /// <param name="FileName">Name of the file.</param>
    /// <param name="File">The file in the vault.</param>
    /// <param name="Shape">How its table lies in it.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseImportId ImportId, string FileName, Vault.Kept File, TableShape Shape) : Change<CaseImportId>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.FileName).NotEmpty().MaximumLength(200);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<MayQuery, Result<bool>>, IRequestHandler<Command, Result<CaseImportId>>
    {
        public Task<Result<bool>> Handle(MayQuery query, CancellationToken ct) => Task.FromResult<Result<bool>>(true);

        public async Task<Result<CaseImportId>> Handle(Command command, CancellationToken ct)
        {
            if (command.Shape.Rows > MostRows)
            {
                return new TooManyCaseRows(MostRows);
            }

            if (await db.Set<CaseImport>().AnyAsync(i => i.EndedAt == null, ct))
            {
                return new CaseImportUnderWay();
            }

            var import = CaseImport.Of(command.ImportId, command.FileName, command.File, command.Shape, actor, clock.GetUtcNow());
            db.Add(import);
            return import.Id;
        }
    }
}

/// <summary>The file has too many rows.</summary>
/// <param name="Most">As many are taken.</param>
public sealed record TooManyCaseRows(int Most) : Error
{
    /// <inheritdoc/>
    public override string Code => "CaseImport.TooManyRows";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Most];
}

/// <summary>Another list is not finished yet; one at a time, so that two do not make the same merchant twice.</summary>
public sealed record CaseImportUnderWay : Error
{
    /// <inheritdoc/>
    public override string Code => "CaseImport.UnderWay";
}
