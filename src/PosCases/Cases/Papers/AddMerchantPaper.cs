using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Papers;

/// <summary>Puts a paper on the own merchant's profile, whose bytes are stored already.</summary>
public static class AddMerchantPaper
{
    /// <summary>Whether the actor may add one now; asked before any byte is taken.</summary>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record MayQuery : IQuery<MerchantId>;

    /// <summary>Puts a paper on the profile.</summary>
    /// <param name="Form">What it is, and how long it is valid.</param>
    /// <param name="File">The stored file.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(PaperForm Form, StoredFile File) : Change<MerchantPaperId>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Form).NotNull().SetValidator(new PaperAccess.Validator());
            RuleFor(c => c.File.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.File.Size).GreaterThan(0);
            RuleFor(c => c.File.Sha256).Length(64);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, Vault vault) :
        IRequestHandler<MayQuery, Result<MerchantId>>, IRequestHandler<Command, Result<MerchantPaperId>>
    {
        public async Task<Result<MerchantId>> Handle(MayQuery query, CancellationToken ct) => await OwnAsync(ct);

        public async Task<Result<MerchantPaperId>> Handle(Command command, CancellationToken ct)
        {
            var own = await OwnAsync(ct);
            if (!own.Succeeded)
            {
                return own.Error;
            }

            if (!vault.IsOf(command.File.KeptFor(own.Value.Value), own.Value.Value))
            {
                return new NotFound(nameof(Merchant));
            }

            var kept = MerchantPaper.Keep(own.Value, command.Form, command.File, null, actor, clock.GetUtcNow());
            db.Add(kept);
            return kept.Id;
        }

        private async Task<Result<MerchantId>> OwnAsync(CancellationToken ct) =>
            actor is not { IsMerchant: true, Merchant: { } own } ? new NotFound(nameof(Merchant))
            : await db.MerchantPapers.CountAsync(p => p.MerchantId == new MerchantId(own) && p.EndedAt == null, ct) >= MerchantPaper.Most ? new TooManyPapers()
            : new MerchantId(own);
    }
}
