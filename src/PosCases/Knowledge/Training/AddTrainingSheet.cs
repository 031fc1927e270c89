using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Knowledge.Training;

/// <summary>Adds a paper to a training record; its bytes are stored already.</summary>
public static class AddTrainingSheet
{
    /// <summary>Whether the actor may add one now; asked before any byte is taken.</summary>
    /// <param name="Record">The record.</param>
    /// <returns>To whom the bytes will belong: the merchant, or the person of our staff.</returns>
    [Requires(Permission.UseAccount)]
    public sealed record MayQuery(Guid Record) : IQuery<Holder>;

    /// <summary>Adds the paper.</summary>
    /// <param name="Record">The record.</param>
    /// <param name="File">The stored file.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(Guid Record, StoredFile File) : Change;

    /// <summary>To whom bytes belong.</summary>
    /// <param name="Id">Id of a merchant or a person.</param>
    public sealed record Holder(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.File.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.File.Size).GreaterThan(0);
            RuleFor(c => c.File.Sha256).Length(64);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, Vault vault) : IRequestHandler<MayQuery, Result<Holder>>, IRequestHandler<Command, Result>
    {
        public async Task<Result<Holder>> Handle(MayQuery query, CancellationToken ct)
        {
            var found = await FindAsync(query.Record, ct);
            return found.Succeeded ? new Holder(found.Value.Holder) : found.Error;
        }

        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await FindAsync(command.Record, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var record = found.Value;
            if (!vault.IsOf(command.File.KeptFor(record.Holder), record.Holder))
            {
                return new NotFound(nameof(TrainingRecord));
            }

            db.TrainingSheets.Add(TrainingSheet.Of(record, command.File, actor, clock.GetUtcNow()));
            return Result.Ok;
        }

        private async Task<Result<TrainingRecord>> FindAsync(Guid id, CancellationToken ct)
        {
            var found = await db.OwnTrainings(actor).AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct);
            return found is null ? new NotFound(nameof(TrainingRecord))
                : await db.TrainingSheets.CountAsync(s => s.RecordId == id && s.EndedAt == null, ct) >= TrainingSheet.Most ? new TooManySheets()
                : found;
        }
    }
}

/// <summary>Finds a paper of a training record in order to hand out its bytes; the only way to them.</summary>
public static class OpenTrainingSheet
{
    /// <summary>Finds it within one's scope. A command, so that every opening is in the audit trail.</summary>
    /// <param name="Id">The paper.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(TrainingSheetId Id) : Change<OpenedEvidence>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<OpenedEvidence>>
    {
        public async Task<Result<OpenedEvidence>> Handle(Command command, CancellationToken ct)
        {
            var records = db.TrainingsFor(actor);
            var found = await db.TrainingSheets.AsNoTracking().Include(s => s.Stored)
                .SingleOrDefaultAsync(s => s.Id == command.Id && s.EndedAt == null && records.Any(r => r.Id == s.RecordId), ct);
            return found is not { Stored: { } file } ? new NotFound(nameof(TrainingSheet))
                : file.Scan == FileScan.Waiting ? new EvidenceInQuarantine()
                : !file.MayBeRead ? new EvidenceDamaged()
                : found.Opened;
        }
    }
}

/// <summary>Takes a paper of a training record away.</summary>
public static class RemoveTrainingSheet
{
    /// <summary>Takes it away; its bytes can no longer be read by anybody. The record stays.</summary>
    /// <param name="Id">The paper.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(TrainingSheetId Id) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var own = db.OwnTrainings(actor);
            var found = await db.TrainingSheets.Include(s => s.Stored).SingleOrDefaultAsync(s => s.Id == command.Id && s.EndedAt == null && own.Any(r => r.Id == s.RecordId), ct);
            if (found is null)
            {
                return new NotFound(nameof(TrainingSheet));
            }

            found.End(clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
