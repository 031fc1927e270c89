using FluentValidation;
using MediatR;
using PosCases.Cases.Notices;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>A merchant answers how the account works.</summary>
public static class AnswerLookBack
{
    /// <summary>A merchant answers how the account works some time after the closing.</summary>
    /// <param name="Id">The look-back.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Answer">How it works.</param>
    /// <param name="Words">What he adds.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(LookBackId Id, Guid Version, LookBackAnswer Answer, string? Words) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Answer).IsInEnum().NotEqual(LookBackAnswer.Unreached);
            RuleFor(c => c.Words).MaximumLength(CareMapping.WordsLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.LookBackToChangeAsync(command.Id, command.Version, actor, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var (found, now) = (loaded.Value, clock.GetUtcNow());
            var said = found.Say(command.Answer, string.IsNullOrWhiteSpace(command.Words) ? null : command.Words.Trim(), now);
            if (said.Succeeded)
            {
                await db.TellOwnerAsync(found.CaseId, found.OwnerId, NoticeKind.LookBackAnswered, now, ct);
            }

            return said;
        }
    }
}
