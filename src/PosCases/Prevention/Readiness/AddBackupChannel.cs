using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Readiness;

/// <summary>Adds a back-up way to be paid.</summary>
public static class AddBackupChannel
{
    /// <summary>Adds a channel.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    /// <param name="Form">What it is.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId? Merchant, BackupForm Form) : Change<BackupChannelId>
    {
        /// <summary>That money arrives in the merchant's own name; borrowed codes and accounts are no back-up.</summary>
        public bool InOwnName { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Form).NotNull();
            RuleFor(c => c.Form.Kind).IsInEnum();
            RuleFor(c => c.Form.InstitutionName).MaximumLength(ReadinessMapping.NameLength);
            RuleFor(c => c.Form.InstitutionName).NotEmpty()
                .When(c => c.Form is { Kind: not BackupKind.Cash, Institution: null }, ApplyConditionTo.CurrentValidator);
            RuleFor(c => c.Form.Note).MaximumLength(ReadinessMapping.NoteLength);
            RuleFor(c => c.InOwnName).Equal(true).WithErrorCode("OwnNameOnly");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<BackupChannelId>>
    {
        public async Task<Result<BackupChannelId>> Handle(Command command, CancellationToken ct)
        {
            var merchant = await db.MeantAsync(actor, command.Merchant, ct);
            if (!merchant.Succeeded)
            {
                return merchant.Error;
            }

            if (await db.BackupChannels.CountAsync(c => c.MerchantId == merchant.Value && c.EndedAt == null, ct) >= BackupChannel.Most)
            {
                return new TooManyChannels();
            }

            var form = command.Form;
            if (form.Institution is { } id)
            {
                if (await db.Institutions.Where(i => i.Id == id).Select(i => i.Name).SingleOrDefaultAsync(ct) is not { } name)
                {
                    return new NotFound(nameof(Institution));
                }

                form = form with { InstitutionName = name };
            }

            var added = BackupChannel.Add(merchant.Value, form, clock.GetUtcNow());
            db.BackupChannels.Add(added);
            return added.Id;
        }
    }
}

/// <summary>The merchant has as many channels as it may.</summary>
public sealed record TooManyChannels : Error
{
    /// <inheritdoc/>
    public override string Code => "Prevention.TooManyChannels";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [BackupChannel.Most];
}
