using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>What the commands about the list of reasons share.</summary>
internal static class ChangeSendBackReasons
{
    /// <summary>A reason to be changed; an outdated version is a conflict.</summary>
    public static async Task<Result<SendBackReason>> FindReasonAsync(this AppDb db, string code, Guid version, CancellationToken ct)
    {
        var found = await db.SendBackReasons.SingleOrDefaultAsync(r => r.Code == code, ct);
        return found is null ? new NotFound("SendBackReason")
            : found.Version != version ? new Conflict()
            : found;
    }

    /// <summary>The place behind all that are offered.</summary>
    public static async Task<int> NextReasonPositionAsync(this AppDb db, CancellationToken ct) =>
        (await db.SendBackReasons.MaxAsync(r => (int?)r.Position, ct) ?? -1) + 1;

    /// <summary>Field rules of what a reason says.</summary>
    internal sealed class Validator : AbstractValidator<SendBackText>
    {
        public Validator()
        {
            RuleFor(t => t.Zh).NotEmpty().MaximumLength(SendBackReason.TextLength);
            RuleFor(t => t.En).NotEmpty().MaximumLength(SendBackReason.TextLength);
            RuleForEach(t => t.Papers).Must(EvidenceCode.Exists).WithErrorCode("UnknownCode");
        }
    }
}
