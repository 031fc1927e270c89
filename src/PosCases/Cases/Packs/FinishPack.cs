using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Packs;

/// <summary>Records that a pack is ready, or why it is not; sent by the job that makes packs.</summary>
public static class FinishPack
{
    /// <summary>The pack is ready.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="PackId">The pack.</param>
    /// <param name="Entries">What is in it.</param>
    /// <param name="Pages">Pages of the PDF.</param>
    /// <param name="Pdf">The PDF; none where none could be made.</param>
    /// <param name="Zip">The zip.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(CaseId Id, Guid PackId, IReadOnlyList<PackEntry> Entries, int Pages, StoredFile? Pdf, StoredFile Zip) : Change
    {
        /// <summary>The letter that covers it, with the hash of its file; none where words do.</summary>
        public PackLetter? Letter { get; init; }
    }

    /// <summary>It could not be made.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="PackId">The pack.</param>
    /// <param name="Code">Why.</param>
    [Requires(Permission.RunJobs)]
    public sealed record FailCommand(CaseId Id, Guid PackId, string Code) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<FailCommand>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Code).NotEmpty().MaximumLength(80);
    }

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>, IRequestHandler<FailCommand, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await FindAsync(command.PackId, ct) is not { } pack)
            {
                return new NotFound("Pack");
            }

            var now = clock.GetUtcNow();
            var isHeld = await db.Cases.AnyAsync(c => c.Id == pack.CaseId && c.HeldAt != null, ct);
            foreach (var file in new[] { command.Pdf, command.Zip }.OfType<StoredFile>())
            {
                var row = VaultFile.Of(file.KeptFor(pack.CaseId.Value), file.Scan, now);
                row.Hold(isHeld);
                db.Add(row);
            }

            // Whoever asked for the pack has taken these papers out.
            var asker = new Actor(pack.ById, pack.ByName, pack.ByRole, null) { From = pack.From };
            foreach (var entry in command.Entries.Where(e => e.How != PackPart.Withheld))
            {
                db.Add(CustodyEntry.Of(new EvidenceItemId(entry.ItemId), CustodyKind.Exported, asker, now, $"{pack.Kind} {pack.Number}"));
            }

            pack.Finish(command, now);
            return Result.Ok;
        }

        public async Task<Result> Handle(FailCommand command, CancellationToken ct)
        {
            if (await FindAsync(command.PackId, ct) is not { } pack)
            {
                return new NotFound("Pack");
            }

            pack.Fail(command.Code, clock.GetUtcNow());
            return Result.Ok;
        }

        private Task<CasePack?> FindAsync(Guid id, CancellationToken ct) =>
            db.Set<CasePack>().SingleOrDefaultAsync(p => p.Id == id && p.State == PackState.Waiting, ct);
    }
}
